import { inflate } from './inflate.ts'
import { type PdfDictionary, PdfRef, PdfStream, type PdfValue, isDictionary, isName } from './objects.ts'
import { Effort, Parser, PdfSyntaxError } from './parse.ts'
import { type Entry, type Section, readSections } from './sections.ts'

/** The document as one save of it left it: the objects that its cross-references name, and its trailer. */
export class Pdf {
  readonly bytes: Uint8Array
  /** Newest first. */
  readonly sections: readonly Section[]
  readonly entries: ReadonlyMap<number, Entry>
  private readonly packed: ReadonlyMap<number, PdfValue>
  private readonly parsed = new Map<number, PdfValue>()
  private readonly underway = new Set<number>()
  /** Opening another revision of the same file goes on spending from it. */
  readonly effort: Effort
  private read = 0

  constructor(bytes: Uint8Array, sections: readonly Section[], packed: ReadonlyMap<number, PdfValue>, effort: Effort) {
    this.bytes = bytes
    this.sections = sections
    this.entries = merge(sections)
    this.packed = packed
    this.effort = effort
  }

  get trailer(): PdfDictionary {
    return this.sections[0]!.trailer
  }

  /** One more than the highest object number in use or declared. */
  get size(): number {
    let size = 0
    for (const { trailer } of this.sections) {
      const declared = trailer.get('Size')
      if (typeof declared === 'number' && Number.isSafeInteger(declared)) size = Math.max(size, declared)
    }
    for (const number of this.entries.keys()) size = Math.max(size, number + 1)
    return size
  }

  /** What a reference means here; a reference to nothing is null (ISO 32000-2, 7.3.10). */
  resolve(value: PdfValue | undefined): PdfValue {
    let current = value ?? null
    for (let hops = 0; current instanceof PdfRef; hops++) {
      if (hops > 8) throw new PdfSyntaxError('references run in a circle')
      current = this.object(current.number)
    }
    return current
  }

  dictionary(value: PdfValue | undefined): PdfDictionary | null {
    const resolved = this.resolve(value)
    return isDictionary(resolved) ? resolved : null
  }

  array(value: PdfValue | undefined): PdfValue[] {
    const resolved = this.resolve(value)
    return Array.isArray(resolved) ? resolved : []
  }

  get catalogue(): PdfDictionary {
    const root = this.dictionary(this.trailer.get('Root'))
    if (!root) throw new PdfSyntaxError('no catalogue')
    return root
  }

  object(number: number): PdfValue {
    const known = this.parsed.get(number)
    if (known !== undefined) return known
    const entry = this.entries.get(number)
    if (entry === undefined || entry === 'free') return null
    const value = 'at' in entry ? this.readAt(number, entry) : (this.packed.get(number) ?? null)
    this.parsed.set(number, value)
    return value
  }

  private readAt(number: number, entry: { at: number; generation: number }): PdfValue {
    if (this.underway.has(number)) throw new PdfSyntaxError('an object that contains itself')
    this.underway.add(number)
    try {
      const parser = new Parser(this.bytes, entry.at, this.effort)
      const found = parser.indirectObject((ref) => {
        const length = this.resolve(ref)
        return typeof length === 'number' ? length : -1
      })
      if (found.number !== number) throw new PdfSyntaxError(`object ${number} is not where it should be`)
      // Objects one inside the other would have us read the same bytes half a million times.
      this.read += parser.at - entry.at
      if (this.read > this.bytes.length) throw new PdfSyntaxError('objects on top of each other')
      return found.value
    } finally {
      this.underway.delete(number)
    }
  }
}

function merge(sections: readonly Section[]): Map<number, Entry> {
  const entries = new Map<number, Entry>()
  for (const section of sections.toReversed()) for (const [number, entry] of section.entries) entries.set(number, entry)
  return entries
}

/**
 * Opens the revision of a file that ends at byte `end`. Everything packed in object streams is unpacked here, so that reading
 * objects afterwards is synchronous. Throws PdfSyntaxError on anything not written strictly by the book, encryption included.
 */
export async function openPdf(bytes: Uint8Array, end = bytes.length, effort = new Effort()): Promise<Pdf> {
  const shown = bytes.subarray(0, end)
  const sections = await readSections(shown, effort)
  if (sections.some(({ trailer }) => trailer.has('Encrypt'))) throw new PdfSyntaxError('an encrypted file')
  const packed = new Map<number, PdfValue>()
  const pdf = new Pdf(shown, sections, packed, effort)
  const containers = new Map<number, Map<number, PdfValue>>()
  const known = unpacked.get(bytes) ?? new Map<string, Map<number, PdfValue>>()
  unpacked.set(bytes, known)
  for (const [number, entry] of pdf.entries) {
    if (entry === 'free' || 'at' in entry) continue
    const container = containers.get(entry.inStream) ?? (await unpack(pdf, entry.inStream, known))
    containers.set(entry.inStream, container)
    packed.set(number, container.get(number) ?? null)
  }
  return pdf
}

/** What object streams of a file held, by the place of their bytes: a checker opens every revision, and they share these. */
const unpacked = new WeakMap<Uint8Array, Map<string, Map<number, PdfValue>>>()

/** The objects of one object stream (ISO 32000-2, 7.5.7). */
async function unpack(
  pdf: Pdf,
  number: number,
  known: Map<string, Map<number, PdfValue>>,
): Promise<Map<number, PdfValue>> {
  const entry = pdf.entries.get(number)
  if (entry === undefined || entry === 'free' || !('at' in entry)) throw new PdfSyntaxError('a packed object stream')
  const stream = pdf.object(number)
  if (!(stream instanceof PdfStream) || !isName(stream.dictionary.get('Type'), 'ObjStm')) {
    throw new PdfSyntaxError('an object stream expected')
  }
  const place = `${stream.raw.byteOffset} ${stream.raw.length}`
  const objects = known.get(place) ?? (await unpackStream(stream, pdf.effort))
  known.set(place, objects)
  return objects
}

async function unpackStream(stream: PdfStream, effort: Effort): Promise<Map<number, PdfValue>> {
  const [count, first] = [stream.dictionary.get('N'), stream.dictionary.get('First')]
  if (typeof count !== 'number' || typeof first !== 'number' || count > 100_000)
    throw new PdfSyntaxError('a bad object stream')
  const data = await inflate(stream, effort.unpackable)
  effort.spendUnpacked(data.length)
  const head = new Parser(data, 0, effort)
  const objects = new Map<number, PdfValue>()
  let read = 0
  for (let index = 0; index < count; index++) {
    const contained = head.integer()
    const start = first + head.integer()
    const body = new Parser(data, start, effort)
    objects.set(contained, body.value())
    // Objects that overlap would have us read the same bytes a hundred thousand times.
    read += body.at - start
    if (read > data.length) throw new PdfSyntaxError('objects on top of each other')
  }
  return objects
}
