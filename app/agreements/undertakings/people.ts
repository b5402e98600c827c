import type { Locale } from '../../language/locales.ts'
import { storedNameText } from '../../organisations/storedName.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'

/** Whether somebody manages or coordinates the organisation today: only they can answer for what it owes. */
export async function isColleague(tx: Tx, organisationId: string, personId: string): Promise<boolean> {
  const held = await tx
    .selectFrom('role_assignment')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .where('role', 'in', ['manager', 'coordinator'])
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return held !== undefined
}

/** Those who could answer for what an organisation owes. */
export async function colleaguesAt(
  db: Db | Tx,
  organisationId: string,
  reader: Locale,
): Promise<{ id: string; name: string; address: string | null; locale: string }[]> {
  const rows = await db
    .selectFrom('role_assignment as held')
    .innerJoin('person', 'person.id', 'held.person_id')
    .select(['person.id', 'person.name', 'person.address', 'person.locale'])
    .distinct()
    .where('held.organisation_id', '=', organisationId)
    .where('held.role', 'in', ['manager', 'coordinator'])
    .where('held.ended_at', 'is', null)
    .where('person.erased_at', 'is', null)
    .orderBy('person.id')
    .execute()
  return rows.map(({ name, ...row }) => ({ ...row, name: storedNameText(name, reader) }))
}
