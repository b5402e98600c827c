import { BasicConstraints, type Certificate, type Extension, ExtKeyUsage } from 'pkijs'
import * as asn1js from 'asn1js'
import { equal, toHex } from '../bytes.ts'
import { OID } from '../oids.ts'

/** Why no path leads to a root: nobody we trust issued it, or one of the certificates was not valid then or not meant for this. */
export type ChainFailure = 'unknown-root' | 'expired' | 'not-yet-valid' | 'wrong-purpose' | 'too-long'

/** Certificates from the holder's up to the root, or why there is no such path. */
export type Chain = { path: Certificate[]; root: Certificate } | { failed: ChainFailure }

const MAX_LENGTH = 6
/** More certificates than that are an attempt to keep us busy. */
const MAX_POOL = 64
/** Certificates that all issue each other would have us try every order of them. */
const MAX_ATTEMPTS = 200
const UNDERSTOOD = new Set<string>([
  OID.keyUsage,
  OID.basicConstraints,
  OID.extendedKeyUsage,
  OID.subjectKeyIdentifier,
  OID.authorityKeyIdentifier,
  OID.crlDistributionPoints,
  // Certificate policies: we require none, so any will do.
  '2.5.29.32',
])

/**
 * A path from a certificate to one of the roots, each link signed and valid at the instant `at`. Revocation is asked elsewhere,
 * because it depends on when. (RFC 5280, 6.1, without policies and with name constraints refused.)
 */
export async function findChain(
  leaf: Certificate,
  question: {
    pool: readonly Certificate[]
    roots: readonly Certificate[]
    at: Date
    purpose: 'signing' | 'timeStamping'
  },
): Promise<Chain> {
  if (!servesPurpose(leaf, question.purpose)) return { failed: 'wrong-purpose' }
  const pool = question.pool.slice(0, MAX_POOL)
  let failed: ChainFailure = 'unknown-root'
  let attempts = 0
  const climb = async (path: Certificate[]): Promise<Chain | null> => {
    const lowest = path.at(-1)!
    const root = question.roots.find((candidate) => sameCertificate(candidate, lowest))
    if (root) {
      // Only of a known issuer is it worth saying that the time was wrong.
      const untimely = path.map((certificate) => validity(certificate, question.at)).find((found) => found !== null)
      if (!untimely) return { path, root }
      failed = untimely
      return null
    }
    if (path.length >= MAX_LENGTH) {
      failed = 'too-long'
      return null
    }
    for (const issuer of [...question.roots, ...pool]) {
      if (++attempts > MAX_ATTEMPTS) {
        failed = 'too-long'
        return null
      }
      if (path.some((seen) => sameCertificate(seen, issuer)) || !(await issued(issuer, lowest, path.length - 1)))
        continue
      const found = await climb([...path, issuer])
      if (found) return found
    }
    return null
  }
  return (await climb([leaf])) ?? { failed }
}

function validity(certificate: Certificate, at: Date): 'expired' | 'not-yet-valid' | null {
  if (at < certificate.notBefore.value) return 'not-yet-valid'
  return at > certificate.notAfter.value ? 'expired' : null
}

async function issued(issuer: Certificate, subject: Certificate, below: number): Promise<boolean> {
  if (!equal(bytesOf(issuer.subject), bytesOf(subject.issuer)) || !mayIssue(issuer, below)) return false
  try {
    return await subject.verify(issuer)
  } catch {
    // A key or algorithm that cannot be checked is no link.
    return false
  }
}

const bytesOf = (name: { valueBeforeDecode: ArrayBuffer }): Uint8Array => new Uint8Array(name.valueBeforeDecode)

/** `below`: how many authorities stand between this one and the holder. */
function mayIssue(issuer: Certificate, below: number): boolean {
  const constraints = extensionOf(issuer, OID.basicConstraints)?.parsedValue as unknown
  if (!(constraints instanceof BasicConstraints) || !constraints.cA) return false
  const { pathLenConstraint } = constraints
  if (typeof pathLenConstraint === 'number' && below > pathLenConstraint) return false
  return understands(issuer) && hasUsage(issuer, 5)
}

function servesPurpose(leaf: Certificate, purpose: 'signing' | 'timeStamping'): boolean {
  if (!understands(leaf)) return false
  const purposes = extensionOf(leaf, OID.extendedKeyUsage)
  const listed = purposes?.parsedValue as unknown
  const named = listed instanceof ExtKeyUsage ? listed.keyPurposes : []
  if (purpose === 'timeStamping')
    return purposes?.critical === true && named.length === 1 && named[0] === OID.timeStamping
  return !named.includes(OID.timeStamping) && (hasUsage(leaf, 0) || hasUsage(leaf, 1))
}

const understands = (certificate: Certificate): boolean =>
  (certificate.extensions ?? []).every(({ critical, extnID }) => !critical || UNDERSTOOD.has(extnID))

/** Bit of KeyUsage; a certificate without that extension may be used for anything. */
function hasUsage(certificate: Certificate, bit: number): boolean {
  const usage = extensionOf(certificate, OID.keyUsage)?.parsedValue as unknown
  if (usage === undefined) return true
  if (!(usage instanceof asn1js.BitString)) return false
  return ((usage.valueBlock.valueHexView[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0
}

const extensionOf = (certificate: Certificate, oid: string): Extension | undefined =>
  certificate.extensions?.find(({ extnID }) => extnID === oid)

export const sameCertificate = (one: Certificate, other: Certificate): boolean =>
  one === other || (equal(one.tbsView, other.tbsView) && equal(signatureOf(one), signatureOf(other)))

const signatureOf = (certificate: Certificate): Uint8Array => certificate.signatureValue.valueBlock.valueHexView

/** How a certificate is named in lists: its serial number in hexadecimal. */
export const serialText = (certificate: Certificate): string => toHex(certificate.serialNumber.valueBlock.valueHexView)
