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
import type { FieldGroup } from '../members/profile.ts'
import { removeOrganisations, unusedAmong } from '../removing.ts'
import { coresOf, corePatch, partsByMember } from './planning/stored.ts'
import { type Before, type Core, digestOf, type Left } from './planning/state.ts'
import { keepsListOf } from '../lists.ts'
import { latestAct, type MemberImport } from './queries.ts'

const AT_ONCE = 1000

export type UndoingRefusal =
  | { refused: 'not-yours' | 'not-applied' | 'undone-already' | 'later-import' }
  | { refused: 'edited-since'; count: number }

type Change = {
  organisationId: string
  kind: 'created' | 'updated' | 'joined'
  before: Before | null
  left: Left
}

/**
 * Puts back what an import changed, all of it or nothing. Where somebody has written since, it is refused unless `rest` asks for the
 * others alone: those that were written since then stay as they are.
 */
export async function undoImport(
  services: Services,
  scope: Scope,
  list: MemberImport,
  { rest }: { rest: boolean },
): Promise<{ undone: number; kept: number } | UndoingRefusal> {
  const { cluster } = list
  if (!keepsListOf(scope, cluster)) return { refused: 'not-yours' }
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    await claimList(tx, cluster.id)
    const acts = await tx
      .selectFrom('import_act')
      .select(['id', 'act', 'counts'])
      .where('import_id', '=', list.id)
      .execute()
    const applied = acts.find(({ act }) => act === 'applied')
    if (!applied) return { refused: 'not-applied' as const }
    if (acts.length > 1) return { refused: 'undone-already' as const }
    if ((await latestAct(tx, scope, cluster.id)) !== applied.id) return { refused: 'later-import' as const }
    const changes = await changesOf(tx, list.id)
    const touched = new Set<string>()
    for (const some of portions(changes)) for (const id of await touchedAmong(tx, some)) touched.add(id)
    if (touched.size > 0 && !rest) return { refused: 'edited-since' as const, count: touched.size }
    const open = changes.filter(({ organisationId }) => !touched.has(organisationId))
    for (const some of portions(open)) {
      await removeOrganisations(tx, idsOf(some.filter(({ kind }) => kind === 'created')))
      for (const change of some) await putBack(tx, list, change)
      await markUndone(tx, list.id, some, now)
    }
    await tx
      .insertInto('import_act')
      .values({
        id: newId(),
        import_id: list.id,
        cluster_id: cluster.id,
        act: 'undone',
        done_by: scope.person?.personId ?? null,
        done_at: now,
        counts: json(applied.counts),
      })
      .execute()
    await recordActivity(tx, {
      subject: subjectOf(cluster.id),
      verb: 'members.list-undone',
      actor: actorOf(scope, cluster.managingOrganisationId),
      facts: { import: list.id, undone: open.length, kept: touched.size },
      at: now,
    })
    return { undone: open.length, kept: touched.size }
  })
}

const changesOf = (tx: Tx, importId: string): Promise<Change[]> =>
  tx
    .selectFrom('import_change')
    .select(['organisation_id as organisationId', 'kind', 'before', 'left_behind as left'])
    .where('import_id', '=', importId)
    .where('undone_at', 'is', null)
    .execute()

/** As many as one statement takes at once. */
function* portions(changes: Change[]): Iterable<Change[]> {
  for (let at = 0; at < changes.length; at += AT_ONCE) yield changes.slice(at, at + AT_ONCE)
}

const idsOf = (changes: Change[]): string[] => changes.map(({ organisationId }) => organisationId)

const markUndone = (tx: Tx, importId: string, some: Change[], now: Date) =>
  tx
    .updateTable('import_change')
    .set({ undone_at: now })
    .where('import_id', '=', importId)
    .where('organisation_id', 'in', idsOf(some))
    .execute()

/** Those of which somebody has written what the import wrote, or on which something else stands though the import created them. */
async function touchedAmong(tx: Tx, changes: Change[]): Promise<string[]> {
  const ids = idsOf(changes)
  const cores = await coresOf(tx, ids)
  const parts = await partsByMember(tx, ids)
  const isWritten = (change: Change) =>
    isEdited(change, cores.get(change.organisationId) ?? null, parts.get(change.organisationId) ?? {})
  const written = idsOf(changes.filter(isWritten))
  const created = idsOf(changes.filter((change) => change.kind === 'created' && !isWritten(change)))
  const shared = await inSeveralLists(tx, created)
  const free = new Set(
    await unusedAmong(
      tx,
      created.filter((id) => !shared.has(id)),
    ),
  )
  return [...written, ...created.filter((id) => !free.has(id))]
}

function isEdited({ kind, left }: Change, core: Core | null, parts: Before['parts']): boolean {
  if (left.core && (!core || digestOf(core) !== left.core)) return true
  const isOther = Object.entries(left.parts ?? {}).some(([group, digest]) => {
    const part = parts[group as FieldGroup]
    return !part || digestOf(part.content) !== digest
  })
  return isOther || (kind === 'created' && Object.keys(parts).some((group) => !left.parts?.[group as FieldGroup]))
}

async function inSeveralLists(tx: Tx, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx
    .selectFrom('cluster_membership')
    .select('organisation_id')
    .where('organisation_id', 'in', ids)
    .groupBy('organisation_id')
    .having(({ fn }) => fn.countAll(), '>', 1)
    .execute()
  return new Set(rows.map((row) => row.organisation_id))
}

/** What was there before. Those that the import created are gone by then. */
async function putBack(tx: Tx, list: MemberImport, { organisationId, kind, before }: Change): Promise<void> {
  if (kind === 'created') return
  await tx
    .deleteFrom('member_external_id')
    .where('organisation_id', '=', organisationId)
    .where('import_id', '=', list.id)
    .execute()
  if (kind === 'joined') {
    await tx
      .deleteFrom('cluster_membership')
      .where('organisation_id', '=', organisationId)
      .where('cluster_id', '=', list.cluster.id)
      .where('until', 'is', null)
      .execute()
    return
  }
  if (before?.core)
    await tx.updateTable('organisation').set(corePatch(before.core)).where('id', '=', organisationId).execute()
  for (const [group, part] of Object.entries(before?.parts ?? {})) {
    const there = tx
      .deleteFrom('profile_part')
      .where('organisation_id', '=', organisationId)
      .where('field_group', '=', group as FieldGroup)
    if (!part) await there.execute()
    else
      await tx
        .updateTable('profile_part')
        .set({
          content: json(part.content),
          visibility: part.visibility,
          revision: part.revision,
          changed_by: part.changedBy,
          changed_through: null,
          changed_at: new Date(part.changedAt),
        })
        .where('organisation_id', '=', organisationId)
        .where('field_group', '=', group as FieldGroup)
        .execute()
  }
}
