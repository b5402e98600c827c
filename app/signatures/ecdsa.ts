import { type Bytes, plain } from './bytes.ts'
import { integer, sequence } from './der.ts'

export const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const

const ECDSA_SHA256 = { name: 'ECDSA', hash: 'SHA-256' } as const

/** r ‖ s, 64 bytes, as WebCrypto gives it. */
export const signRaw = async (key: CryptoKey, data: Uint8Array): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.sign(ECDSA_SHA256, key, plain(data)))

/** ECDSA-Sig-Value as X.509 and CMS carry it (RFC 3279, 2.2.3). */
export function rawToDer(raw: Uint8Array): Bytes {
  if (raw.length !== 64) throw new RangeError(`a P-256 signature has 64 bytes, not ${raw.length}`)
  return sequence(integer(raw.subarray(0, 32)), integer(raw.subarray(32)))
}
