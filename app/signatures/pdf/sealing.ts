import { fromLatin1, sha256, toHex, utf8 } from '../bytes.ts'
import { readCertificate } from '../certificate.ts'
import { signedAttributes } from '../cms.ts'
import type { Signer } from '../signer.ts'
import type { TimestampService } from '../timestamp/service.ts'
import { type Attachment, attach } from './attach.ts'
import { completeSignature, roomFor } from './completing.ts'
import {
  type PdfDictionary,
  PdfRef,
  type PdfValue,
  PdfString,
  dictionary,
  isDictionary,
  name,
  textString,
} from './objects.ts'
import { type Pdf, openPdf } from './open.ts'
import { fieldsOf, pagesOf } from './pages.ts'
import { PdfSyntaxError } from './parse.ts'
import { prepare, signatureDictionary } from './placeholder.ts'
import type { SigningFailure, SigningResult } from './results.ts'
import { tagWidgets } from './tags.ts'
import { Update } from './update.ts'
import { holderOf } from '../verify/subjects.ts'

/** Where somebody will sign. `page` counts from 0; `rect` is x, y, width, height in points from the bottom left. */
export type FieldPlace = { name: string; page: number; rect: [number, number, number, number]; title: string }

export type SealWish = {
  fields: readonly FieldPlace[]
  attachments?: readonly Attachment[]
  seal: Signer
  timestamp: TimestampService
  reason: string
  at: Date
}

export const SEAL_FIELD = 'seal'
export const ARCHIVE_FIELD = 'archive_01'

/** `sig_p01`, `sig_p02`…: no periods and one width, because validators split names at periods and match them by prefix. */
export const fieldName = (place: number): string => `sig_p${String(place).padStart(2, '0')}`

/**
 * Makes the approved PDF ready to be signed, in one incremental save: the signatories' fields, one field for the archive's time-stamp,
 * the attachments, and over all of it the certification that from here on nothing but signatures may be added (DocMDP, P=2).
 * The approved file stays the exact beginning of the result, and the seal's evidence names its length and SHA-256.
 */
export async function reserveAndSeal(approved: Uint8Array, wish: SealWish): Promise<SigningResult> {
  checkNames(wish.fields)
  try {
    const update = new Update(await openPdf(approved))
    const problem = obstacle(update.pdf, wish)
    if (problem) return problem
    const signature = await reserve(update, wish)
    const prepared = await prepare(update, signature)
    const evidence = utf8(
      JSON.stringify({ approved: { length: approved.length, sha256: toHex(await sha256(approved)) } }),
    )
    const attributes = await signedAttributes({ digest: prepared.digest, certificate: wish.seal.certificate, evidence })
    const { certificate, chain } = wish.seal
    const pending = { ...prepared, attributes, certificate, chain }
    return completeSignature(pending, await wish.seal.sign(attributes), wish.timestamp)
  } catch (error) {
    if (error instanceof PdfSyntaxError) return { failed: 'unreadable-pdf', detail: error.message }
    throw error
  }
}

function checkNames(fields: readonly FieldPlace[]): void {
  const names = fields.map((field) => field.name)
  const fit = names.every((text) => /^\w+$/.test(text) && text.length === names[0]!.length)
  if (!fit || new Set(names).size < names.length)
    throw new RangeError('field names: letters and digits, one width, no two alike')
}

function obstacle(pdf: Pdf, { fields }: SealWish): SigningFailure | null {
  const pages = pagesOf(pdf).length
  const beyond = fields.find(({ page }) => !Number.isInteger(page) || page < 0 || page >= pages)
  if (beyond) return { failed: 'no-such-page', detail: `${beyond.name}: page ${beyond.page} of ${pages}` }
  if (pdf.catalogue.has('Perms')) return { failed: 'already-sealed', detail: 'the file is certified already' }
  if (fieldsOf(pdf).length) return { failed: 'has-form', detail: 'the file has form fields already' }
  return null
}

/** Puts everything but the seal's value into the update; returns the seal's dictionary. */
async function reserve(update: Update, wish: SealWish): Promise<PdfRef> {
  const { pdf } = update
  const pages = pagesOf(pdf)
  const signature = update.add(sealDictionary(wish))
  const hidden = [
    { ref: update.reserve(), title: wish.reason, fieldName: SEAL_FIELD, value: signature },
    { ref: update.reserve(), title: 'Archive time-stamp', fieldName: ARCHIVE_FIELD, value: undefined },
  ]
  for (const { ref, title, fieldName: text, value } of hidden)
    update.set(ref, hiddenField(pages[0]!, text, title, value))
  const places = wish.fields.map((field) => ({ ...field, widget: update.reserve(), pageRef: pages[field.page]! }))
  const keys = tagWidgets(
    update,
    places.map(({ widget, pageRef, title }) => ({ widget, page: pageRef, title })),
  )
  for (const [index, place] of places.entries()) update.set(place.widget, visibleField(place, keys?.[index]))
  addToPages(update, [
    ...hidden.map(({ ref }) => ({ page: pages[0]!, widget: ref })),
    ...places.map(({ pageRef, widget }) => ({ page: pageRef, widget })),
  ])
  const fields = [...places.map(({ widget }) => widget), ...hidden.map(({ ref }) => ref)]
  await setCatalogue(update, wish, signature, fields)
  return signature
}

async function setCatalogue(update: Update, wish: SealWish, signature: PdfRef, fields: PdfRef[]): Promise<void> {
  const rootRef = update.pdf.trailer.get('Root')
  if (!(rootRef instanceof PdfRef)) throw new PdfSyntaxError('no catalogue')
  const form = update.add(dictionary({ Fields: fields, SigFlags: 3 }))
  update.set(
    rootRef,
    new Map<string, PdfValue>([
      ...update.pdf.catalogue,
      ...(await attach(update, wish.attachments ?? [])),
      ['AcroForm', form],
      ['Perms', dictionary({ DocMDP: signature })],
    ]),
  )
}

const sealDictionary = (wish: SealWish): PdfDictionary =>
  signatureDictionary({
    subFilter: 'ETSI.CAdES.detached',
    room: roomFor(wish.seal, wish.timestamp, 256),
    at: wish.at,
    name: holderOf(readCertificate(wish.seal.certificate)).commonName,
    reason: wish.reason,
    reference: [
      dictionary({
        Type: name('SigRef'),
        TransformMethod: name('DocMDP'),
        TransformParams: dictionary({ Type: name('TransformParams'), P: 2, V: name('1.2') }),
      }),
    ],
  })

const PRINT_AND_LOCKED = 4 + 128
const HIDDEN = 2

const field = (text: string, title: string, page: PdfRef): PdfDictionary =>
  dictionary({
    Type: name('Annot'),
    Subtype: name('Widget'),
    FT: name('Sig'),
    T: new PdfString(fromLatin1(text)),
    TU: textString(title),
    P: page,
  })

function hiddenField(page: PdfRef, text: string, title: string, value: PdfRef | undefined): PdfDictionary {
  const about = field(text, title, page)
    .set('Rect', [0, 0, 0, 0])
    .set('F', PRINT_AND_LOCKED + HIDDEN)
  return value ? about.set('V', value) : about
}

function visibleField(place: FieldPlace & { pageRef: PdfRef }, key: number | undefined): PdfDictionary {
  const [x, y, width, height] = place.rect
  const about = field(place.name, place.title, place.pageRef)
  about.set('Rect', [x, y, x + width, y + height]).set('F', PRINT_AND_LOCKED)
  return key === undefined ? about : about.set('StructParent', key)
}

/** Each page once, with all its widgets; tab order by structure (ISO 14289-1, 7.18.3). */
function addToPages(update: Update, widgets: { page: PdfRef; widget: PdfRef }[]): void {
  for (const [, group] of Map.groupBy(widgets, ({ page }) => page.number)) {
    const pageRef = group[0]!.page
    const page = update.current(pageRef)
    if (!isDictionary(page)) throw new PdfSyntaxError('a bad page')
    const annotations = [...update.pdf.array(page.get('Annots')), ...group.map(({ widget }) => widget)]
    update.set(pageRef, new Map(page).set('Annots', annotations).set('Tabs', name('S')))
  }
}
