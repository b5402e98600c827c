import type { Locale } from '../language/locales.ts'
import { storedNameText } from '../organisations/storedName.ts'
import type { Db } from '../platform/db/tables.ts'

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
