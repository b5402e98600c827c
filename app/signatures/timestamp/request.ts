import { PKIStatus, TimeStampResp } from 'pkijs'
import { type Bytes, equal, exactBuffer, randomBytes } from '../bytes.ts'
import { boolean, integer, octets, oid, sequence } from '../der.ts'
import { OID, asRead } from '../oids.ts'
import { readCertificate } from '../certificate.ts'
import { readTimeStamp } from '../verify/timeStamp.ts'
import type { Stamp, StampFailure } from './service.ts'

/** A question to a time-stamp service (RFC 3161, 2.4.1), with a fresh nonce so that no old answer fits. */
export function makeRequest(sha256: Uint8Array, policy?: string): { request: Bytes; nonce: Bytes } {
  const nonce = randomBytes(8)
  // A leading bit or a leading zero would come back written differently.
  nonce[0] = (nonce[0]! & 0x7f) | 0x40
  const imprint = sequence(sequence(oid(OID.sha256)), octets(sha256))
  const request = sequence(integer(1), imprint, ...(policy ? [oid(policy)] : []), integer(nonce), boolean(true))
  return { request, nonce }
}

const bad = (detail: string): StampFailure => ({ failed: 'bad-answer', detail })

/**
 * Checks everything an answer must prove before anybody builds on it: status, signature, imprint, nonce, policy, the certificate's
 * purpose, and (when roots are given) its chain.
 */
export async function readResponse(
  response: Uint8Array,
  asked: { sha256: Uint8Array; nonce: Uint8Array; policy?: string; trustRoots?: readonly Uint8Array[] },
): Promise<Stamp | StampFailure> {
  const parsed = parse(response)
  if (!parsed) return bad('no time-stamp response')
  const { status, timeStampToken } = parsed
  if (status.status !== PKIStatus.granted && status.status !== PKIStatus.grantedWithMods) {
    return { failed: 'refused', detail: `status ${status.status}` }
  }
  if (!timeStampToken) return bad('granted, but no token')
  const token = new Uint8Array(timeStampToken.toSchema().toBER())
  const stamp = await readTimeStamp(token, { roots: (asked.trustRoots ?? []).map(readCertificate), pool: [] })
  if (!stamp) return bad('the signature of the token does not hold')
  if (stamp.imprint.algorithm !== 'SHA-256' || !equal(stamp.imprint.hash, asked.sha256))
    return bad('another imprint than asked')
  if (!stamp.nonce || !equal(stamp.nonce, asked.nonce)) return bad('another nonce than asked')
  if (asked.policy && stamp.policy !== asRead(asked.policy)) return bad('another policy than asked')
  if ('failed' in stamp.chain && (asked.trustRoots || stamp.chain.failed !== 'unknown-root')) {
    return bad(`the certificate: ${stamp.chain.failed}`)
  }
  return { token, at: stamp.at }
}

function parse(response: Uint8Array): TimeStampResp | null {
  try {
    return TimeStampResp.fromBER(exactBuffer(response))
  } catch {
    // Anything unreadable is the same bad answer.
    return null
  }
}
