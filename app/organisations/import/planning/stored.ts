import type { Db, Tx } from '../../../platform/db/tables.ts'
import { json } from '../../../platform/db/values.ts'
import type { Before, Core } from './state.ts'

/** What an organisation's own columns say now. */
export async function coreOf(db: Db | Tx, id: string): Promise<Core | null> {
  const row = await db
    .selectFrom('organisation')
    .select(['name', 'legal_form as legalForm', 'country', 'seat', 'website'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

export const corePatch = ({ name, legalForm, country, seat, website }: Core) => ({
  name: json(name),
  legal_form: legalForm,
  country,
  seat: seat ? json(seat) : null,
  website,
})

/** The parts of a profile as they stand, as they can be put back. */
export async function partsOf(db: Db | Tx, id: string): Promise<Before['parts']> {
  const rows = await db.selectFrom('profile_part').selectAll().where('organisation_id', '=', id).execute()
  return Object.fromEntries(
    rows.map((row) => [
      row.field_group,
      {
        content: row.content,
        visibility: row.visibility,
        revision: row.revision,
        changedBy: row.changed_by,
        changedAt: row.changed_at.toISOString(),
      },
    ]),
  )
}
