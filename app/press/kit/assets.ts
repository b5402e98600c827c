import type { Scope } from '../../accounts/scope.ts'
import type { Content } from '../../language/translated.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'
import type { AssetKind, ReleaseContent } from '../content.ts'
import '../tables.ts'

export type Asset = {
  id: string
  organisationId: string
  kind: AssetKind
  title: Content
  /** What is to be seen on it, for those who do not see it; documents have none. */
  alternative: Content | null
  credit: string
  licence: string
  trademark: Content | null
  fileName: string
  mediaType: string
  bytes: number
  sha256: string
  isPublic: boolean
}

const rowsOf = (db: Db | Tx) =>
  db
    .selectFrom('press_asset as asset')
    .leftJoin('press_asset_publication as publication', 'publication.asset_id', 'asset.id')
    .selectAll('asset')
    .select('publication.published_at')
    .where('asset.removed_at', 'is', null)
    .orderBy('asset.kind')
    .orderBy('asset.id')

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]

const assetOf = (row: Row): Asset => ({
  id: row.id,
  organisationId: row.organisation_id,
  kind: row.kind,
  title: row.title,
  alternative: row.alternative,
  credit: row.credit,
  licence: row.licence,
  trademark: row.trademark,
  fileName: row.file_name,
  mediaType: row.media_type,
  bytes: row.bytes,
  sha256: Buffer.from(row.sha256).toString('hex'),
  isPublic: row.published_at !== null,
})

/** The files that belong to a text. One that was taken out of the kit since (a licence ended) is missing here too. */
export async function assetsIn(db: Db | Tx, content: ReleaseContent): Promise<Asset[]> {
  const ids = content.assets.map(({ id }) => id)
  if (ids.length === 0) return []
  const rows = await rowsOf(db).where('asset.id', 'in', ids).execute()
  return rows.map(assetOf)
}

/** All that an organisation keeps, for its press office; `isPublic` tells what strangers get. */
export async function kitOf(db: Db | Tx, _scope: Scope, organisationIds: readonly string[]): Promise<Asset[]> {
  if (organisationIds.length === 0) return []
  const rows = await rowsOf(db)
    .where('asset.organisation_id', 'in', [...organisationIds])
    .execute()
  return rows.map(assetOf)
}

export const publicKitOf = async (db: Db | Tx, scope: Scope, organisationId: string): Promise<Asset[]> =>
  (await kitOf(db, scope, [organisationId])).filter(({ isPublic }) => isPublic)
