import type { Scope } from '../../accounts/scope.ts'
import type { Content } from '../../language/translated.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { json } from '../../platform/db/values.ts'
import { newId } from '../../platform/ids.ts'
import { putBlob } from '../../platform/storage/blobs.ts'
import type { Services } from '../../web/env.ts'
import { actorOf } from '../activity.ts'
import type { AssetKind } from '../content.ts'
import { runsPressOf } from '../policy.ts'
import { mediaTypeOf } from './sniffing.ts'

export type NewAsset = {
  kind: AssetKind
  title: Content
  alternative: Content | null
  credit: string
  licence: string
  trademark: Content | null
  fileName: string
  bytes: Uint8Array
}

/** A file for reporting takes so much at most; larger ones are for other roads. */
export const LARGEST_ASSET = 24 * 1024 * 1024

export type AssetRefusal = {
  refused: 'not-yours' | 'no-file' | 'file-too-large' | 'other-file' | 'alternative-missing'
}

/** Takes a file into an organisation's kit. Nobody outside sees it until it is made public, or a release it belongs to is. */
export async function addAsset(
  services: Services,
  scope: Scope,
  organisationId: string,
  input: NewAsset,
): Promise<{ id: string } | AssetRefusal> {
  if (!runsPressOf(scope, organisationId)) return { refused: 'not-yours' }
  if (input.bytes.length === 0) return { refused: 'no-file' }
  if (input.bytes.length > LARGEST_ASSET) return { refused: 'file-too-large' }
  const mediaType = mediaTypeOf(input.bytes)
  if (!mediaType) return { refused: 'other-file' }
  if (mediaType.startsWith('image/') && !input.alternative) return { refused: 'alternative-missing' }
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const sha256 = await putBlob(tx, input.bytes, mediaType)
    const id = newId()
    await tx
      .insertInto('press_asset')
      .values({
        id,
        organisation_id: organisationId,
        kind: input.kind,
        title: json(input.title),
        alternative: input.alternative && json(input.alternative),
        credit: input.credit,
        licence: input.licence,
        trademark: input.trademark && json(input.trademark),
        file_name: input.fileName.slice(-120),
        media_type: mediaType,
        bytes: input.bytes.length,
        sha256: Buffer.from(sha256, 'hex'),
        added_by: scope.person?.personId ?? null,
        added_at: now,
        removed_at: null,
      })
      .execute()
    await note(tx, scope, organisationId, 'kit.added', { asset: id, sha256 }, now)
    return { id }
  })
}

type Change = { done: true } | { refused: 'not-yours' | 'no-such-file' }

/** Puts a file into the organisation's own public kit, or takes it out of it. */
export const publishAsset = (services: Services, scope: Scope, assetId: string, isPublic: boolean): Promise<Change> =>
  change(services, scope, assetId, isPublic ? 'kit.published' : 'kit.unpublished', async (tx, now) => {
    if (!isPublic) await tx.deleteFrom('press_asset_publication').where('asset_id', '=', assetId).execute()
    else
      await tx
        .insertInto('press_asset_publication')
        .values({ asset_id: assetId, published_by: scope.person?.personId ?? null, published_at: now })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
  })

/** Takes a file away for good: also from releases, where the licence may have ended. */
export const removeAsset = (services: Services, scope: Scope, assetId: string): Promise<Change> =>
  change(services, scope, assetId, 'kit.removed', async (tx, now) => {
    await tx.updateTable('press_asset').set({ removed_at: now }).where('id', '=', assetId).execute()
  })

function change(
  services: Services,
  scope: Scope,
  assetId: string,
  verb: string,
  act: (tx: Tx, now: Date) => Promise<void>,
): Promise<Change> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const asset = await tx
      .selectFrom('press_asset')
      .select('organisation_id')
      .where('id', '=', assetId)
      .where('removed_at', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (!asset) return { refused: 'no-such-file' as const }
    if (!runsPressOf(scope, asset.organisation_id)) return { refused: 'not-yours' as const }
    await act(tx, now)
    await note(tx, scope, asset.organisation_id, verb, { asset: assetId }, now)
    return { done: true as const }
  })
}

const note = (tx: Tx, scope: Scope, organisationId: string, verb: string, facts: Record<string, string>, at: Date) =>
  recordActivity(tx, {
    subject: { kind: 'press-room', id: organisationId },
    verb,
    actor: actorOf(scope, organisationId),
    facts,
    at,
  })
