import type { Authority } from './authority.ts'
import type { Bytes } from './bytes.ts'
import {
  authorityKey,
  crlNumber,
  crlReason,
  ecdsaWithSha256,
  keyIdentifier,
  p256PublicKey,
  readCertificate,
  signedBy,
  subjectOf,
} from './certificate.ts'
import { context, integer, sequence, time } from './der.ts'

/** Codes of RFC 5280, 5.3.1, that we have use for. */
const REASONS = { unspecified: 0, 'key-compromise': 1, 'affiliation-changed': 3, superseded: 4, ceased: 5 } as const

export type Revocation = { serial: Uint8Array; at: Date; reason?: keyof typeof REASONS }

const MONTH = 30 * 24 * 60 * 60 * 1000

/**
 * A complete revocation list (RFC 5280, 5) of the instant `at`, as DER. It is numbered by its second, so that a later list has a
 * higher number without anybody counting; the next one is promised within 30 days unless said otherwise.
 */
export async function issueRevocationList(
  authority: Authority,
  list: { at: Date; nextUpdate?: Date; revoked: readonly Revocation[] },
): Promise<Bytes> {
  const issuer = readCertificate(authority.certificate)
  const issuerKey = await keyIdentifier(await p256PublicKey(await issuer.getPublicKey()))
  const entries = list.revoked.map(entry)
  const toBeSigned = sequence(
    integer(1),
    ecdsaWithSha256(),
    subjectOf(issuer),
    time(list.at),
    time(list.nextUpdate ?? new Date(list.at.getTime() + MONTH)),
    // RFC 5280: when nobody is revoked the field must be absent, not empty.
    ...(entries.length ? [sequence(...entries)] : []),
    context(0, sequence(authorityKey(issuerKey), crlNumber(Math.floor(list.at.getTime() / 1000)))),
  )
  return signedBy(toBeSigned, authority.privateKey)
}

const entry = ({ serial, at, reason = 'unspecified' }: Revocation): Bytes =>
  sequence(integer(serial), time(at), ...(reason === 'unspecified' ? [] : [sequence(crlReason(REASONS[reason]))]))

/** The serial number by which a certificate is revoked. */
export const serialOf = (certificate: Uint8Array): Bytes =>
  new Uint8Array(readCertificate(certificate).serialNumber.valueBlock.valueHexView)
