import type { Locale } from '../language/locales.ts'
import { storedNameText } from '../organisations/storedName.ts'
import type { Db } from '../platform/db/tables.ts'

/** Names by id; whoever was erased has none. */
export async function namesOf(db: Db, ids: readonly (string | null)[], locale: Locale): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', wanted)
    .where('erased_at', 'is', null)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, storedNameText(name, locale)]))
}
