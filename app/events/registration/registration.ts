import type { Locale } from '../../language/locales.ts'
import type { PersonName } from '../../language/names.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'
import type { CategoryKind, Decision, GivenConsent } from '../tables.ts'

export type Registration = {
  id: string
  eventId: string
  categoryId: string
  kind: CategoryKind
  arrival: number
  name: PersonName
  address: string
  affiliation: string | null
  affiliationKey: string | null
  organisationId: string | null
  personId: string | null
  locale: Locale
  timeZone: string
  answers: Record<string, string>
  consents: GivenConsent[]
  registeredAt: Date
  decision: Decision
  reason: string | null
  decidedBy: string | null
  decidedAt: Date
}

/** Registrations with the decision that stands, for those who have asked already whether the asker may see them. */
export const selectRegistrations = (db: Db | Tx) =>
  db
    .selectFrom('registration')
    .innerJoin('registration_category as category', 'category.id', 'registration.category_id')
    .innerJoin('registration_decision as decision', (join) =>
      join.onRef('decision.registration_id', '=', 'registration.id').on('decision.replaced_at', 'is', null),
    )
    .select([
      'registration.id',
      'registration.event_id as eventId',
      'registration.category_id as categoryId',
      'category.kind',
      'arrival',
      'registration.name',
      'address',
      'affiliation',
      'affiliation_key as affiliationKey',
      'organisation_id as organisationId',
      'person_id as personId',
      'locale',
      'time_zone as timeZone',
      'answers',
      'consents',
      'registered_at as registeredAt',
      'decision.decision',
      'decision.reason',
      'decision.decided_by as decidedBy',
      'decision.decided_at as decidedAt',
    ])

/** One registration by its id; no scope is asked, for verbs and jobs. */
export const registrationById = (db: Db | Tx, id: string): Promise<Registration | undefined> =>
  selectRegistrations(db).where('registration.id', '=', id).executeTakeFirst()
