// The values of PDF syntax (ISO 32000-2, 7.3). This file and its neighbours `parse`, `sections` and `open` also run in the
// browser's checker: nothing of Node.js here.

export class PdfName {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

export class PdfString {
  readonly bytes: Uint8Array
  /** Where it stood in the file, delimiters included: a signature's gap must be exactly its own `/Contents`. */
  readonly span: { start: number; end: number } | null
  constructor(bytes: Uint8Array, span: { start: number; end: number } | null = null) {
    this.bytes = bytes
    this.span = span
  }
}

export class PdfRef {
  readonly number: number
  readonly generation: number
  constructor(number: number, generation = 0) {
    this.number = number
    this.generation = generation
  }
}

export class PdfStream {
  readonly dictionary: PdfDictionary
  /** As stored, still filtered. */
  readonly raw: Uint8Array
  constructor(dictionary: PdfDictionary, raw: Uint8Array) {
    this.dictionary = dictionary
    this.raw = raw
  }
}

/** A piece of syntax written as it is; only for numbers whose width must not change. */
export class PdfVerbatim {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

export type PdfDictionary = Map<string, PdfValue>

export type PdfValue =
  | null
  | boolean
  | number
  | PdfName
  | PdfString
  | PdfRef
  | PdfStream
  | PdfVerbatim
  | PdfDictionary
  | PdfValue[]

export const name = (text: string): PdfName => new PdfName(text)

export const dictionary = (entries: Record<string, PdfValue | undefined>): PdfDictionary =>
  new Map(Object.entries(entries).filter((entry): entry is [string, PdfValue] => entry[1] !== undefined))

export const isDictionary = (value: unknown): value is PdfDictionary => value instanceof Map

export const isName = (value: unknown, text: string): boolean => value instanceof PdfName && value.name === text

/** UTF-16BE with a byte order mark: the one text encoding that every validator of PDF reads (ISO 32000-2, 7.9.2.2). */
export function textString(text: string): PdfString {
  const bytes = new Uint8Array(2 + text.length * 2)
  bytes.set([0xfe, 0xff])
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    bytes.set([unit >> 8, unit & 0xff], 2 + at * 2)
  }
  return new PdfString(bytes)
}

/** The text of a text string: UTF-16BE, UTF-8 with its mark, or (approximated by Latin-1) PDFDocEncoding. */
export function readText(value: PdfValue | undefined): string | null {
  if (!(value instanceof PdfString)) return null
  const { bytes } = value
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes.subarray(2))
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return new TextDecoder().decode(bytes.subarray(3))
  return new TextDecoder('latin1').decode(bytes)
}

/** Whether two values say the same; streams by their stored bytes. Depth is bounded because parsing bounds it. */
export function same(one: PdfValue | undefined, other: PdfValue | undefined): boolean {
  if (one === other) return true
  if (one === undefined || other === undefined || one === null || other === null) return false
  if (Array.isArray(one)) {
    return Array.isArray(other) && one.length === other.length && one.every((item, at) => same(item, other[at]))
  }
  if (isDictionary(one)) {
    return isDictionary(other) && one.size === other.size && [...one].every(([key, item]) => same(item, other.get(key)))
  }
  if (one instanceof PdfName) return other instanceof PdfName && one.name === other.name
  if (one instanceof PdfString) return other instanceof PdfString && sameBytes(one.bytes, other.bytes)
  if (one instanceof PdfRef) {
    return other instanceof PdfRef && one.number === other.number && one.generation === other.generation
  }
  if (one instanceof PdfStream) {
    return other instanceof PdfStream && same(one.dictionary, other.dictionary) && sameBytes(one.raw, other.raw)
  }
  return false
}

const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at])
