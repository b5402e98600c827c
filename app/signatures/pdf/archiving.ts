import { type Bytes, fromLatin1, plain } from '../bytes.ts'
import { readCertificate } from '../certificate.ts'
import type { TimestampService } from '../timestamp/service.ts'
import { readSignature } from '../verify/signedData.ts'
import { deflate } from './attach.ts'
import {
  type PdfDictionary,
  PdfRef,
  PdfStream,
  PdfString,
  type PdfValue,
  dictionary,
  isDictionary,
  name,
  readText,
} from './objects.ts'
import { type Pdf, openPdf } from './open.ts'
import { ARCHIVE_FIELD } from './sealing.ts'
import { fieldsOf, pagesOf } from './pages.ts'
import { PdfSyntaxError } from './parse.ts'
import { fill, prepare, signatureDictionary } from './placeholder.ts'
import type { SigningResult } from './results.ts'
import { Update } from './update.ts'

export type ArchiveWish = {
  timestamp: TimestampService
  /** Revocation lists as DER, issued after the last signature: they prove that nobody was revoked when they signed. */
  revocationLists: readonly Uint8Array[]
  /** Certificates as DER that are not in the signatures already, e.g. a time-stamp service's intermediates. */
  certificates?: readonly Uint8Array[]
}

/**
 * Adds what a checker needs in twenty years (the certificates and revocation lists of all signatures, as DSS) and a time-stamp over the
 * whole file: PAdES B-LTA. Called again before that time-stamp's certificate ends, it renews.
 */
export async function archive(pdf: Uint8Array, wish: ArchiveWish): Promise<SigningResult> {
  try {
    const update = new Update(await openPdf(pdf))
    if (!update.pdf.catalogue.has('Perms')) return { failed: 'not-sealed', detail: 'only a sealed file is archived' }
    await addSecurityStore(update, wish)
    const signature = update.add(
      signatureDictionary({ subFilter: 'ETSI.RFC3161', room: wish.timestamp.trial ? 6_144 : 20_480 }),
    )
    placeTimeStamp(update, signature)
    const prepared = await prepare(update, signature)
    const stamp = await wish.timestamp.stamp(prepared.digest)
    return 'failed' in stamp ? stamp : { pdf: fill(prepared, stamp.token), stampedAt: stamp.at }
  } catch (error) {
    if (error instanceof PdfSyntaxError) return { failed: 'unreadable-pdf', detail: error.message }
    throw error
  }
}

/** Document security store (ISO 32000-2, 12.8.4.3), with everything an earlier one had. */
async function addSecurityStore(update: Update, wish: ArchiveWish): Promise<void> {
  const { pdf } = update
  const old = pdf.dictionary(pdf.catalogue.get('DSS'))
  const certificates = [...(await certificatesIn(pdf)), ...(wish.certificates ?? [])]
  const store = update.add(
    dictionary({
      Type: name('DSS'),
      Certs: [...pdf.array(old?.get('Certs')), ...(await streams(update, certificates))],
      CRLs: [...pdf.array(old?.get('CRLs')), ...(await streams(update, wish.revocationLists))],
    }),
  )
  const rootRef = pdf.trailer.get('Root')
  if (!(rootRef instanceof PdfRef)) throw new PdfSyntaxError('no catalogue')
  update.set(rootRef, new Map(pdf.catalogue).set('DSS', store))
}

async function streams(update: Update, items: readonly Uint8Array[]): Promise<PdfRef[]> {
  const packed = await Promise.all(items.map(deflate))
  return packed.map((bytes) => update.add(new PdfStream(dictionary({ Filter: name('FlateDecode') }), bytes)))
}

/** Every certificate that came with a signature or its time-stamp, each once. */
async function certificatesIn(pdf: Pdf): Promise<Bytes[]> {
  const found = new Map<string, Bytes>()
  for (const { field } of fieldsOf(pdf)) {
    const contents = pdf.dictionary(field.get('V'))?.get('Contents')
    if (contents instanceof PdfString) await collect(contents.bytes, found)
  }
  return [...found.values()]
}

async function collect(der: Uint8Array, found: Map<string, Bytes>): Promise<void> {
  const signature = await readSignature(plain(der))
  for (const certificate of signature?.certificates ?? []) {
    const bytes = new Uint8Array(certificate.toSchema().toBER())
    found.set(readCertificate(bytes).serialNumber.toString(), bytes)
  }
  if (signature?.timeStamp) await collect(signature.timeStamp, found)
}

/** Into the reserved field; a renewal finds it taken and adds one that shows nowhere. */
function placeTimeStamp(update: Update, signature: PdfRef): void {
  const fields = fieldsOf(update.pdf)
  const reserved = fields.find(({ field }) => readText(field.get('T')) === ARCHIVE_FIELD)
  if (reserved && !reserved.field.has('V')) {
    update.set(reserved.ref, new Map(reserved.field).set('V', signature))
    return
  }
  const taken = fields.filter(({ field }) => readText(field.get('T'))?.startsWith('archive_')).length
  const added = update.add(
    renewalField(pagesOf(update.pdf)[0]!, `archive_${String(taken + 1).padStart(2, '0')}`, signature),
  )
  const formRef = update.pdf.catalogue.get('AcroForm')
  const form = update.current(formRef)
  if (!(formRef instanceof PdfRef) || !isDictionary(form)) throw new PdfSyntaxError('a form in an unexpected place')
  const all: PdfValue[] = [...update.pdf.array(form.get('Fields')), added]
  update.set(formRef, new Map(form).set('Fields', all))
}

const renewalField = (page: PdfRef, text: string, signature: PdfRef): PdfDictionary =>
  dictionary({
    Type: name('Annot'),
    Subtype: name('Widget'),
    FT: name('Sig'),
    T: new PdfString(fromLatin1(text)),
    Rect: [0, 0, 0, 0],
    F: 134,
    P: page,
    V: signature,
  })
