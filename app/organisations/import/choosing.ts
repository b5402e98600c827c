import type { Scope } from '../../accounts/scope.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { json } from '../../platform/db/values.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import type { Services } from '../../web/env.ts'
import { actorOf } from '../../accounts/activity.ts'
import { subjectOf } from './activity.ts'
import type { ImportChoices } from './choices.ts'
import { detectColumns, fingerprintOf } from './mapping/detecting.ts'
import { keepsListOf } from '../lists.ts'
import { contentsOf, type MemberImport } from './queries.ts'
import { readTable } from './reading/reading.ts'
import type { ReadingRefusal } from './reading/table.ts'

export type ChoosingRefusal =
  | ReadingRefusal
  | { refused: 'not-yours' | 'file-gone' | 'list-changed' | 'applied-already' | 'name-column-missing' | 'column-twice' }

/**
 * Says how a list is to be read and which column is what. Where the reading changes so that other columns appear, they are detected anew.
 * What was chosen is remembered for lists with the same header.
 */
export async function chooseReading(
  services: Services,
  scope: Scope,
  list: MemberImport,
  input: { choices: ImportChoices; basedOn: number },
): Promise<{ revision: number } | ChoosingRefusal> {
  const { cluster } = list
  if (!keepsListOf(scope, cluster)) return { refused: 'not-yours' }
  if (list.acts.length > 0) return { refused: 'applied-already' }
  const { db } = services.database
  const contents = await contentsOf(db, scope, list.id)
  if (!contents) return { refused: 'file-gone' }
  const table = await readTable(contents, input.choices)
  if ('refused' in table) return table
  const before = await readTable(contents, list.choices)
  const isSameHeader = !('refused' in before) && fingerprintOf(before.headers) === fingerprintOf(table.headers)
  const columns =
    isSameHeader && input.choices.columns?.length === table.headers.length
      ? input.choices.columns
      : detectColumns(table)
  const given = columns.filter((field) => field !== null)
  if (isSameHeader && !given.includes('name')) return { refused: 'name-column-missing' }
  if (new Set(given).size < given.length) return { refused: 'column-twice' }
  const choices = { ...input.choices, columns }
  const now = services.clock.now()
  return transaction(db, async (tx) => {
    const changed = await tx
      .updateTable('member_import')
      .set({ choices: json(choices), revision: input.basedOn + 1 })
      .where('id', '=', list.id)
      .where('revision', '=', input.basedOn)
      .returning('revision')
      .executeTakeFirst()
    if (!changed) return { refused: 'list-changed' as const }
    const remembered = {
      cluster_id: cluster.id,
      fingerprint: fingerprintOf(table.headers),
      choices: json(choices),
      saved_at: now,
    }
    await tx
      .insertInto('import_mapping')
      .values(remembered)
      .onConflict((conflict) =>
        conflict.columns(['cluster_id', 'fingerprint']).doUpdateSet({ choices: json(choices), saved_at: now }),
      )
      .execute()
    await recordActivity(tx, {
      subject: subjectOf(cluster.id),
      verb: 'members.list-mapped',
      actor: actorOf(scope, cluster.managingOrganisationId),
      facts: { import: list.id, revision: changed.revision },
      at: now,
    })
    return { revision: changed.revision }
  })
}
