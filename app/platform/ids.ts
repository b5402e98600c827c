import { createHash, randomBytes, randomInt } from 'node:crypto'
import { v7 } from 'uuid'

/** Time-ordered id (UUIDv7, RFC 9562), so that indexes grow at one end. */
export const newId = (): string => v7()

export const isId = (text: string): boolean => /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(text)

/** Crockford's base 32: no I, L, O, U, so that it survives being read out over the telephone. */
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A short public reference such as `7K3F-9QX2` (40 random bits), printed on documents and in addresses. */
export function newReference(): string {
  const letters = Array.from({ length: 8 }, () => CROCKFORD[randomInt(32)]).join('')
  return `${letters.slice(0, 4)}-${letters.slice(4)}`
}

/** A secret for one bearer: 192 random bits. Only its hash is ever stored. */
export const newToken = (): string => randomBytes(24).toString('base64url')

/** SHA-256 is enough for a token of full entropy; passwords would need more, and there are none. */
export const hashToken = (token: string): Uint8Array => new Uint8Array(createHash('sha256').update(token).digest())

/** Six digits for a mail code, each combination equally likely. */
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0')
