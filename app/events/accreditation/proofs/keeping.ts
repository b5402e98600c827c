import { createHash } from 'node:crypto'
import type { Db, Tx } from '../../../platform/db/tables.ts'
import { newId } from '../../../platform/ids.ts'
import { getBlob, putBlob } from '../../../platform/storage/blobs.ts'
import type { Services } from '../../../web/env.ts'
import type { ProofType } from '../tables.ts'
import type { Upload } from './sniffing.ts'

const purpose = (proofId: string) => `press-proof:${proofId}`

/**
 * Keeps somebody's press card. Locked before it is stored: the table of files keeps equal bytes once, so the same letter sent by two
 * journalists, or a file that Musubi itself keeps, would otherwise share a row that one of them may later have to lose.
 */
export async function keepProof(
  tx: Tx,
  services: Pick<Services, 'secrets'>,
  registrationId: string,
  { bytes, type }: Upload,
  now: Date,
): Promise<string> {
  const id = newId()
  const locked = services.secrets.lock(bytes, purpose(id))
  const sha256 = await putBlob(tx, locked, 'application/octet-stream')
  await tx
    .insertInto('accreditation_proof')
    .values({
      id,
      registration_id: registrationId,
      media_type: type,
      size: bytes.length,
      digest: digestOf(bytes),
      blob_sha256: Buffer.from(sha256, 'hex'),
      received_at: now,
      deleted_at: null,
    })
    .execute()
  return id
}

export const digestOf = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest())

/** A proof of this event as it was sent, or null: deleted, of another event, or none. */
export async function openProof(
  db: Db,
  services: Pick<Services, 'secrets'>,
  eventId: string,
  proofId: string,
): Promise<{ bytes: Uint8Array; type: ProofType } | null> {
  const proof = await db
    .selectFrom('accreditation_proof')
    .innerJoin('accreditation', 'accreditation.registration_id', 'accreditation_proof.registration_id')
    .select(['accreditation_proof.id', 'media_type', 'blob_sha256'])
    .where('accreditation_proof.id', '=', proofId)
    .where('accreditation.event_id', '=', eventId)
    .executeTakeFirst()
  if (!proof?.blob_sha256) return null
  const blob = await getBlob(db, Buffer.from(proof.blob_sha256).toString('hex'))
  return blob ? { bytes: services.secrets.unlock(blob.bytes, purpose(proof.id)), type: proof.media_type } : null
}
