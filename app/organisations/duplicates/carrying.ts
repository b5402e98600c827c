import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tables.ts'

/**
 * What goes with an entry that is merged into another, and comes back with it: every table that says something of a member alone, in the
 * order in which the rows can be put back.
 */
export const carried = [
  ['organisation', 'id'],
  ['member_profile', 'organisation_id'],
  ['profile_request', 'organisation_id'],
  ['profile_check', 'organisation_id'],
  ['profile_yearly_off', 'organisation_id'],
  ['member_logo', 'organisation_id'],
  ['profile_part', 'organisation_id'],
  ['profile_part_earlier', 'organisation_id'],
  ['cluster_membership', 'organisation_id'],
  ['member_external_id', 'organisation_id'],
] as const

type Rows = Partial<Record<(typeof carried)[number][0], object[]>>

/** The rows of an entry as the database writes them, whatever columns they have. */
export async function takeRows(tx: Tx, organisationId: string): Promise<Rows> {
  const taken: Rows = {}
  for (const [table, column] of carried) {
    const { rows } = await sql<{ row: object }>`
      select to_jsonb(t) as row from ${sql.table(table)} t where ${sql.ref(column)} = ${organisationId}`.execute(tx)
    taken[table] = rows.map(({ row }) => row)
  }
  return taken
}

/** Puts the rows back where they are missing. */
export async function putRows(tx: Tx, rows: Rows): Promise<void> {
  for (const [table] of carried)
    await sql`
      insert into ${sql.table(table)}
      select * from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows[table] ?? [])}::jsonb)
      on conflict do nothing`.execute(tx)
}
