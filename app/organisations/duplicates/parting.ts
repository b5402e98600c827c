import { actorOf } from '../../accounts/activity.ts'
import type { Scope } from '../../accounts/scope.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import type { Tx } from '../../platform/db/tables.ts'
import type { ListCluster } from '../lists.ts'
import { digestOf } from '../import/planning/state.ts'
import { coreOf, corePatch, partsOf } from '../import/planning/stored.ts'
import { slugsFor } from '../import/slugs.ts'
import { putRows } from './carrying.ts'
import type { BeforeMerge, LeftByMerge } from './merging.ts'

export type PartingRefusal = { refused: 'merged-since' }

/**
 * Takes a merge back: the entry that went comes back as it was, and the other one is what it was before, except where somebody has written
 * since. Only the numbers that the entry brought go back with it.
 */
export async function undoMerge(
  tx: Tx,
  scope: Scope,
  cluster: ListCluster,
  mergeId: string,
  now: Date,
): Promise<{ kept: number } | PartingRefusal> {
  const merge = await tx
    .selectFrom('organisation_merge')
    .selectAll()
    .where('id', '=', mergeId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const keptId = merge.kept_id
  const core = await coreOf(tx, keptId)
  // The entry that stayed has been merged into a third one since.
  if (!core) return { refused: 'merged-since' }
  const [before, left] = [merge.before as BeforeMerge, merge.left_behind as LeftByMerge]
  await freeNumbers(tx, keptId, before)
  await putRows(tx, { ...before.gone, organisation: await withFreeSlug(tx, before.gone.organisation ?? []) })
  const written = await takeParts(tx, keptId, before, left)
  const isCoreWritten = digestOf(core) !== left.core
  if (!isCoreWritten)
    await tx.updateTable('organisation').set(corePatch(before.core)).where('id', '=', keptId).execute()
  if (before.memberships.length > 0)
    await tx.deleteFrom('cluster_membership').where('id', 'in', before.memberships).execute()
  await tx
    .updateTable('organisation_merge')
    .set({ undone_by: scope.person?.personId ?? null, undone_at: now })
    .where('id', '=', mergeId)
    .execute()
  await recordActivity(tx, {
    subject: { kind: 'organisation', id: keptId },
    verb: 'members.merge-undone',
    actor: actorOf(scope, cluster.managingOrganisationId),
    facts: { merge: mergeId, back: merge.gone_id, written: written + Number(isCoreWritten) },
    at: now,
  })
  return { kept: written + Number(isCoreWritten) }
}

/** Its numbers stand with the other entry; there they make room for the rows that come back. */
async function freeNumbers(tx: Tx, keptId: string, { gone }: BeforeMerge): Promise<void> {
  for (const row of (gone.member_external_id ?? []) as { cluster_id: string; external_id: string }[])
    await tx
      .deleteFrom('member_external_id')
      .where('organisation_id', '=', keptId)
      .where('cluster_id', '=', row.cluster_id)
      .where('external_id', '=', row.external_id)
      .execute()
}

/** Somebody else may bear the short name by now. */
async function withFreeSlug(tx: Tx, rows: object[]): Promise<object[]> {
  const [row] = rows as { slug: string }[]
  const [slug] = row ? await slugsFor(tx, [row.slug]) : []
  return row ? [{ ...row, slug }] : []
}

/** @returns how many parts stay, since somebody has written them */
async function takeParts(tx: Tx, keptId: string, before: BeforeMerge, left: LeftByMerge): Promise<number> {
  const parts = await partsOf(tx, keptId)
  let written = 0
  for (const group of before.parts) {
    const part = parts[group]
    if (part && digestOf(part.content) === left[group])
      await tx
        .deleteFrom('profile_part')
        .where('organisation_id', '=', keptId)
        .where('field_group', '=', group)
        .execute()
    else if (part) written++
  }
  return written
}
