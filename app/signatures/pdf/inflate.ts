import { concat, plain } from '../bytes.ts'
import { type PdfDictionary, PdfName, type PdfStream, isDictionary } from './objects.ts'
import { PdfSyntaxError } from './parse.ts'

/** A bomb of a kilobyte may unpack to gigabytes; nothing we read comes near this. */
const MAX_INFLATED = 64 * 1024 * 1024

/** The bytes of a stream without its filters: none, or one FlateDecode with the predictors that cross-reference streams use. */
export async function inflate(stream: PdfStream, limit = MAX_INFLATED): Promise<Uint8Array> {
  const filter = single(stream.dictionary.get('Filter'))
  if (filter === null || filter === undefined) return stream.raw
  if (!(filter instanceof PdfName) || filter.name !== 'FlateDecode') throw new PdfSyntaxError('a filter we do not read')
  const parameters = single(stream.dictionary.get('DecodeParms'))
  const bytes = await inflateBytes(stream.raw, limit)
  return isDictionary(parameters) ? undoPredictor(bytes, parameters) : bytes
}

const single = (value: unknown): unknown => (Array.isArray(value) && value.length === 1 ? value[0] : value)

async function inflateBytes(raw: Uint8Array, limit: number): Promise<Uint8Array> {
  const reader = new Blob([plain(raw)]).stream().pipeThrough(new DecompressionStream('deflate')).getReader()
  const parts: Uint8Array[] = []
  let length = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return concat(parts)
      length += value.length
      if (length > limit) throw new PdfSyntaxError('unpacks to more than we read')
      parts.push(value)
    }
  } catch (error) {
    await reader.cancel().catch(() => undefined)
    throw error instanceof PdfSyntaxError ? error : new PdfSyntaxError('a damaged compressed stream')
  }
}

/** PNG predictors (ISO 32000-2, 7.4.4.4) for one component of eight bits, which is what cross-reference streams have. */
function undoPredictor(bytes: Uint8Array, parameters: PdfDictionary): Uint8Array {
  const predictor = parameters.get('Predictor') ?? 1
  if (predictor === 1) return bytes
  const columns = parameters.get('Columns') ?? 1
  if (typeof predictor !== 'number' || predictor < 10 || typeof columns !== 'number' || columns < 1 || columns > 1024) {
    throw new PdfSyntaxError('a predictor we do not read')
  }
  const rows = Math.floor(bytes.length / (columns + 1))
  const out = new Uint8Array(rows * columns)
  for (let row = 0; row < rows; row++) undoRow(bytes, out, row, columns)
  return out
}

function undoRow(bytes: Uint8Array, out: Uint8Array, row: number, columns: number): void {
  const kind = bytes[row * (columns + 1)]
  for (let column = 0; column < columns; column++) {
    const here = row * columns + column
    const left = column ? out[here - 1]! : 0
    const up = row ? out[here - columns]! : 0
    const upLeft = row && column ? out[here - columns - 1]! : 0
    const raw = bytes[row * (columns + 1) + 1 + column]!
    out[here] = raw + [0, left, up, (left + up) >> 1, paeth(left, up, upLeft)][kind ?? 0]!
  }
}

function paeth(left: number, up: number, upLeft: number): number {
  const guess = left + up - upLeft
  const [toLeft, toUp, toUpLeft] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - upLeft)]
  if (toLeft <= toUp && toLeft <= toUpLeft) return left
  return toUp <= toUpLeft ? up : upLeft
}
