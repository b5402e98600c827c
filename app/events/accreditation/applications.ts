import { sql } from 'kysely'
import type { Scope } from '../../accounts/scope.ts'
import type { Locale } from '../../language/locales.ts'
import type { PersonName } from '../../language/names.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'
import { mayOrganise } from '../policy.ts'
import type { Decision } from '../tables.ts'
import { nameKeys } from './nameKeys.ts'
import { type PossibleDuplicate, possibleDuplicates } from './duplicates.ts'
import type { PressEvent } from './pressEvent.ts'
import type { PressRole, ProofType, Wanted } from './tables.ts'

/** A journalist's application as the press office sees it. */
export type Application = {
  registrationId: string
  arrival: number
  name: PersonName
  address: string
  addressKey: string
  outlet: string
  outletKey: string
  role: PressRole
  crew: number
  mobile: string
  pressClub: string | null
  wishesToAsk: boolean
  question: string | null
  languages: Locale[]
  locale: Locale
  timeZone: string
  registeredAt: Date
  rules: { version: number; locale: Locale; acceptedAt: Date } | null
  /** Came by a standing accreditation, proved by the link in a mail. */
  standingId: string | null
  decision: Decision
  decidedAt: Date
  decidedBy: string | null
  reason: string | null
  proofs: Proof[]
  requests: Asked[]
  duplicates: PossibleDuplicate[]
}

export type Proof = { id: string; type: ProofType; size: number; receivedAt: Date; deletedAt: Date | null }

export type Asked = {
  id: string
  wanted: Wanted
  note: string | null
  askedAt: Date
  answer: string | null
  answeredAt: Date | null
}

/** Everybody who applied, in the order of arrival; nobody for whoever may not review. */
export async function applicationsTo(db: Db | Tx, scope: Scope, event: PressEvent): Promise<Application[]> {
  // Press cards are for those who run the event; the operator runs the installation.
  if (!mayOrganise(scope, event)) return []
  const rows = await rowsOf(db, event.id)
  const ids = rows.map(({ registration_id }) => registration_id)
  const [proofs, requests] = ids.length === 0 ? [[], []] : await Promise.all([proofsOf(db, ids), requestsOf(db, ids)])
  const digests = new Map<string, string[]>()
  for (const { registration_id, digest } of proofs)
    digests.set(registration_id, [...(digests.get(registration_id) ?? []), Buffer.from(digest).toString('hex')])
  const alike = possibleDuplicates(
    rows
      // Whoever withdrew and applies again is no riddle.
      .filter(({ decision }) => decision !== 'withdrawn')
      .map((row) => ({
        registrationId: row.registration_id,
        addressKey: row.address_key,
        // Of the name as it is now: a registrant may correct it.
        nameKeys: nameKeys(row.name),
        outletKey: row.outlet_key,
        mobileKey: row.mobile_key,
        proofDigests: digests.get(row.registration_id) ?? [],
      })),
  )
  return rows.map((row) => ({
    ...presented(row),
    proofs: proofs
      .filter(({ registration_id }) => registration_id === row.registration_id)
      .map((proof) => ({
        id: proof.id,
        type: proof.media_type,
        size: proof.size,
        receivedAt: proof.received_at,
        deletedAt: proof.deleted_at,
      })),
    requests: requests
      .filter(({ registration_id }) => registration_id === row.registration_id)
      .map((asked) => ({
        id: asked.id,
        wanted: asked.wanted,
        note: asked.note,
        askedAt: asked.asked_at,
        answer: asked.answer,
        answeredAt: asked.answered_at,
      })),
    duplicates: alike.get(row.registration_id) ?? [],
  }))
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number]

const presented = (row: Row): Omit<Application, 'proofs' | 'requests' | 'duplicates'> => ({
  registrationId: row.registration_id,
  arrival: row.arrival,
  name: row.name,
  address: row.address,
  addressKey: row.address_key,
  outlet: row.outlet,
  outletKey: row.outlet_key,
  role: row.role,
  crew: row.crew,
  mobile: row.mobile,
  pressClub: row.press_club,
  wishesToAsk: row.wishes_to_ask,
  question: row.question,
  languages: row.languages,
  locale: row.locale,
  timeZone: row.time_zone,
  registeredAt: row.registered_at,
  rules:
    row.version !== null && row.rules_locale && row.rules_accepted_at
      ? { version: row.version, locale: row.rules_locale, acceptedAt: row.rules_accepted_at }
      : null,
  standingId: row.standing_id,
  decision: row.decision,
  decidedAt: row.decided_at,
  decidedBy: row.decided_by,
  reason: row.reason,
})

const rowsOf = (db: Db | Tx, eventId: string) =>
  db
    .selectFrom('accreditation')
    .innerJoin('registration', 'registration.id', 'accreditation.registration_id')
    .innerJoin('registration_decision', (join) =>
      join
        .onRef('registration_decision.registration_id', '=', 'registration.id')
        .on(sql<boolean>`registration_decision.replaced_at is null`),
    )
    .leftJoin('coverage_rules', 'coverage_rules.id', 'accreditation.rules_id')
    .selectAll('accreditation')
    .select(['registration.name', 'registration.address', 'registration.address_key', 'registration.arrival'])
    .select(['registration.locale', 'registration.time_zone', 'registration.registered_at'])
    .select(['decision', 'decided_at', 'decided_by', 'reason', 'coverage_rules.version'])
    .where('accreditation.event_id', '=', eventId)
    .orderBy('registration.arrival')
    .execute()

const proofsOf = (db: Db | Tx, ids: string[]) =>
  db
    .selectFrom('accreditation_proof')
    .selectAll()
    .where('registration_id', 'in', ids)
    .orderBy('received_at')
    .orderBy('id')
    .execute()

const requestsOf = (db: Db | Tx, ids: string[]) =>
  db
    .selectFrom('accreditation_request')
    .selectAll()
    .where('registration_id', 'in', ids)
    .orderBy('asked_at')
    .orderBy('id')
    .execute()
