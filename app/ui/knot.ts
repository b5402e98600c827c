/**
 * The line of an あわじ結び: one cord, three loops, eight crossings, over and under in turn. That alternation is what makes the
 * knot hold, so it is computed from where the line meets itself and not drawn by eye.
 */

export type Point = readonly [x: number, y: number]

/** One crossing's length of the cord. `half` names the end it comes from: the cord is white from the left and red from the right. */
export type Piece = { half: 'left' | 'right'; over: boolean; d: string; bridge: string }

/** From the top of the middle loop along the right-hand half: down through the knot, round the left loop, back and out to the right. */
const RIGHT_HALF: readonly Point[] = [
  [0, -126],
  [36, -115],
  [54, -82],
  [46, -34],
  [0, 50],
  [-56, 86],
  [-116, 90],
  [-158, 62],
  [-168, 14],
  [-140, -30],
  [-82, -44],
  [0, -10],
  [62, 44],
  [104, 96],
  [152, 121],
  [230, 126],
]

const STEPS = 24

/** Where the ends stand, to left and right of the middle. */
export const knotReach = 230

/** The right-hand half as a fine polyline; the left-hand half is its mirror image. */
export function rightHalf(): Point[] {
  return smooth([mirror(RIGHT_HALF[1]!), ...RIGHT_HALF, [320, 126]])
}

/** The whole line from the left end to the right end. */
export function wholeLine(): Point[] {
  const right = rightHalf()
  return [...right.slice(1).map(mirror).toReversed(), ...right]
}

/** Index pairs (as fractions of the polyline) at which a line meets itself, in the order of the line. */
export function crossings(line: readonly Point[]): number[] {
  const found: number[] = []
  for (let i = 0; i < line.length - 1; i++)
    for (let j = i + 2; j < line.length - 1; j++) {
      const at = meet(line[i]!, line[i + 1]!, line[j]!, line[j + 1]!)
      if (at) found.push(i + at[0], j + at[1])
    }
  return found.toSorted((a, b) => a - b)
}

/** The knot cut halfway between crossings, so that what lies under can be drawn before what lies over it. `every`: how coarse. */
export function knotPieces(every = 3): Piece[] {
  const line = wholeLine()
  const middle = (line.length - 1) / 2
  const at = crossings(line)
  const cuts = [0, ...at.slice(1).map((here, index) => (here + at[index]!) / 2), line.length - 1]
  // The top of the middle loop, where white turns red, is a cut as well: the knot is symmetrical, so it falls on one by itself.
  return at.map((here, index) => ({
    half: here < middle ? 'left' : 'right',
    over: index % 2 === 0,
    // An under piece reaches a little below its neighbours, so that no hairline shows at the joint.
    d: path(slice(line, cuts[index]! - (index % 2 ? 0.6 : 0), cuts[index + 1]! + (index % 2 ? 0.6 : 0)), every),
    bridge: path(around(line, here, 13), every),
  }))
}

/** The whole line as one path, for revealing the knot along its length: each half from its end to the top. */
export function knotHalves(): { left: string; right: string } {
  const right = rightHalf().toReversed()
  return { left: path(right.map(mirror), 3), right: path(right, 3) }
}

const mirror = ([x, y]: Point): Point => [-x, y]

/** A Catmull-Rom spline (centripetal enough for points this even) through all points but the first and last. */
function smooth(points: readonly Point[]): Point[] {
  const line: Point[] = []
  for (let i = 1; i < points.length - 2; i++) {
    const [a, b, c, d] = [points[i - 1]!, points[i]!, points[i + 1]!, points[i + 2]!]
    for (let step = 0; step < STEPS; step++) {
      const t = step / STEPS
      line.push([spline(a[0], b[0], c[0], d[0], t), spline(a[1], b[1], c[1], d[1], t)])
    }
  }
  return [...line, points.at(-2)!]
}

function spline(a: number, b: number, c: number, d: number, t: number): number {
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))
}

/** Where two segments meet, as fractions of each; null when they do not. */
function meet(a: Point, b: Point, c: Point, d: Point): [number, number] | null {
  const [rx, ry, sx, sy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]]
  const area = rx * sy - ry * sx
  if (area === 0) return null
  const t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / area
  const u = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / area
  return t >= 0 && t < 1 && u >= 0 && u < 1 ? [t, u] : null
}

/** The part of a polyline between two fractional indexes. */
function slice(line: readonly Point[], from: number, to: number): Point[] {
  const [start, end] = [Math.max(0, from), Math.min(line.length - 1, to)]
  return [between(line, start), ...line.slice(Math.floor(start) + 1, Math.ceil(end)), between(line, end)]
}

/** The part of a polyline within a distance of one of its points. */
function around(line: readonly Point[], index: number, distance: number): Point[] {
  const middle = between(line, index)
  const isNear = (at: number) =>
    Math.hypot(between(line, at)[0] - middle[0], between(line, at)[1] - middle[1]) < distance
  let [from, to] = [index, index]
  while (isNear(from - 0.5)) from -= 0.5
  while (isNear(to + 0.5)) to += 0.5
  return slice(line, from, to)
}

function between(line: readonly Point[], index: number): Point {
  const low = Math.min(Math.floor(index), line.length - 2)
  const [a, b] = [line[low]!, line[low + 1]!]
  const t = index - low
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]
}

/** Fewer points than were computed are enough for the eye; so is one decimal. */
function path(points: readonly Point[], every: number): string {
  const kept = points.filter((_, index) => index % every === 0 || index === points.length - 1)
  return `M${kept.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}`
}

const round = (value: number) => Math.round(value * 10) / 10
