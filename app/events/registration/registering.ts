import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Scope } from '../../accounts/scope.ts'
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
import { tellOfArrival, tellOfDecision } from '../telling.ts'
import { type ConsentPurpose, consentFrom, keepWording, type Wording, wordingOf } from './consent.ts'
import { timeliness } from './deadlines.ts'
import { addressKey, affiliationKey } from './keys.ts'
import { type LockedCategory, lockCategory, lockCategoryBeside } from './locking.ts'
import { comesAsMember } from './membership.ts'
import { newPersonalToken, unlockToken } from './personalAddress.ts'
import { type NoPlace, type Room, seatIn } from './placing.ts'

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
  const now = services.clock.now()
  if (input.kind === 'member' && !(await comesAsMember(services.database.db, scope, input, now)))
    return { refused: 'members-only' }
  const hints = hintsOf(services)
  const hint = `${input.eventId} ${input.kind}`
  // What another room does inside may take the lock for itself, and it cannot be had twice.
  if (!within && hints.has(hint)) {
    const outcome = await attempt<Refusal>(services, scope, input, 'beside')
    if (outcome !== 'seat-free') return outcome
    hints.delete(hint)
  }
  const outcome = await attempt(services, scope, input, 'alone', within)
  if (outcome === 'seat-free') throw new Error('A seat can be taken by whoever is alone with it')
  if (!('refused' in outcome) && outcome.decision === 'waiting') hints.add(hint)
  return outcome
}

/**
 * Categories that were full when this process last looked. There a newcomer only waits, which many may begin at once; whether it is
 * still so is asked under that lock, so a stale hint costs a second try and nothing else.
 */
const full = new WeakMap<object, Set<string>>()

function hintsOf(services: Services): Set<string> {
  const own = full.get(services.database) ?? new Set<string>()
  full.set(services.database, own)
  return own
}

/** One try. `seat-free`: a seat would be taken, for which one has to be alone. */
async function attempt<Refusal extends { refused: string }>(
  services: Services,
  scope: Scope,
  input: RegistrationInput,
  mode: 'alone' | 'beside',
  within?: Within<Refusal>,
): Promise<Registered | RegistrationRefusal | Refusal | 'seat-free'> {
  const { db } = services.database
  const personal = newPersonalToken(services)
  const by = { eventId: input.eventId, kind: input.kind }
  try {
    return await transaction(db, async (tx) => {
      const category = await (mode === 'alone'
        ? lockCategory(tx, by)
        : lockCategoryBeside(tx, by, addressKey(input.address)))
      const refusal = refusalOf(category, input)
      if (refusal || !category) return refusal ?? { refused: 'no-such-category' as const }
      const arriving = arrivalOf(input, category)
      const { before, room } = await found(tx, category, arriving)
      if (before) return await answerAgain(services, tx, before, arriving)
      const decision = decisionFor(services, category, room)
      if (typeof decision !== 'string') return decision
      if (decision === 'confirmed' && room && mode === 'beside') return 'seat-free' as const
      const registrationId = newId()
      const wordings = input.consents.map((purpose) => wordingOf(purpose, category, input.locale))
      await keepWording(db, tx, wordings)
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

function refusalOf(category: LockedCategory | null, input: RegistrationInput): RegistrationRefusal | null {
  if (!category) return { refused: 'no-such-category' }
  if (!category.event.isPublished) return { refused: 'not-published' }
  if (category.event.isCancelled) return { refused: 'cancelled' }
  if (!input.consents.includes('participation')) return { refused: 'consent-needed' }
  const isOpen = category.fields.some((field) => field.required && !input.answers?.[field.key]?.trim())
  return isOpen ? { refused: 'answer-needed' } : null
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

type Before = { id: string; decision: Decision; submissionHash: Uint8Array | null; manageLocked: Uint8Array | null }

/**
 * Whether this address is registered already, and how full it is: in one statement, since everybody who comes for this category waits
 * for it. Where there are no limits nobody is counted.
 */
async function found(
  tx: Tx,
  category: LockedCategory,
  { addressKey: key, affiliationKey: affiliation }: Arriving,
): Promise<{ before: Before | null; room: Room | null }> {
  const capPerAffiliation = affiliation === null ? null : category.capPerAffiliation
  const isLimited = category.capacity !== null || capPerAffiliation !== null
  const row = await tx
    .selectFrom((from) =>
      from
        .selectFrom('registration_decision as seat')
        .innerJoin('registration as holder', 'holder.id', 'seat.registration_id')
        .select((select) => [
          select.fn.countAll<number>().as('confirmed'),
          select.fn.countAll<number>().filterWhere('holder.affiliation_key', '=', affiliation).as('own'),
        ])
        .where('seat.category_id', '=', category.id)
        .where('seat.decision', '=', 'confirmed')
        .where('seat.replaced_at', 'is', null)
        .where(sql<boolean>`${isLimited}`)
        .as('room'),
    )
    .leftJoin(
      (from) =>
        from
          .selectFrom('registration')
          .innerJoin('registration_decision as decision', 'decision.registration_id', 'registration.id')
          .select(['registration.id', 'decision.decision', 'submission_hash', 'manage_locked'])
          .where('registration.category_id', '=', category.id)
          .where('address_key', '=', key)
          .where('replaced_at', 'is', null)
          .where('decision.decision', '<>', 'withdrawn')
          .limit(1)
          .as('earlier'),
      (join) => join.onTrue(),
    )
    .selectAll()
    .executeTakeFirstOrThrow()
  const { confirmed, own, id, decision, submission_hash: submissionHash, manage_locked: manageLocked } = row
  return {
    before: id && decision ? { id, decision, submissionHash, manageLocked } : null,
    room: isLimited ? { capacity: category.capacity, confirmed, capPerAffiliation, confirmedOfAffiliation: own } : null,
  }
}

/** A second registration of one address changes nothing. Whoever sent the very same form is told again what they were told. */
async function answerAgain(services: Services, tx: Tx, before: Before, arriving: Arriving): Promise<Registered> {
  const isSameForm =
    arriving.submissionHash !== null &&
    before.submissionHash !== null &&
    Buffer.from(before.submissionHash).equals(arriving.submissionHash)
  // Anybody can write anybody's address into a form: only the mail to that address carries what is personal.
  if (!isSameForm) await tellOfDecision(services, tx, before.id, before.decision)
  const token = isSameForm && before.manageLocked ? unlockToken(services, before.manageLocked) : null
  return { registrationId: before.id, decision: before.decision, isNew: false, token }
}

/** Where there is no room to count (null), everybody fits. */
function decisionFor(services: Services, category: LockedCategory, room: Room | null): Decision | RegistrationRefusal {
  const now = services.clock.now()
  if (now >= category.event.ends) return { refused: 'over' }
  const time = timeliness(category, now)
  if (time === 'early') return { refused: 'not-open-yet' }
  if (time === 'late') return category.lateQueue ? 'late' : { refused: 'closed' }
  if (category.needsApproval) return 'pending'
  const seat = room ? seatIn(room) : 'seat'
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
  await tellOfArrival(services, tx, registrationId, decision)
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
