import './tables.ts'
import type { Db } from '../../platform/db/tables.ts'

/** What codes are called, in English, as far as the nomenclature was loaded and has them. */
export async function namesOfCodes(db: Db, codes: readonly string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map()
  const rows = await db
    .selectFrom('emdn_term')
    .select(['code', 'term'])
    .where('code', 'in', [...codes])
    .execute()
  return new Map(rows.map(({ code, term }) => [code, term]))
}
