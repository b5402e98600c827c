import { type Bytes, plain, sha256 } from '../bytes.ts'
import { readCertificate } from '../certificate.ts'
import { type SignedAttributes, assembleCms, signatureValue } from '../cms.ts'
import type { Signer } from '../signer.ts'
import type { TimestampService } from '../timestamp/service.ts'
import { type Prepared, fill } from './placeholder.ts'
import type { SigningResult } from './results.ts'

/** A prepared file with what its signer has to sign; plain data, so it can wait for a signer in a browser. */
export type PendingSignature = Prepared & { attributes: SignedAttributes; certificate: Bytes; chain: Bytes[] }

/** Bytes for a signature with its time-stamp. Commercial services send long chains. */
export function roomFor(
  signer: Pick<Signer, 'certificate' | 'chain'>,
  timestamp: TimestampService,
  evidence: number,
): number {
  const certificates = [signer.certificate, ...signer.chain].reduce((sum, { length }) => sum + length, 0)
  return 1024 + certificates + evidence + (timestamp.trial ? 4096 : 20_480)
}

/**
 * Puts the signer's answer (r ‖ s) and a time-stamp over it into the file. A signature that does not fit the certificate is
 * refused: it would spoil the file for everybody who signs later.
 */
export async function completeSignature(
  pending: PendingSignature,
  signature: Uint8Array,
  timestamp: TimestampService,
): Promise<SigningResult> {
  if (!(await fits(pending, signature)))
    return { failed: 'bad-signature', detail: 'the signature is not of this certificate' }
  const stamp = await timestamp.stamp(await sha256(signatureValue(signature)))
  if ('failed' in stamp) return stamp
  const { attributes, certificate, chain } = pending
  return {
    pdf: fill(pending, assembleCms({ attributes, signature, certificate, chain, timeStamp: stamp.token })),
    stampedAt: stamp.at,
  }
}

async function fits({ attributes, certificate }: PendingSignature, signature: Uint8Array): Promise<boolean> {
  const key = await readCertificate(certificate).getPublicKey()
  return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, plain(signature), attributes)
}
