import type { Locale } from '../language/locales.ts'
import { storedNameText } from '../organisations/storedName.ts'
import type { Content } from '../language/translated.ts'
import type { StoredName } from '../organisations/storedName.ts'
import type { Db, Tx } from '../platform/db/tables.ts'

/** Names of people for a reader, by id; who was erased is absent. For ids that an agreement of the asker's own mentions. */
export async function namesOfPeople(db: Db, ids: (string | null)[], reader: Locale): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', wanted)
    .where('erased_at', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.id, storedNameText(row.name, reader)]))
}

export type Candidate = { id: string; name: StoredName; office: Content | null }

/** Who may be named for an organisation: people with an office or a role there. */
export async function peopleOf(db: Db | Tx, organisationId: string): Promise<Candidate[]> {
  const rows = await db
    .selectFrom('person')
    .leftJoin('office', (join) =>
      join.onRef('office.person_id', '=', 'person.id').on('office.organisation_id', '=', organisationId),
    )
    .select(['person.id', 'person.name', 'office.title'])
    .where('person.erased_at', 'is', null)
    .where((where) =>
      where.or([
        where('office.id', 'is not', null),
        where.exists(
          where
            .selectFrom('role_assignment')
            .select('role_assignment.id')
            .whereRef('role_assignment.person_id', '=', 'person.id')
            .where('role_assignment.organisation_id', '=', organisationId)
            .where('role_assignment.ended_at', 'is', null),
        ),
      ]),
    )
    .orderBy('person.id')
    .execute()
  // Somebody with two offices stands once, with the first.
  return [
    ...new Map(rows.toReversed().map((row) => [row.id, { id: row.id, name: row.name, office: row.title }])).values(),
  ].toReversed()
}
