import { type Bytes, concat, fromLatin1, latin1, sha256, toHex } from '../bytes.ts'
import {
  type PdfDictionary,
  type PdfRef,
  type PdfValue,
  PdfString,
  PdfVerbatim,
  dictionary,
  name,
  textString,
} from './objects.ts'
import type { Update } from './update.ts'

/** A file with room for one signature: everything but the gap is final, and `digest` is its SHA-256. */
export type Prepared = { bytes: Bytes; gap: { start: number; end: number }; digest: Bytes }

const RANGE_WIDTH = 10

/**
 * A signature dictionary (ISO 32000-2, 12.8.1) whose `/Contents` has room for so many bytes. Times go to `/M`, to the second.
 */
export function signatureDictionary(about: {
  subFilter: 'ETSI.CAdES.detached' | 'ETSI.RFC3161'
  room: number
  at?: Date
  name?: string
  reason?: string
  location?: string | undefined
  reference?: PdfValue
}): PdfDictionary {
  return dictionary({
    Type: name(about.subFilter === 'ETSI.RFC3161' ? 'DocTimeStamp' : 'Sig'),
    Filter: name('Adobe.PPKLite'),
    SubFilter: name(about.subFilter),
    ByteRange: new PdfVerbatim(`[0 ${[1, 2, 3].map(() => '0'.repeat(RANGE_WIDTH)).join(' ')}]`),
    Contents: new PdfString(new Uint8Array(about.room)),
    M: about.at && new PdfString(fromLatin1(pdfDate(about.at))),
    Name: about.name === undefined ? undefined : textString(about.name),
    Reason: about.reason === undefined ? undefined : textString(about.reason),
    Location: about.location === undefined ? undefined : textString(about.location),
    Reference: about.reference,
  })
}

const pdfDate = (at: Date): string =>
  `D:${at
    .toISOString()
    .replace(/\.\d+Z$/, '')
    .replace(/[-:T]/g, '')}+00'00'`

/** Saves the update and notes in the signature dictionary what it covers: all of the new file but its own value. */
export async function prepare(update: Update, signature: PdfRef): Promise<Prepared> {
  const { bytes, offsets } = update.save()
  const start = offsets.get(signature.number)
  if (start === undefined) throw new TypeError('the signature dictionary is not part of this update')
  // All our strings are hexadecimal, so these marks can only be the dictionary's own keys.
  const text = latin1(bytes.subarray(start))
  const gapStart = start + text.indexOf('/Contents <') + '/Contents '.length
  const gapEnd = start + text.indexOf('>', gapStart - start) + 1
  const rangeStart = start + text.indexOf('/ByteRange [0 ') + '/ByteRange [0 '.length
  const range = [gapStart, gapEnd, bytes.length - gapEnd].map((number) => String(number).padEnd(RANGE_WIDTH)).join(' ')
  bytes.set(fromLatin1(range), rangeStart)
  const digest = await sha256(concat([bytes.subarray(0, gapStart), bytes.subarray(gapEnd)]))
  return { bytes, gap: { start: gapStart, end: gapEnd }, digest }
}

/** The file with the signature in its gap. Throws RangeError when the gap is too small. */
export function fill({ bytes, gap }: Prepared, signature: Uint8Array): Bytes {
  const room = (gap.end - gap.start - 2) / 2
  if (signature.length > room)
    throw new RangeError(`a signature of ${signature.length} bytes; there is room for ${room}`)
  const filled = bytes.slice()
  filled.set(fromLatin1(toHex(signature)), gap.start + 1)
  return filled
}
