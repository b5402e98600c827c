import './tables.ts'
import type { Scope } from '../../accounts/scope.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'
import { isId } from '../../platform/ids.ts'
import type { ImportChoices } from './choices.ts'
import type { Counts } from './planning/planning.ts'
import { keepsListOf, type ListCluster, listClusterById } from '../lists.ts'

export type ImportAct = { id: string; act: 'applied' | 'undone'; doneAt: Date; counts: Counts }

export type MemberImport = {
  id: string
  cluster: ListCluster
  fileName: string
  kind: 'csv' | 'xlsx'
  createdAt: Date
  choices: ImportChoices
  revision: number
  acts: ImportAct[]
  /** Whether the file is still kept, without which nothing can be looked at or applied. */
  hasFile: boolean
}

/** One import for those who keep the list it is for; null for everybody else. */
export async function memberImport(db: Db | Tx, scope: Scope, id: string): Promise<MemberImport | null> {
  const row = isId(id)
    ? await db.selectFrom('member_import').selectAll().where('id', '=', id).executeTakeFirst()
    : undefined
  if (!row) return null
  const cluster = await listClusterById(db, scope, row.cluster_id)
  if (!keepsListOf(scope, cluster)) return null
  const file = await db.selectFrom('import_file').select('import_id').where('import_id', '=', id).executeTakeFirst()
  return {
    id,
    cluster,
    fileName: row.file_name,
    kind: row.kind,
    createdAt: row.created_at,
    choices: row.choices,
    revision: row.revision,
    acts: await actsOf(db, [id]),
    hasFile: file !== undefined,
  }
}

const actsOf = (db: Db | Tx, importIds: string[]): Promise<(ImportAct & { importId: string })[]> =>
  importIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('import_act')
        .where('import_id', 'in', importIds)
        .select(['id', 'import_id as importId', 'act', 'done_at as doneAt', 'counts'])
        .orderBy('id')
        .execute()

export type ImportLine = { id: string; fileName: string; createdAt: Date; acts: ImportAct[] }

/** A cluster's imports, newest first. */
export async function importsOf(db: Db, _scope: Scope, clusterId: string): Promise<ImportLine[]> {
  const rows = await db
    .selectFrom('member_import')
    .where('cluster_id', '=', clusterId)
    .select(['id', 'file_name as fileName', 'created_at as createdAt'])
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
  const acts = await actsOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ ...row, acts: acts.filter(({ importId }) => importId === row.id) }))
}

/** The last act on a cluster's list: whoever applies says which one they had before them. */
export async function latestAct(db: Db | Tx, _scope: Scope, clusterId: string): Promise<string> {
  const row = await db
    .selectFrom('import_act')
    .select('id')
    .where('cluster_id', '=', clusterId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? ''
}

export async function contentsOf(db: Db | Tx, _scope: Scope, importId: string): Promise<Uint8Array | null> {
  const row = await db.selectFrom('import_file').select('contents').where('import_id', '=', importId).executeTakeFirst()
  return row?.contents ?? null
}
