import { type Authority, type CertificateUse, issueCertificate } from './authority.ts'
import { P256, signRaw } from './ecdsa.ts'
import type { Subject } from './names.ts'
import type { Signer } from './signer.ts'

const DAY = 24 * 60 * 60 * 1000
/** Clocks differ: a certificate that begins this instant is not valid yet on a machine that runs late. */
const LEEWAY = 5 * 60 * 1000

/** Validity of a one-time certificate: one day from `at`, begun a little earlier. */
export const oneDay = (at: Date): { validFrom: Date; validUntil: Date } => ({
  validFrom: new Date(at.getTime() - LEEWAY),
  validUntil: new Date(at.getTime() + DAY),
})

/** A key pair whose private half no code can read out; the same call in the signatory's browser makes theirs. */
export const makeOneTimeKey = (): Promise<CryptoKeyPair> => crypto.subtle.generateKey(P256, false, ['sign', 'verify'])

/** A fresh key in this process, certified for one day. For seals and rehearsals; a signatory's key belongs on their own device. */
export async function makeOneTimeSigner(
  authority: Authority,
  wish: { subject: Subject; crlUrl: string | null; use: CertificateUse; at: Date },
): Promise<Signer> {
  const { privateKey, publicKey } = await makeOneTimeKey()
  const { subject, crlUrl, use } = wish
  const certificate = await issueCertificate(authority, { publicKey, subject, crlUrl, use, ...oneDay(wish.at) })
  return { certificate, chain: [authority.certificate], sign: (data) => signRaw(privateKey, data) }
}
