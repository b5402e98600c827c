import { latin1 } from '../bytes.ts'
import { type PdfDictionary, PdfName, PdfRef, PdfStream, PdfString, type PdfValue, isDictionary } from './objects.ts'

/** The file is not written as we can vouch for. Thrown inside the reader only; `openPdf` and `verifyPdf` turn it into data. */
export class PdfSyntaxError extends Error {}

const MAX_DEPTH = 64
/** Fifty times what checking a short agreement with twelve signatures takes. A value is two bytes in a file and a hundred in memory. */
const MAX_VALUES = 500_000
/** The same for bytes that are packed in object streams. */
const MAX_UNPACKED = 16 * 1024 * 1024
/** Longer strings stand in no document we make or check; reading them would only cost memory. */
const MAX_STRING = 4 * 1024 * 1024
const SPACES = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20])
const DELIMITERS = new Set(Array.from('()<>[]{}/%', (character) => character.charCodeAt(0)))
const code = (character: string): number => character.charCodeAt(0)

/** What reading may still cost. Everything that is read to answer one question about one file shares one. */
export class Effort {
  private values = MAX_VALUES
  private unpacked = MAX_UNPACKED

  /** @throws PdfSyntaxError, like the other, when a file asks for more than an honest one would. */
  spendValue(): void {
    if (--this.values < 0) throw new PdfSyntaxError('more values than we read')
  }

  /** How many bytes may still come out of object streams. */
  get unpackable(): number {
    return this.unpacked
  }

  spendUnpacked(length: number): void {
    this.unpacked -= length
  }
}

/**
 * Reads PDF syntax strictly, forward, from one place in the bytes. It repairs nothing: a reader that repairs may see another
 * document than the one the signatory's viewer showed.
 */
export class Parser {
  readonly bytes: Uint8Array
  at: number
  private readonly effort: Effort

  constructor(bytes: Uint8Array, at: number, effort: Effort) {
    if (!Number.isSafeInteger(at) || at < 0 || at > bytes.length) throw new PdfSyntaxError(`no such place: ${at}`)
    this.bytes = bytes
    this.at = at
    this.effort = effort
  }

  skipSpace(): void {
    for (; this.at < this.bytes.length; this.at++) {
      const byte = this.bytes[this.at]!
      if (byte === code('%')) {
        while (this.at + 1 < this.bytes.length && ![0x0a, 0x0d].includes(this.bytes[this.at + 1]!)) this.at++
      } else if (!SPACES.has(byte)) return
    }
  }

  /** The next run of regular characters, e.g. `obj` or `12`. */
  word(): string {
    this.skipSpace()
    const start = this.at
    while (this.at < this.bytes.length && this.isRegular(this.bytes[this.at]!)) this.at++
    if (this.at - start > 128) throw new PdfSyntaxError('a word without end')
    return latin1(this.bytes.subarray(start, this.at))
  }

  expect(word: string): void {
    const found = this.word()
    if (found !== word) throw new PdfSyntaxError(`"${word}" expected at ${this.at}`)
  }

  integer(): number {
    const word = this.word()
    if (!/^\d{1,15}$/.test(word)) throw new PdfSyntaxError(`a whole number expected at ${this.at}`)
    return Number(word)
  }

  value(depth = 0): PdfValue {
    if (depth > MAX_DEPTH) throw new PdfSyntaxError('nested too deeply')
    this.effort.spendValue()
    this.skipSpace()
    const byte = this.bytes[this.at]
    if (byte === undefined) throw new PdfSyntaxError('ends too early')
    if (byte === code('/')) return this.name()
    if (byte === code('(')) return this.literalString()
    if (byte === code('[')) return this.array(depth)
    if (byte === code('<')) return this.bytes[this.at + 1] === code('<') ? this.dictionary(depth) : this.hexString()
    return this.bareWord()
  }

  /** `12 0 obj … endobj` with its number; a stream's length may be a reference, which `lengthOf` looks up. */
  indirectObject(lengthOf: (ref: PdfRef) => number): { number: number; generation: number; value: PdfValue } {
    const number = this.integer()
    const generation = this.integer()
    this.expect('obj')
    const value = this.value()
    const next = this.word()
    if (next === 'endobj') return { number, generation, value }
    if (next !== 'stream' || !isDictionary(value)) throw new PdfSyntaxError(`endobj expected at ${this.at}`)
    const stream = this.streamBody(value, lengthOf)
    this.expect('endobj')
    return { number, generation, value: stream }
  }

  private isRegular(byte: number): boolean {
    return !SPACES.has(byte) && !DELIMITERS.has(byte)
  }

  private streamBody(about: PdfDictionary, lengthOf: (ref: PdfRef) => number): PdfStream {
    if (this.bytes[this.at] === 0x0d) this.at++
    if (this.bytes[this.at] !== 0x0a) throw new PdfSyntaxError('a stream must begin on its own line')
    const start = this.at + 1
    const declared = about.get('Length')
    const length = declared instanceof PdfRef ? lengthOf(declared) : declared
    if (
      typeof length !== 'number' ||
      !Number.isSafeInteger(length) ||
      length < 0 ||
      start + length > this.bytes.length
    ) {
      throw new PdfSyntaxError('a stream without a length')
    }
    this.at = start + length
    this.expect('endstream')
    return new PdfStream(about, this.bytes.subarray(start, start + length))
  }

  private name(): PdfName {
    this.at++
    const start = this.at
    while (this.at < this.bytes.length && this.isRegular(this.bytes[this.at]!)) this.at++
    const text = latin1(this.bytes.subarray(start, this.at))
    return new PdfName(
      text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    )
  }

  private array(depth: number): PdfValue[] {
    this.at++
    const items: PdfValue[] = []
    for (;;) {
      this.skipSpace()
      if (this.bytes[this.at] === code(']')) {
        this.at++
        return items
      }
      items.push(this.value(depth + 1))
    }
  }

  private dictionary(depth: number): PdfDictionary {
    this.at += 2
    const entries: PdfDictionary = new Map()
    for (;;) {
      this.skipSpace()
      if (this.bytes[this.at] === code('>') && this.bytes[this.at + 1] === code('>')) {
        this.at += 2
        return entries
      }
      if (this.bytes[this.at] !== code('/')) throw new PdfSyntaxError(`a name expected at ${this.at}`)
      const { name } = this.name()
      // Viewers disagree on which of two equal keys counts: the trick of showing two documents to two readers.
      if (entries.has(name)) throw new PdfSyntaxError(`the key ${name} twice in one dictionary`)
      entries.set(name, this.value(depth + 1))
    }
  }

  private hexString(): PdfString {
    const start = this.at
    const close = this.bytes.indexOf(code('>'), start)
    if (close < 0 || close - start > MAX_STRING) throw new PdfSyntaxError('a string without end')
    const bytes = new Uint8Array(Math.ceil((close - start) / 2))
    let digits = 0
    for (let at = start + 1; at < close; at++) {
      const byte = this.bytes[at]!
      if (SPACES.has(byte)) continue
      const digit = hexDigit(byte)
      bytes[digits >> 1]! |= digits % 2 ? digit : digit << 4
      digits++
    }
    this.at = close + 1
    return new PdfString(bytes.subarray(0, Math.ceil(digits / 2)), { start, end: this.at })
  }

  private literalString(): PdfString {
    const start = this.at
    const out: number[] = []
    let open = 0
    for (;;) {
      const byte = this.bytes[this.at++]
      if (byte === undefined || out.length > MAX_STRING) throw new PdfSyntaxError('a string without end')
      if (byte === code('\\')) this.escaped(out)
      else if (byte === code('(')) {
        if (open++ > 0) out.push(byte)
      } else if (byte === code(')')) {
        if (--open === 0) return new PdfString(Uint8Array.from(out), { start, end: this.at })
        out.push(byte)
      } else out.push(byte)
    }
  }

  private escaped(out: number[]): void {
    const byte = this.bytes[this.at++]
    if (byte === undefined) throw new PdfSyntaxError('a string without end')
    const plain = ESCAPES.get(byte)
    if (plain !== undefined) out.push(plain)
    else if (byte === 0x0d) {
      if (this.bytes[this.at] === 0x0a) this.at++
    } else if (byte >= 0x30 && byte <= 0x37) out.push(this.octal(byte - 0x30))
    else if (byte !== 0x0a) out.push(byte)
  }

  private octal(first: number): number {
    let value = first
    for (let count = 0; count < 2; count++) {
      const digit = (this.bytes[this.at] ?? 0) - 0x30
      if (digit < 0 || digit > 7) break
      value = value * 8 + digit
      this.at++
    }
    return value & 0xff
  }

  /** A number, `true`, `false`, `null`, or a reference `12 0 R`. */
  private bareWord(): PdfValue {
    const start = this.at
    const word = this.word()
    if (word === 'true') return true
    if (word === 'false') return false
    if (word === 'null') return null
    if (/^\d{1,10}$/.test(word)) return this.referenceAfter(Number(word)) ?? Number(word)
    if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return Number(word)
    throw new PdfSyntaxError(`not understood at ${start}`)
  }

  private referenceAfter(number: number): PdfRef | null {
    const back = this.at
    const generation = this.word()
    if (/^\d{1,5}$/.test(generation) && this.word() === 'R') return new PdfRef(number, Number(generation))
    this.at = back
    return null
  }
}

const ESCAPES = new Map([
  [code('n'), 0x0a],
  [code('r'), 0x0d],
  [code('t'), 0x09],
  [code('b'), 0x08],
  [code('f'), 0x0c],
])

function hexDigit(byte: number): number {
  const digit = Number.parseInt(String.fromCharCode(byte), 16)
  if (Number.isNaN(digit)) throw new PdfSyntaxError('not a hexadecimal digit')
  return digit
}
