import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { organisationsOf, type Scope } from '../../accounts/scope.ts'
import type { Locale } from '../../language/locales.ts'
import type { PersonName } from '../../language/names.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { json } from '../../platform/db/values.ts'
import { newId } from '../../platform/ids.ts'
import type { Services } from '../../web/env.ts'
import { actorOf } from '../activity.ts'
import type { CategoryKind, Decision } from '../tables.ts'
import { tellOfDecision } from '../telling.ts'
import { type ConsentPurpose, consentFrom, keepWording, type Wording, wordingOf } from './consent.ts'
import { roomFor } from './counting.ts'
import { timeliness } from './deadlines.ts'
import { addressKey, affiliationKey } from './keys.ts'
import { type LockedCategory, lockCategory } from './locking.ts'
import { newPersonalToken, unlockToken } from './personalAddress.ts'
import { type NoPlace, seatIn } from './placing.ts'

export type RegistrationInput = {
  eventId: string
  kind: CategoryKind
  name: PersonName
  address: string
  affiliation?: string | null
  /** The organisation somebody comes for, where it is one of ours. */
  organisationId?: string | null
  locale: Locale
  timeZone: string
  answers?: Record<string, string>
  consents: readonly ConsentPurpose[]
  /** What the form carried when it was opened: sent twice, it registers once. */
  submission?: string | null
}

export type RegistrationRefusal = {
  refused:
    | 'no-such-category'
    | 'not-published'
    | 'cancelled'
    | 'over'
    | 'not-open-yet'
    | 'closed'
    | 'members-only'
    | 'consent-needed'
    | 'answer-needed'
    | NoPlace
}

export type Registered = {
  registrationId: string
  decision: Decision
  /** False: this address was registered already, and nothing was added. */
  isNew: boolean
  /** For the registrant's eyes; null when the same address is sent by another form, which anybody could do. */
  token: string | null
}

/** What another room adds to a registration inside its transaction; a refusal undoes all of it. */
export type Within<Refusal> = (tx: Tx, registrationId: string) => Promise<Refusal | null>

/**
 * Takes a registration in: in time, once per address and category, at most as many as there are seats, the others in order of arrival.
 */
export async function register<Refusal extends { refused: string } = never>(
  services: Services,
  scope: Scope,
  input: RegistrationInput,
  within?: Within<Refusal>,
): Promise<Registered | RegistrationRefusal | Refusal> {
  const { db } = services.database
  const wordings = await wordingsFor(services, input)
  if ('refused' in wordings) return wordings
  await keepWording(db, wordings)
  const personal = newPersonalToken(services)
  try {
    return await transaction(db, async (tx) => {
      const category = await lockCategory(tx, { eventId: input.eventId, kind: input.kind })
      const refusal = refusalOf(category, scope, input)
      if (refusal || !category) return refusal ?? { refused: 'no-such-category' as const }
      const arriving = arrivalOf(input, category)
      const before = await registeredBefore(services, tx, category, arriving)
      if (before) return before
      const decision = await decisionFor(services, tx, category, arriving)
      if (typeof decision !== 'string') return decision
      const registrationId = newId()
      await insert(services, tx, scope, { input, category, arriving, wordings, personal, registrationId, decision })
      const refusedWithin = await within?.(tx, registrationId)
      if (refusedWithin) throw new Undone(refusedWithin)
      return { registrationId, decision, isNew: true, token: personal.token }
    })
  } catch (error) {
    if (error instanceof Undone) return error.refusal as Refusal
    throw error
  }
}

/** Takes everything back that the transaction did, and carries why. */
class Undone extends Error {
  readonly refusal: object
  constructor(refusal: object) {
    super('A registration was refused inside its transaction')
    this.refusal = refusal
  }
}

async function wordingsFor(services: Services, input: RegistrationInput): Promise<Wording[] | RegistrationRefusal> {
  if (!input.consents.includes('participation')) return { refused: 'consent-needed' }
  const category = await services.database.db
    .selectFrom('registration_category')
    .select('fields')
    .where('event_id', '=', input.eventId)
    .where('kind', '=', input.kind)
    .executeTakeFirst()
  if (!category) return { refused: 'no-such-category' }
  for (const field of category.fields) {
    const answer = input.answers?.[field.key]?.trim()
    if (field.required && !answer) return { refused: 'answer-needed' }
  }
  return input.consents.map((purpose) => wordingOf(purpose, category, input.locale))
}

function refusalOf(
  category: LockedCategory | null,
  scope: Scope,
  input: RegistrationInput,
): RegistrationRefusal | null {
  if (!category) return { refused: 'no-such-category' }
  if (!category.event.isPublished) return { refused: 'not-published' }
  if (category.event.isCancelled) return { refused: 'cancelled' }
  const isMember = input.organisationId ? organisationsOf(scope).includes(input.organisationId) : false
  if (category.kind === 'member' && !isMember) return { refused: 'members-only' }
  return null
}

type Arriving = {
  addressKey: string
  affiliationKey: string | null
  submissionHash: Uint8Array | null
}

function arrivalOf(input: RegistrationInput, category: LockedCategory): Arriving {
  const key = addressKey(input.address)
  const affiliation = input.affiliation?.trim() ? affiliationKey(input.affiliation) : null
  const form = input.submission ? `${input.submission}\n${category.id}\n${key}` : null
  return {
    addressKey: key,
    affiliationKey: affiliation || null,
    submissionHash: form ? new Uint8Array(createHash('sha256').update(form).digest()) : null,
  }
}

/** A second registration of one address changes nothing. Whoever sent the very same form is told again what they were told. */
async function registeredBefore(
  services: Services,
  tx: Tx,
  category: LockedCategory,
  arriving: Arriving,
): Promise<Registered | null> {
  const row = await tx
    .selectFrom('registration')
    .innerJoin('registration_decision as decision', 'decision.registration_id', 'registration.id')
    .select(['registration.id', 'decision.decision', 'submission_hash', 'manage_locked'])
    .where('registration.category_id', '=', category.id)
    .where('address_key', '=', arriving.addressKey)
    .where('replaced_at', 'is', null)
    .where('decision.decision', '<>', 'withdrawn')
    .executeTakeFirst()
  if (!row) return null
  const isSameForm =
    arriving.submissionHash !== null &&
    row.submission_hash !== null &&
    Buffer.from(row.submission_hash).equals(arriving.submissionHash)
  // Anybody can write anybody's address into a form: only the mail to that address carries what is personal.
  if (!isSameForm) await tellOfDecision(services, tx, row.id, row.decision)
  const token = isSameForm && row.manage_locked ? unlockToken(services, row.manage_locked) : null
  return { registrationId: row.id, decision: row.decision, isNew: false, token }
}

async function decisionFor(
  services: Services,
  tx: Tx,
  category: LockedCategory,
  arriving: Arriving,
): Promise<Decision | RegistrationRefusal> {
  const now = services.clock.now()
  if (now >= category.event.ends) return { refused: 'over' }
  const time = timeliness(category, now)
  if (time === 'early') return { refused: 'not-open-yet' }
  if (time === 'late') return category.lateQueue ? 'late' : { refused: 'closed' }
  if (category.needsApproval) return 'pending'
  const isUnlimited = category.capacity === null && (category.capPerAffiliation === null || !arriving.affiliationKey)
  if (isUnlimited) return 'confirmed'
  const seat = seatIn(await roomFor(tx, category, arriving.affiliationKey))
  if (seat === 'seat') return 'confirmed'
  return category.waitingList ? 'waiting' : { refused: seat }
}

type Insertion = {
  input: RegistrationInput
  category: LockedCategory
  arriving: Arriving
  wordings: readonly Wording[]
  personal: ReturnType<typeof newPersonalToken>
  registrationId: string
  decision: Decision
}

async function insert(services: Services, tx: Tx, scope: Scope, arrival: Insertion): Promise<void> {
  const { input, category, arriving, wordings, personal, registrationId, decision } = arrival
  const now = services.clock.now()
  // One statement for both rows: whoever waits for this category waits for every one of them.
  await tx
    .with('taken', (db) =>
      db
        .insertInto('registration')
        .values({
          id: registrationId,
          event_id: category.eventId,
          category_id: category.id,
          name: json(input.name),
          address: input.address.trim(),
          address_key: arriving.addressKey,
          affiliation: input.affiliation?.trim() || null,
          affiliation_key: arriving.affiliationKey,
          organisation_id: input.organisationId ?? null,
          person_id: personOf(scope, arriving),
          locale: input.locale,
          time_zone: input.timeZone,
          answers: json(input.answers ?? {}),
          consents: json(wordings.map((wording) => consentFrom(wording, now))),
          manage_hash: personal.hash,
          manage_locked: personal.locked,
          submission_hash: arriving.submissionHash,
          registered_at: now,
        })
        .returning('id'),
    )
    .insertInto('registration_decision')
    .columns(['id', 'registration_id', 'category_id', 'decision', 'decided_at'])
    .expression((query) =>
      query
        .selectFrom('taken')
        .select([
          sql<string>`${newId()}::uuid`.as('id'),
          'taken.id as registration_id',
          sql<string>`${category.id}::uuid`.as('category_id'),
          sql<Decision>`${decision}`.as('decision'),
          sql<Date>`${now}::timestamptz`.as('decided_at'),
        ]),
    )
    .execute()
  await tellOfDecision(services, tx, registrationId, decision)
  await recordActivity(tx, {
    subject: { kind: 'registration', id: registrationId },
    verb: 'registration.made',
    actor: actorOf(scope),
    facts: { event: category.eventId, category: category.kind, decision },
    at: now,
  })
}

/** Whoever is signed in and registers their own address is known; who registers a colleague does not become them. */
const personOf = (scope: Scope, { addressKey: key }: Arriving): string | null =>
  scope.person && addressKey(scope.person.address) === key ? scope.person.personId : null
