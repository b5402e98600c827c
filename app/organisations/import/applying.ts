import { actorOf } from '../../accounts/activity.ts'
import type { Scope } from '../../accounts/scope.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { json } from '../../platform/db/values.ts'
import { newId } from '../../platform/ids.ts'
import type { Services } from '../../web/env.ts'
import { subjectOf } from './activity.ts'
import { claimList } from './claiming.ts'
import type { Counts } from './planning/planning.ts'
import { keepsListOf } from '../lists.ts'
import { previewOf } from './previewing.ts'
import { latestAct, type MemberImport } from './queries.ts'
import type { ReadingRefusal } from './reading/table.ts'
import { writePlan } from './writingPlan.ts'

export type ApplyingRefusal =
  | ReadingRefusal
  | { refused: 'not-yours' | 'file-gone' | 'list-changed' | 'applied-already' | 'name-column-missing' }

/**
 * Takes a list into its cluster, all of it or nothing. `seen` and `basedOn` say which state the preview showed: who applies after
 * somebody else has changed the list or the cluster is told so, and looks again.
 */
export async function applyImport(
  services: Services,
  scope: Scope,
  list: MemberImport,
  input: { seen: string; basedOn: number },
): Promise<{ counts: Counts } | ApplyingRefusal> {
  const { cluster } = list
  if (!keepsListOf(scope, cluster)) return { refused: 'not-yours' }
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    await claimList(tx, cluster.id)
    if (await isApplied(tx, list.id)) return { refused: 'applied-already' as const }
    const isSeen = (await latestAct(tx, scope, cluster.id)) === input.seen
    if (!isSeen || (await revisionOf(tx, list.id)) !== input.basedOn) return { refused: 'list-changed' as const }
    const preview = await previewOf(tx, scope, list, now)
    if ('refused' in preview) return preview
    if (!preview.columns.includes('name')) return { refused: 'name-column-missing' as const }
    const { counts } = preview.plan
    await writePlan(tx, { plan: preview.plan, list, now, by: scope.person?.personId ?? null })
    await tx
      .insertInto('import_act')
      .values({
        id: newId(),
        import_id: list.id,
        cluster_id: cluster.id,
        act: 'applied',
        done_by: scope.person?.personId ?? null,
        done_at: now,
        counts: json(counts),
      })
      .execute()
    await recordActivity(tx, {
      subject: subjectOf(cluster.id),
      verb: 'members.list-applied',
      actor: actorOf(scope, cluster.managingOrganisationId),
      facts: { import: list.id, created: counts.created, updated: counts.updated, joined: counts.joined },
      at: now,
    })
    return { counts }
  })
}

const isApplied = async (tx: Tx, importId: string): Promise<boolean> =>
  (await tx.selectFrom('import_act').select('id').where('import_id', '=', importId).executeTakeFirst()) !== undefined

const revisionOf = async (tx: Tx, importId: string): Promise<number> =>
  (await tx.selectFrom('member_import').select('revision').where('id', '=', importId).executeTakeFirstOrThrow())
    .revision
