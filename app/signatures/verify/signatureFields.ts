import { equal } from '../bytes.ts'
import { type PdfDictionary, PdfRef, PdfString, type PdfValue, isDictionary, isName, readText } from '../pdf/objects.ts'
import type { Pdf } from '../pdf/open.ts'
import { fieldsOf } from '../pdf/pages.ts'
import { PdfSyntaxError } from '../pdf/parse.ts'

/** A signature as the file presents it, before anything is believed. */
export type Presented = {
  field: string
  kind: 'seal' | 'signature' | 'archive'
  dictionary: PdfDictionary
  object: number
  /** The CMS or token, with its padding. */
  contents: Uint8Array
  /** Bytes of the file that it covers: [0, gap.start) and [gap.end, end). */
  gap: { start: number; end: number }
  end: number
}

/** `malformed`: a field that claims to be signed but whose signature cannot be what it claims. */
export type Malformed = { field: string; malformed: string }

const MAX_SIGNATURES = 64

/** All signatures of the form, in the order in which they were added to the file. */
export function presentedSignatures(pdf: Pdf): (Presented | Malformed)[] {
  const certification = pdf.dictionary(pdf.catalogue.get('Perms'))?.get('DocMDP')
  const signed = fieldsOf(pdf).filter(({ field }) => isName(field.get('FT'), 'Sig') && field.has('V'))
  if (signed.length > MAX_SIGNATURES) throw new PdfSyntaxError('more signatures than we check')
  const found = signed.map(({ field }) => present(pdf, field, certification))
  return found.toSorted((one, other) => endOf(one) - endOf(other))
}

const endOf = (signature: Presented | Malformed): number => ('malformed' in signature ? Infinity : signature.end)

function present(pdf: Pdf, field: PdfDictionary, certification: PdfValue | undefined): Presented | Malformed {
  const fieldText = readText(field.get('T')) ?? ''
  const malformed = (why: string): Malformed => ({ field: fieldText, malformed: why })
  const ref = field.get('V')
  const dictionary = pdf.resolve(ref)
  if (!(ref instanceof PdfRef) || !isDictionary(dictionary)) return malformed('not a signature dictionary')
  const entry = pdf.entries.get(ref.number)
  // In an object stream the value would be compressed, and "everything but the value" would mean nothing.
  if (!entry || entry === 'free' || !('at' in entry)) return malformed('a compressed signature dictionary')
  const contents = dictionary.get('Contents')
  if (!(contents instanceof PdfString) || !contents.span) return malformed('no value')
  const range = rangeOf(dictionary.get('ByteRange'), pdf.bytes.length)
  if (!range) return malformed('a byte range that covers something else')
  const { start, end } = contents.span
  // The gap must be this very value: a wider gap hides unsigned bytes in the middle of the file.
  if (range.gap.start !== start || range.gap.end !== end || pdf.bytes[start] !== 0x3c)
    return malformed('a gap beside the value')
  const isSeal = certification instanceof PdfRef && certification.number === ref.number
  return {
    field: fieldText,
    kind: kindOf(dictionary, isSeal),
    dictionary,
    object: ref.number,
    contents: contents.bytes,
    ...range,
  }
}

function kindOf(dictionary: PdfDictionary, isSeal: boolean): Presented['kind'] {
  if (isName(dictionary.get('SubFilter'), 'ETSI.RFC3161')) return 'archive'
  return isSeal ? 'seal' : 'signature'
}

function rangeOf(value: PdfValue | undefined, length: number): Pick<Presented, 'gap' | 'end'> | null {
  if (!Array.isArray(value) || value.length !== 4) return null
  if (!value.every((part): part is number => typeof part === 'number' && Number.isSafeInteger(part) && part >= 0))
    return null
  const [from, first, second, rest] = value as [number, number, number, number]
  const end = second + rest
  if (from !== 0 || second <= first || rest === 0 || end > length) return null
  return { gap: { start: first, end: second }, end }
}

/** Whether what follows the encoding in the gap is nothing but zeros. */
export const isPadding = (contents: Uint8Array, from: number): boolean => {
  const rest = contents.subarray(from)
  return equal(rest, new Uint8Array(rest.length))
}
