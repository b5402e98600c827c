import { latin1 } from '../bytes.ts'
import { inflate } from './inflate.ts'
import { type PdfDictionary, PdfStream, type PdfValue, isDictionary, isName } from './objects.ts'
import { type Effort, Parser, PdfSyntaxError } from './parse.ts'

/** Where an object lies: at a place in the file, inside an object stream, or nowhere any more. */
export type Entry = { at: number; generation: number } | { inStream: number; index: number } | 'free'

/** One cross-reference section: what one save of the file added, changed or freed. */
export type Section = { offset: number; kind: 'table' | 'stream'; entries: Map<number, Entry>; trailer: PdfDictionary }

const MAX_SECTIONS = 256
const MAX_ENTRIES = 500_000

/** The sections of the file, newest first, following `/Prev` from the last `startxref`. */
export async function readSections(bytes: Uint8Array, effort: Effort): Promise<Section[]> {
  const sections: Section[] = []
  const seen = new Set<number>()
  let total = 0
  let offset: number | null = lastStartxref(bytes, effort)
  while (offset !== null) {
    if (offset >= bytes.length || seen.has(offset) || seen.size >= MAX_SECTIONS)
      throw new PdfSyntaxError('cross-references run in a circle')
    seen.add(offset)
    const section: Section = await readSection(bytes, offset, effort)
    total += section.entries.size
    if (total > MAX_ENTRIES) throw new PdfSyntaxError('more objects than we read')
    sections.push(section)
    offset = previous(section.trailer)
  }
  return sections
}

function previous(trailer: PdfDictionary): number | null {
  const offset = trailer.get('Prev')
  if (offset === undefined) return null
  if (typeof offset !== 'number' || !Number.isSafeInteger(offset) || offset <= 0)
    throw new PdfSyntaxError('a bad /Prev')
  return offset
}

function lastStartxref(bytes: Uint8Array, effort: Effort): number {
  const from = Math.max(0, bytes.length - 2048)
  const found = latin1(bytes.subarray(from)).lastIndexOf('startxref')
  if (found < 0) throw new PdfSyntaxError('no startxref')
  const parser = new Parser(bytes, from + found, effort)
  parser.expect('startxref')
  return parser.integer()
}

async function readSection(bytes: Uint8Array, offset: number, effort: Effort): Promise<Section> {
  const parser = new Parser(bytes, offset, effort)
  if (parser.word() === 'xref') return readTable(parser, offset)
  return readCrossReferenceStream(bytes, offset, effort)
}

function readTable(parser: Parser, offset: number): Section {
  const entries = new Map<number, Entry>()
  for (let word = parser.word(); word !== 'trailer'; word = parser.word()) {
    if (!/^\d{1,10}$/.test(word)) throw new PdfSyntaxError('a bad cross-reference table')
    const first = Number(word)
    const count = parser.integer()
    if (count > MAX_ENTRIES) throw new PdfSyntaxError('more objects than we read')
    for (let number = first; number < first + count; number++) entries.set(number, readTableEntry(parser))
  }
  const trailer = parser.value()
  if (!isDictionary(trailer)) throw new PdfSyntaxError('a trailer expected')
  // Hybrid files show one set of objects to old readers and another to new ones: two documents in one.
  if (trailer.has('XRefStm')) throw new PdfSyntaxError('a hybrid cross-reference')
  return { offset, kind: 'table', entries, trailer }
}

function readTableEntry(parser: Parser): Entry {
  const at = parser.integer()
  const generation = parser.integer()
  const kind = parser.word()
  if (kind !== 'n' && kind !== 'f') throw new PdfSyntaxError('a bad cross-reference entry')
  return kind === 'n' && at > 0 ? { at, generation } : 'free'
}

async function readCrossReferenceStream(bytes: Uint8Array, offset: number, effort: Effort): Promise<Section> {
  const { number, value } = new Parser(bytes, offset, effort).indirectObject(() => -1)
  if (!(value instanceof PdfStream) || !isName(value.dictionary.get('Type'), 'XRef')) {
    throw new PdfSyntaxError('a cross-reference expected')
  }
  const { dictionary: trailer } = value
  const widths = numbers(trailer.get('W'))
  const size = trailer.get('Size')
  if (widths.length !== 3 || widths.some((width) => width > 8) || typeof size !== 'number') {
    throw new PdfSyntaxError('a bad cross-reference stream')
  }
  const index = trailer.has('Index') ? numbers(trailer.get('Index')) : [0, size]
  const count = index.reduce((sum, number, at) => (at % 2 ? sum + number : sum), 0)
  if (count > MAX_ENTRIES) throw new PdfSyntaxError('more objects than we read')
  // One byte a row for a predictor, and some slack: more cannot be entries, only a bomb.
  const most = count * (widths.reduce((sum, width) => sum + width, 0) + 1) + 1024
  const entries = readStreamEntries(await inflate(value, most), widths, index)
  entries.set(number, entries.get(number) ?? { at: offset, generation: 0 })
  return { offset, kind: 'stream', entries, trailer }
}

function numbers(value: PdfValue | undefined): number[] {
  if (!Array.isArray(value)) throw new PdfSyntaxError('numbers expected')
  return value.map((item) => {
    if (typeof item !== 'number' || !Number.isSafeInteger(item) || item < 0)
      throw new PdfSyntaxError('a number expected')
    return item
  })
}

function readStreamEntries(data: Uint8Array, widths: number[], index: number[]): Map<number, Entry> {
  const entries = new Map<number, Entry>()
  let at = 0
  const field = (width: number, otherwise: number): number => {
    if (width === 0) return otherwise
    let value = 0
    for (let count = 0; count < width; count++) value = value * 256 + data[at++]!
    return value
  }
  const [kindWidth, secondWidth, thirdWidth] = widths as [number, number, number]
  const rowLength = kindWidth + secondWidth + thirdWidth
  if (rowLength === 0) throw new PdfSyntaxError('a bad cross-reference stream')
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    const first = index[pair]!
    for (let number = first; number < first + index[pair + 1]!; number++) {
      if (at + rowLength > data.length) throw new PdfSyntaxError('a cross-reference stream that ends too early')
      entries.set(number, entryOf(field(kindWidth, 1), field(secondWidth, 0), field(thirdWidth, 0)))
    }
  }
  return entries
}

function entryOf(kind: number, second: number, third: number): Entry {
  if (kind === 1) return { at: second, generation: third }
  if (kind === 2) return { inStream: second, index: third }
  return 'free'
}
