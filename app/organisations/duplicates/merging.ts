import { actorOf } from '../../accounts/activity.ts'
import type { Scope } from '../../accounts/scope.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { json } from '../../platform/db/values.ts'
import { newId } from '../../platform/ids.ts'
import type { Core } from '../import/planning/state.ts'
import { digestOf } from '../import/planning/state.ts'
import { coreOf, corePatch, partsOf } from '../import/planning/stored.ts'
import type { ListCluster } from '../lists.ts'
import type { FieldGroup } from '../members/profile.ts'
import type { ProfileText } from '../profileText.ts'
import { isUnused, removeOrganisations } from '../removing.ts'
import { takeRows } from './carrying.ts'
import { keepsAll } from './policy.ts'

export type MergingRefusal = { refused: 'gone-meanwhile' | 'not-both-yours' | 'in-use' }

/** What undoing needs: the entry that went, and what the other one was. */
export type BeforeMerge = {
  gone: Awaited<ReturnType<typeof takeRows>>
  core: Core
  parts: FieldGroup[]
  memberships: string[]
}

/** Digests of what the merge wrote on the entry that stays. */
export type LeftByMerge = { core: string } & Partial<Record<FieldGroup, string>>

type Pair = { proposalId: string; keptId: string; goneId: string }

/**
 * Makes one entry of two. The one that stays keeps all it says, and takes over what only the other had: its names in other languages, its
 * seat and site, parts of its profile, its places on lists and its numbers. The other goes, with all that is needed to bring it back.
 */
export async function mergeMembers(
  tx: Tx,
  scope: Scope,
  cluster: ListCluster,
  { proposalId, keptId, goneId }: Pair,
  now: Date,
): Promise<{ merged: string } | MergingRefusal> {
  const found = await tx
    .selectFrom('organisation')
    .select(['id', 'slug', 'name'])
    .where('id', 'in', [keptId, goneId])
    .orderBy('id')
    .forUpdate()
    .execute()
  const gone = found.find(({ id }) => id === goneId)
  if (!gone || found.length < 2) return { refused: 'gone-meanwhile' }
  if (!(await keepsAll(tx, scope, [keptId, goneId], now))) return { refused: 'not-both-yours' }
  if (!(await isUnused(tx, goneId))) return { refused: 'in-use' }
  const rows = await takeRows(tx, goneId)
  const { core, filled } = await fillCore(tx, keptId, goneId)
  const parts = await takeParts(tx, keptId, goneId, scope.person?.personId ?? null, now)
  const memberships = await takePlaces(tx, keptId, goneId)
  await tx
    .updateTable('member_external_id')
    .set({ organisation_id: keptId })
    .where('organisation_id', '=', goneId)
    .execute()
  await removeOrganisations(tx, [goneId])
  const id = newId()
  const before: BeforeMerge = { gone: rows, core, parts: Object.keys(parts) as FieldGroup[], memberships }
  const left: LeftByMerge = { core: digestOf(filled), ...parts }
  await tx
    .insertInto('organisation_merge')
    .values({
      id,
      proposal_id: proposalId,
      cluster_id: cluster.id,
      kept_id: keptId,
      gone_id: goneId,
      gone_slug: gone.slug,
      gone_name: json(gone.name),
      before: json(before),
      left_behind: json(left),
      merged_by: scope.person?.personId ?? null,
      merged_at: now,
      undone_by: null,
      undone_at: null,
    })
    .execute()
  await recordActivity(tx, {
    subject: { kind: 'organisation', id: keptId },
    verb: 'members.merged',
    actor: actorOf(scope, cluster.managingOrganisationId),
    facts: { merge: id, gone: goneId, slug: gone.slug },
    at: now,
  })
  return { merged: id }
}

/** What is written stays; what only the other entry knows is added, its name in other languages too. */
async function fillCore(tx: Tx, keptId: string, goneId: string): Promise<{ core: Core; filled: Core }> {
  const [core, other] = [(await coreOf(tx, keptId))!, (await coreOf(tx, goneId))!]
  const filled: Core = {
    ...core,
    name: bothTexts(core.name, other.name),
    legalForm: core.legalForm ?? other.legalForm,
    seat: core.seat && other.seat ? bothTexts(core.seat, other.seat) : (core.seat ?? other.seat),
    website: core.website ?? other.website,
  }
  if (digestOf(core) !== digestOf(filled))
    await tx.updateTable('organisation').set(corePatch(filled)).where('id', '=', keptId).execute()
  return { core, filled }
}

const bothTexts = (kept: ProfileText, other: ProfileText): ProfileText => ({
  ...other,
  ...kept,
  text: { ...other.text, ...kept.text },
})

/** Parts that the entry which stays does not have. @returns digests of them */
async function takeParts(
  tx: Tx,
  keptId: string,
  goneId: string,
  by: string | null,
  now: Date,
): Promise<Partial<Record<FieldGroup, string>>> {
  const [own, others] = [await partsOf(tx, keptId), await partsOf(tx, goneId)]
  const digests: Partial<Record<FieldGroup, string>> = {}
  for (const [group, part] of Object.entries(others) as [FieldGroup, (typeof others)[FieldGroup]][]) {
    if (own[group] || !part) continue
    await tx
      .insertInto('profile_part')
      .values({
        organisation_id: keptId,
        field_group: group,
        content: json(part.content),
        visibility: part.visibility,
        revision: part.revision,
        changed_by: by,
        changed_at: now,
      })
      .execute()
    digests[group] = digestOf(part.content)
  }
  return digests
}

/** Places on lists on which the entry that stays has none. @returns the new ones */
async function takePlaces(tx: Tx, keptId: string, goneId: string): Promise<string[]> {
  const places = await tx
    .selectFrom('cluster_membership')
    .selectAll()
    .where('organisation_id', 'in', [keptId, goneId])
    .execute()
  const own = new Set(
    places.filter((place) => place.organisation_id === keptId).map((place) => `${place.cluster_id} ${place.until}`),
  )
  const taken = places
    .filter((place) => place.organisation_id === goneId && !own.has(`${place.cluster_id} ${place.until}`))
    .map((place) => ({ ...place, id: newId(), organisation_id: keptId }))
  if (taken.length > 0) await tx.insertInto('cluster_membership').values(taken).execute()
  return taken.map(({ id }) => id)
}
