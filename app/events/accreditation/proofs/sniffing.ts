import type { ProofType } from '../tables.ts'

/** A press card photographed with a telephone fits; a film does not. */
export const LARGEST_PROOF = 5 * 1024 * 1024

const starts: readonly [type: ProofType, bytes: readonly number[]][] = [
  // %PDF- at the very beginning: readers also find it later, and so would whoever hides one file in another.
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
]

/** What the bytes are. The name and the type that came with them are the sender's word and are not looked at. */
export const proofTypeOf = (bytes: Uint8Array): ProofType | null =>
  starts.find(([, start]) => start.every((byte, index) => bytes[index] === byte))?.[0] ?? null

export type ProofRefusal = 'proof-missing' | 'proof-empty' | 'proof-too-large' | 'proof-not-accepted'

export type Upload = { bytes: Uint8Array; type: ProofType }

/** The file of a posted form. A field left alone arrives as an empty file without a name. */
export async function readProof(file: unknown): Promise<Upload | { refused: ProofRefusal }> {
  if (!(file instanceof File) || (file.size === 0 && file.name === '')) return { refused: 'proof-missing' }
  if (file.size === 0) return { refused: 'proof-empty' }
  if (file.size > LARGEST_PROOF) return { refused: 'proof-too-large' }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const type = proofTypeOf(bytes)
  return type ? { bytes, type } : { refused: 'proof-not-accepted' }
}
