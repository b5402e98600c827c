import { createHash } from 'node:crypto'
import type { Db, Tx } from '../db/tables.ts'

/** A stored file. `sha256` is 64 lowercase hexadecimal digits. */
export type StoredBlob = { sha256: string; mediaType: string; bytes: Uint8Array; createdAt: Date }

/** Larger files do not belong in a database row; the largest we make is a signed agreement with its archive. */
export const LARGEST_BLOB = 32 * 1024 * 1024

export class BlobTooLarge extends Error {
  override readonly name = 'BlobTooLarge'
  constructor(size: number) {
    super(`A file of ${size} bytes is larger than the ${LARGEST_BLOB} that can be stored`)
  }
}

/** What is stored is not what was put in: the name no longer fits the contents. */
export class BlobDamaged extends Error {
  override readonly name = 'BlobDamaged'
  constructor(sha256: string) {
    super(`The stored file ${sha256} has been changed: its bytes no longer have that digest`)
  }
}

/**
 * Stores bytes under their SHA-256 and gives it back in hexadecimal. The same bytes are stored once, under the media type they first came with.
 * @throws BlobTooLarge
 */
export async function putBlob(db: Db | Tx, bytes: Uint8Array, mediaType: string): Promise<string> {
  if (bytes.byteLength > LARGEST_BLOB) throw new BlobTooLarge(bytes.byteLength)
  const sha256 = createHash('sha256').update(bytes).digest()
  await db
    .insertInto('blob')
    .values({ sha256, media_type: mediaType, bytes })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute()
  return sha256.toString('hex')
}

/**
 * The file of that SHA-256 (hexadecimal), or undefined. Every reading checks the bytes against it.
 * @throws BlobDamaged
 */
export async function getBlob(db: Db | Tx, sha256: string): Promise<StoredBlob | undefined> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined
  const row = await db
    .selectFrom('blob')
    .selectAll()
    .where('sha256', '=', Buffer.from(sha256, 'hex'))
    .executeTakeFirst()
  if (!row) return undefined
  if (createHash('sha256').update(row.bytes).digest('hex') !== sha256) throw new BlobDamaged(sha256)
  return { sha256, mediaType: row.media_type, bytes: row.bytes, createdAt: row.created_at }
}
