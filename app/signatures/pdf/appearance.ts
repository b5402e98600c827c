import { fromLatin1 } from '../bytes.ts'
import { PdfStream, dictionary, name } from './objects.ts'

/** Vermilion (朱), #b3262e: the colour of the seal and of nothing else. */
const VERMILION = [0xb3, 0x26, 0x2e].map((channel) => (channel / 255).toFixed(4)).join(' ')
const MAX_SIDE = 56

/**
 * What a signed field shows: five parallel strands in an interlaced knot, at the right end of the box where a seal stands beside
 * a name. It imitates nobody's hand; who signed is in the signature, and in the printed text beside the box.
 */
export function sealMark(width: number, height: number): PdfStream {
  const side = Math.min(MAX_SIDE, width, height) * 0.86
  const centre: Point = [width - side / 2 - Math.min(6, (width - side) / 2), height / 2]
  const knot = strands(arc(0, TURN, 18), side)
  // Where the cord passes over itself it is drawn once more, which hides what runs beneath.
  const crossings = [0, 1, 2]
    .map((third) => Math.PI / 2 + (third * TURN) / 3)
    .map((at) => strands(arc(at - 0.3, at + 0.3, 3), side, '0 J'))
  const drawing = ['q', `${VERMILION} RG`, `1 0 0 1 ${centre.map(short).join(' ')} cm`, knot, ...crossings, 'Q']
  return new PdfStream(
    dictionary({
      Type: name('XObject'),
      Subtype: name('Form'),
      BBox: [0, 0, width, height],
      Resources: dictionary({}),
    }),
    fromLatin1(drawing.join('\n')),
  )
}

type Point = [x: number, y: number]

const TURN = 2 * Math.PI
/** The curve below reaches so far from its centre. */
const REACH = 2.75
/** Its lowest loop hangs deeper than its upper ones rise; this puts its middle in the middle. */
const SINK = 0.45

/** A closed cord of three loops: the plane view of the overhand knot, kin to the awaji knot. */
const cord = (t: number): Point => [Math.sin(t) + 2 * Math.sin(2 * t), Math.cos(t) - 2 * Math.cos(2 * t) + SINK]
const direction = (t: number): Point => [Math.cos(t) + 4 * Math.cos(2 * t), -Math.sin(t) + 4 * Math.sin(2 * t)]

type Curve = { start: Point; bends: [Point, Point, Point][] }

/** The cord between two parameters as Bézier curves that share its tangents. */
function arc(from: number, to: number, steps: number): Curve {
  const step = (to - from) / steps
  const bends = Array.from({ length: steps }, (_, index): [Point, Point, Point] => {
    const [t, u] = [from + index * step, from + (index + 1) * step]
    return [along(t, step / 3), along(u, -step / 3), cord(u)]
  })
  return { start: cord(from), bends }
}

function along(t: number, by: number): Point {
  const [[x, y], [dx, dy]] = [cord(t), direction(t)]
  return [x + dx * by, y + dy * by]
}

/** The same path drawn five times, ever thinner, red on white on red: five parallel strands. */
function strands({ start, bends }: Curve, side: number, cap = '1 J'): string {
  const scale = side / 2 / (REACH + 0.45)
  const point = ([x, y]: Point): string => `${short(x * scale)} ${short(y * scale)}`
  const path = [`${point(start)} m`, ...bends.map((bend) => `${bend.map(point).join(' ')} c`)].join('\n')
  const widths = [9, 7, 5, 3, 1].map((units) => units * 0.1 * scale)
  const strokes = widths.map((width, index) => `${index % 2 ? '1 1 1' : VERMILION} RG ${short(width)} w ${path} S`)
  return `${cap}\n${strokes.join('\n')}`
}

const short = (value: number): string => String(Math.round(value * 100) / 100)
