import { concat, equal, sha256, toHex } from '../bytes.ts'
import { signedAttributes } from '../cms.ts'
import { openPdf } from '../pdf/open.ts'
import { presentedSignatures } from './signatureFields.ts'
import { verifyPdf } from './verifyPdf.ts'

/** What a server asks a signatory's device to sign; see `prepareSignature`. */
export type Proposal = { bytes: Uint8Array; gap: { start: number; end: number }; attributes: Uint8Array }

/** What the device knows by itself: the text it showed, its own certificate and evidence, its field, and the root it trusts. */
export type Own = {
  field: string
  certificate: Uint8Array
  evidence?: Uint8Array
  approved: { length: number; sha256: string }
  roots: readonly Uint8Array[]
  now: Date
}

export type SigningObjection = 'other-text' | 'other-changes' | 'other-field' | 'other-attributes'

/**
 * Whether a device may sign what a server proposes: the file begins with the text that was shown, nothing but signatures came
 * after, the gap is this signatory's field, and the attributes stand for this file, this certificate and this evidence. Null when so.
 * Runs in the browser; with it a server can delay a signature but not obtain one for another text.
 */
export async function objectionToSigning(
  { bytes, gap, attributes }: Proposal,
  own: Own,
): Promise<SigningObjection | null> {
  const { length, sha256: expected } = own.approved
  if (bytes.length <= length || toHex(await sha256(bytes.subarray(0, length))) !== expected.toLowerCase())
    return 'other-text'
  const report = await verifyPdf(bytes, {
    roots: own.roots,
    now: own.now,
    expected: { approvedLength: length, approvedSha256: expected },
  })
  const others = report.signatures.filter(({ field }) => field !== own.field)
  if (!others.some(({ kind, root }) => kind === 'seal' && root)) return 'other-changes'
  if ([...report.findings, ...others].some(({ level }) => level === 'fails')) return 'other-changes'
  if (!(await isOwnGap(bytes, own.field, gap))) return 'other-field'
  const digest = await sha256(concat([bytes.subarray(0, gap.start), bytes.subarray(gap.end)]))
  const { certificate, evidence } = own
  const wanted = await signedAttributes({ digest, certificate, ...(evidence && { evidence }) })
  return equal(wanted, attributes) ? null : 'other-attributes'
}

/** The one unfilled signature must be the signatory's, at the very end of the file. */
async function isOwnGap(bytes: Uint8Array, field: string, gap: Proposal['gap']): Promise<boolean> {
  const presented = presentedSignatures(await openPdf(bytes)).find((item) => item.field === field)
  if (!presented || 'malformed' in presented) return false
  return presented.gap.start === gap.start && presented.gap.end === gap.end && presented.end === bytes.length
}
