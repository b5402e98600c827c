import type { Scope } from '../../accounts/scope.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'
import type { Field } from './mapping/fields.ts'
import { candidateOf } from './planning/candidate.ts'
import { type Plan, planOf } from './planning/planning.ts'
import { rollOf } from './planning/roll.ts'
import { contentsOf, latestAct, type MemberImport } from './queries.ts'
import { readTable } from './reading/reading.ts'
import type { ReadingRefusal, Table } from './reading/table.ts'
import { dayIn } from './today.ts'

export type Preview = { table: Table; plan: Plan; columns: (Field | null)[]; seen: string }

/** What applying the list would do now. Nothing is written. */
export async function previewOf(
  db: Db | Tx,
  scope: Scope,
  list: MemberImport,
  now: Date,
): Promise<Preview | ReadingRefusal | { refused: 'file-gone' }> {
  const contents = await contentsOf(db, scope, list.id)
  if (!contents) return { refused: 'file-gone' }
  const table = await readTable(contents, list.choices)
  if ('refused' in table) return table
  const columns = table.headers.map((_, place) => list.choices.columns?.[place] ?? null)
  const candidates = table.rows.flatMap((row) => candidateOf(row, columns, list.choices).candidate ?? [])
  const roll = await rollOf(db, list.cluster.id, dayIn(list.cluster.timeZone, now), candidates)
  return {
    table,
    columns,
    plan: planOf(table, columns, list.choices, roll),
    seen: await latestAct(db, scope, list.cluster.id),
  }
}
