import { type Certificate, CertificateRevocationList } from 'pkijs'
import { equal, exactBuffer } from '../bytes.ts'

export type RevocationList = CertificateRevocationList

/** What the lists say of a certificate at the instant it was used. */
export type Revocation =
  | { state: 'not-revoked'; listedAt: Date }
  | { state: 'revoked'; at: Date }
  | { state: 'unknown' }

const MAX_LISTS = 32

export function readRevocationLists(lists: readonly Uint8Array[]): RevocationList[] {
  return lists.slice(0, MAX_LISTS).flatMap((der) => {
    try {
      return [CertificateRevocationList.fromBER(exactBuffer(der))]
    } catch {
      // A list that cannot be read says nothing about anybody.
      return []
    }
  })
}

/**
 * Only lists signed by the certificate's own issuer count, and only one made after the instant of use can say "not revoked then".
 * `revoked` carries the instant of the revocation; whether that was before the use is for the caller to compare.
 */
export async function revocationOf(
  certificate: Certificate,
  issuer: Certificate | undefined,
  lists: readonly RevocationList[],
  usedAt: Date,
): Promise<Revocation> {
  let listedAt: Date | null = null
  for (const list of lists) {
    if (!issuer || !(await isFrom(list, issuer))) continue
    const entry = list.revokedCertificates?.find(({ userCertificate }) =>
      userCertificate.isEqual(certificate.serialNumber),
    )
    if (entry) return { state: 'revoked', at: entry.revocationDate.value }
    const made = list.thisUpdate.value
    if (made >= usedAt && (!listedAt || made < listedAt)) listedAt = made
  }
  return listedAt ? { state: 'not-revoked', listedAt } : { state: 'unknown' }
}

const checked = new WeakMap<RevocationList, Map<Certificate, Promise<boolean>>>()

/** Asked for each signature with the same few lists: each is checked once. */
function isFrom(list: RevocationList, issuer: Certificate): Promise<boolean> {
  const answers = checked.get(list) ?? new Map<Certificate, Promise<boolean>>()
  checked.set(list, answers)
  const answer = answers.get(issuer) ?? verifyList(list, issuer)
  answers.set(issuer, answer)
  return answer
}

async function verifyList(list: RevocationList, issuer: Certificate): Promise<boolean> {
  if (!equal(new Uint8Array(list.issuer.valueBeforeDecode), new Uint8Array(issuer.subject.valueBeforeDecode)))
    return false
  try {
    return await list.verify({ issuerCertificate: issuer })
  } catch {
    // Same as a signature that does not hold.
    return false
  }
}
