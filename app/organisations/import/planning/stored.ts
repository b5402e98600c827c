import type { Db, Tx } from '../../../platform/db/tables.ts'
import { json } from '../../../platform/db/values.ts'
import type { Before, Core } from './state.ts'

type StoredParts = Before['parts']

/** What an organisation's own columns say now. */
export const coreOf = async (db: Db | Tx, id: string): Promise<Core | null> => (await coresOf(db, [id])).get(id) ?? null

/** The same for many at once, by their ids. */
export async function coresOf(db: Db | Tx, ids: string[]): Promise<Map<string, Core>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('organisation')
    .select(['id', 'name', 'legal_form as legalForm', 'country', 'seat', 'website'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, ...core }) => [id, core]))
}

export const corePatch = ({ name, legalForm, country, seat, website }: Core) => ({
  name: json(name),
  legal_form: legalForm,
  country,
  seat: seat ? json(seat) : null,
  website,
})

/** The parts of a profile as they stand, as they can be put back. */
export const partsOf = async (db: Db | Tx, id: string): Promise<StoredParts> =>
  (await partsByMember(db, [id])).get(id) ?? {}

/** The same for many at once, by their ids; who has no part is not in it. */
export async function partsByMember(db: Db | Tx, ids: string[]): Promise<Map<string, StoredParts>> {
  const all = new Map<string, StoredParts>()
  if (ids.length === 0) return all
  const rows = await db.selectFrom('profile_part').selectAll().where('organisation_id', 'in', ids).execute()
  for (const row of rows) {
    const part = {
      content: row.content,
      visibility: row.visibility,
      revision: row.revision,
      changedBy: row.changed_by,
      changedAt: row.changed_at.toISOString(),
    }
    all.set(row.organisation_id, { ...all.get(row.organisation_id), [row.field_group]: part })
  }
  return all
}
