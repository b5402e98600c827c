import type { Scope } from '../../accounts/scope.ts'
import { actorOf } from '../../accounts/activity.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { transaction } from '../../platform/db/transaction.ts'
import type { Services } from '../../web/env.ts'
import { subjectOf } from '../import/activity.ts'
import { claimList } from '../import/claiming.ts'
import type { ListCluster } from '../lists.ts'
import { mergeMembers, type MergingRefusal } from './merging.ts'
import { type PartingRefusal, undoMerge } from './parting.ts'
import { isPairOf } from './queries.ts'

export const answers = ['keep-one', 'keep-other', 'not-the-same', 'reopen'] as const
export type Answer = (typeof answers)[number]

/** `kept`: how many entries of the member that stayed were written since, and so stay as they are. */
export type Decided = { decided: Answer; kept: number }
export type DecidingRefusal =
  | MergingRefusal
  | PartingRefusal
  | { refused: 'no-such-pair' | 'decided-already' | 'not-decided' }

/** What the office of a cluster says to a pair: one of the two stays, they are not the same, or that it was wrong. */
export const decideDuplicate = (
  services: Services,
  scope: Scope,
  cluster: ListCluster,
  { proposalId, answer }: { proposalId: string; answer: Answer },
): Promise<Decided | DecidingRefusal> =>
  transaction(services.database.db, async (tx) => {
    const now = services.clock.now()
    // The second of two who decide at once waits here.
    await claimList(tx, cluster.id)
    const pair = await tx
      .selectFrom('duplicate_proposal')
      .select(['id', 'one_id', 'other_id'])
      .where('id', '=', proposalId)
      .forUpdate()
      .executeTakeFirst()
    if (!pair || !(await isPairOf(tx, scope, cluster, proposalId, now))) return { refused: 'no-such-pair' as const }
    const decision = await tx
      .selectFrom('duplicate_decision')
      .select(['decision', 'decided_for'])
      .where('proposal_id', '=', proposalId)
      .executeTakeFirst()
    if (answer === 'reopen') return reopen(tx, scope, cluster, proposalId, decision, now)
    if (decision) return { refused: 'decided-already' as const }
    if (answer === 'not-the-same') {
      await decide(tx, scope, cluster, proposalId, 'not-the-same', now)
      return { decided: answer, kept: 0 }
    }
    const [keptId, goneId] = answer === 'keep-one' ? [pair.one_id, pair.other_id] : [pair.other_id, pair.one_id]
    const merged = await mergeMembers(tx, scope, cluster, { proposalId, keptId, goneId }, now)
    if ('refused' in merged) return merged
    await decide(tx, scope, cluster, proposalId, 'merged', now)
    return { decided: answer, kept: 0 }
  })

async function decide(
  tx: Tx,
  scope: Scope,
  cluster: ListCluster,
  proposalId: string,
  decision: 'merged' | 'not-the-same',
  now: Date,
): Promise<void> {
  await tx
    .insertInto('duplicate_decision')
    .values({
      proposal_id: proposalId,
      decision,
      decided_by: scope.person?.personId ?? null,
      decided_for: cluster.id,
      decided_at: now,
    })
    .execute()
  await note(tx, scope, cluster, { pair: proposalId, decision }, now)
}

async function reopen(
  tx: Tx,
  scope: Scope,
  cluster: ListCluster,
  proposalId: string,
  decision: { decision: 'merged' | 'not-the-same'; decided_for: string } | undefined,
  now: Date,
): Promise<Decided | DecidingRefusal> {
  if (!decision || decision.decided_for !== cluster.id) return { refused: 'not-decided' }
  const merge = await tx
    .selectFrom('organisation_merge')
    .select('id')
    .where('proposal_id', '=', proposalId)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  const undone = merge ? await undoMerge(tx, scope, cluster, merge.id, now) : { kept: 0 }
  if ('refused' in undone) return undone
  await tx.deleteFrom('duplicate_decision').where('proposal_id', '=', proposalId).execute()
  await note(tx, scope, cluster, { pair: proposalId, decision: 'reopened' }, now)
  return { decided: 'reopen', kept: undone.kept }
}

const note = (tx: Tx, scope: Scope, cluster: ListCluster, facts: Record<string, string>, at: Date) =>
  recordActivity(tx, {
    subject: subjectOf(cluster.id),
    verb: 'members.duplicate-decided',
    actor: actorOf(scope, cluster.managingOrganisationId),
    facts,
    at,
  })
