import { signedAttributes } from '../cms.ts'
import type { Signer } from '../signer.ts'
import type { TimestampService } from '../timestamp/service.ts'
import { sealMark } from './appearance.ts'
import { type PendingSignature, completeSignature, roomFor } from './completing.ts'
import { type PdfDictionary, PdfRef, dictionary, readText } from './objects.ts'
import { openPdf } from './open.ts'
import { fieldsOf } from './pages.ts'
import { PdfSyntaxError } from './parse.ts'
import { prepare, signatureDictionary } from './placeholder.ts'
import type { SigningFailure, SigningResult } from './results.ts'
import { Update } from './update.ts'

export type SignatureWish = {
  /** Name of the reserved field. */
  field: string
  /** What proves the consent, e.g. the passkey's assertion: UTF-8 JSON, which goes into the signed attributes. */
  evidence?: Uint8Array
  reason: string
  /** Full name of the signatory, any script, any length. */
  name: string
  location?: string
  at: Date
}

/**
 * The file with everything but the signature's value: for a signer elsewhere (the signatory's browser), who signs
 * `attributes` after checking that `bytes` begin with what was shown and hash to what the attributes say.
 */
export async function prepareSignature(
  pdf: Uint8Array,
  wish: SignatureWish & { signer: Pick<Signer, 'certificate' | 'chain'>; timestamp: TimestampService },
): Promise<PendingSignature | SigningFailure> {
  try {
    const update = new Update(await openPdf(pdf))
    const found = fieldsOf(update.pdf).find(({ field }) => readText(field.get('T')) === wish.field)
    if (!found) return { failed: 'no-such-field', detail: wish.field }
    if (found.field.has('V')) return { failed: 'field-taken', detail: wish.field }
    const { certificate, chain } = wish.signer
    const { evidence } = wish
    const room = roomFor(wish.signer, wish.timestamp, evidence?.length ?? 0)
    const prepared = await prepare(update, addSignature(update, found, wish, room))
    const attributes = await signedAttributes({ digest: prepared.digest, certificate, ...(evidence && { evidence }) })
    return { ...prepared, attributes, certificate, chain }
  } catch (error) {
    if (error instanceof PdfSyntaxError) return { failed: 'unreadable-pdf', detail: error.message }
    throw error
  }
}

/** One signature at level PAdES B-T with a signer at hand. */
export async function signField(
  pdf: Uint8Array,
  wish: SignatureWish & { signer: Signer; timestamp: TimestampService },
): Promise<SigningResult> {
  const pending = await prepareSignature(pdf, wish)
  if ('failed' in pending) return pending
  return completeSignature(pending, await wish.signer.sign(pending.attributes), wish.timestamp)
}

function addSignature(
  update: Update,
  { ref, field }: { ref: PdfRef; field: PdfDictionary },
  wish: SignatureWish,
  room: number,
): PdfRef {
  const { at, name, reason, location } = wish
  const signature = update.add(
    signatureDictionary({ subFilter: 'ETSI.CAdES.detached', room, at, name, reason, location }),
  )
  const appearance = update.add(sealMark(...sizeOf(field)))
  update.set(ref, new Map(field).set('V', signature).set('AP', dictionary({ N: appearance })))
  return signature
}

function sizeOf(field: PdfDictionary): [width: number, height: number] {
  const rect = field.get('Rect')
  if (!Array.isArray(rect) || rect.length !== 4 || !rect.every((side) => typeof side === 'number')) {
    throw new PdfSyntaxError('a field without a place')
  }
  const [left, bottom, right, top] = rect as [number, number, number, number]
  return [Math.abs(right - left), Math.abs(top - bottom)]
}
