import { type Bytes, concat, fromLatin1 } from '../bytes.ts'
import { PdfRef, PdfStream, type PdfValue, dictionary, name } from './objects.ts'
import type { Pdf } from './open.ts'
import { PdfSyntaxError } from './parse.ts'
import { serialise } from './serialise.ts'

/** Objects to add or to replace in one incremental save (ISO 32000-2, 7.5.6). */
export class Update {
  readonly pdf: Pdf
  private readonly objects = new Map<number, PdfValue>()
  private next: number

  constructor(pdf: Pdf) {
    this.pdf = pdf
    this.next = pdf.size
  }

  /** A number for an object that others must name before it is written. */
  reserve(): PdfRef {
    return new PdfRef(this.next++)
  }

  add(value: PdfValue): PdfRef {
    const ref = this.reserve()
    this.objects.set(ref.number, value)
    return ref
  }

  set(ref: PdfRef, value: PdfValue): void {
    const entry = this.pdf.entries.get(ref.number)
    // We write generation 0 only; under another one all references to the object would break.
    if (entry && entry !== 'free' && 'generation' in entry && entry.generation > 0)
      throw new PdfSyntaxError('a reused object')
    this.objects.set(ref.number, value)
  }

  /** What the reference will mean after this save. */
  current(value: PdfValue | undefined): PdfValue {
    if (!(value instanceof PdfRef)) return value ?? null
    return this.objects.get(value.number) ?? this.pdf.resolve(value)
  }

  /** The whole new file: the old bytes untouched, then the objects, then a cross-reference of the kind the file already has. */
  save(): { bytes: Bytes; offsets: Map<number, number> } {
    const { bytes: before } = this.pdf
    const parts: Uint8Array[] = [before]
    let length = before.length
    const put = (part: Uint8Array): void => {
      parts.push(part)
      length += part.length
    }
    // `%%EOF` may be the very last byte of the file; an object must begin on its own line.
    put(fromLatin1('\n'))
    const offsets = new Map<number, number>()
    for (const [number, value] of [...this.objects].toSorted(([one], [other]) => one - other)) {
      offsets.set(number, length)
      put(concat([fromLatin1(`${number} 0 obj\n`), serialise(value), fromLatin1('\nendobj\n')]))
    }
    const start = length
    put(this.pdf.sections[0]!.kind === 'table' ? this.table(offsets) : this.stream(offsets, start))
    put(fromLatin1(`startxref\n${start}\n%%EOF\n`))
    return { bytes: concat(parts), offsets }
  }

  private trailer(size: number): Map<string, PdfValue> {
    const { trailer, sections } = this.pdf
    return dictionary({
      Size: size,
      Root: trailer.get('Root'),
      Info: trailer.get('Info'),
      ID: trailer.get('ID'),
      Prev: sections[0]!.offset,
    })
  }

  private table(offsets: Map<number, number>): Uint8Array {
    const runs = consecutive([...offsets.keys()]).map(
      (run) =>
        `${run[0]} ${run.length}\n${run.map((number) => `${String(offsets.get(number)).padStart(10, '0')} 00000 n \n`).join('')}`,
    )
    return concat([fromLatin1(`xref\n${runs.join('')}trailer\n`), serialise(this.trailer(this.next)), fromLatin1('\n')])
  }

  private stream(offsets: Map<number, number>, start: number): Uint8Array {
    const own = this.next
    const all = new Map(offsets).set(own, start)
    const runs = consecutive([...all.keys()])
    const rows = runs.flat().map((number) => {
      const row = new Uint8Array(7)
      row[0] = 1
      new DataView(row.buffer).setUint32(1, all.get(number)!)
      return row
    })
    const about = this.trailer(own + 1)
    about.set('Type', name('XRef'))
    about.set('W', [1, 4, 2])
    about.set(
      'Index',
      runs.flatMap((run) => [run[0]!, run.length]),
    )
    return concat([
      fromLatin1(`${own} 0 obj\n`),
      serialise(new PdfStream(about, concat(rows))),
      fromLatin1('\nendobj\n'),
    ])
  }
}

function consecutive(numbers: number[]): number[][] {
  const runs: number[][] = []
  for (const number of numbers.toSorted((one, other) => one - other)) {
    const last = runs.at(-1)
    if (last && last.at(-1) === number - 1) last.push(number)
    else runs.push([number])
  }
  return runs
}
