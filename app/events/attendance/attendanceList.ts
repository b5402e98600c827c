import type { PersonName } from '../../language/names.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'
import type { CategoryKind } from '../tables.ts'

export type Attending = {
  registrationId: string
  name: PersonName
  affiliation: string | null
  affiliationKey: string | null
  kind: CategoryKind
  /** Null: nothing is recorded. */
  came: boolean | null
  source: 'provider' | 'hand' | null
  minutes: number | null
}

/** Those with a place, in order of arrival. The caller has asked whether the asker organises the event. */
export const attendanceList = (db: Db | Tx, eventId: string): Promise<Attending[]> =>
  db
    .selectFrom('registration')
    .innerJoin('registration_category as category', 'category.id', 'registration.category_id')
    .innerJoin('registration_decision as decision', (join) =>
      join
        .onRef('decision.registration_id', '=', 'registration.id')
        .on('decision.replaced_at', 'is', null)
        .on('decision.decision', '=', 'confirmed'),
    )
    .leftJoin('attendance', (join) =>
      join.onRef('attendance.registration_id', '=', 'registration.id').on('attendance.replaced_at', 'is', null),
    )
    .select(['registration.id as registrationId', 'registration.name', 'affiliation', 'category.kind'])
    .select(['affiliation_key as affiliationKey', 'came', 'source', 'minutes'])
    .where('registration.event_id', '=', eventId)
    .orderBy('arrival')
    .execute()

export type Group = { affiliation: string | null; registered: number; came: number }

/** How many came for whom; two spellings of one organisation are one. */
export function byOrganisation(people: readonly Attending[]): Group[] {
  const groups = new Map<string | null, Group>()
  for (const { affiliation, affiliationKey, came } of people) {
    const group = groups.get(affiliationKey) ?? { affiliation, registered: 0, came: 0 }
    group.registered++
    if (came) group.came++
    groups.set(affiliationKey, group)
  }
  return [...groups.values()]
}
