export type Box = { x: number; y: number; width: number; height: number }
export type Placed = Box & {
  /** From the point to the label's nearest edge. */
  leader: readonly [x1: number, y1: number, x2: number, y2: number]
}
type Spot = { x: number; y: number }
type Anchor = Spot & { text: string }

const ANGLES = 24
const RADII = [14, 24, 36, 50, 66, 84, 104, 126, 150, 180]
const GAP = 4

/** Width of a line of text in units of its size, near enough to keep labels apart: an em a Japanese character, some 0.58 a Latin one. */
export function textWidth(text: string, size: number): number {
  return (
    Array.from(text).reduce((width, character) => width + (character.codePointAt(0)! > 0x2e7f ? 1 : 0.58), 0) * size
  )
}

/**
 * `lines`: places along drawn lines, which a label covers only where nothing better is left.
 * Finds each label a place near its point where it meets no other label, no point and no leader line, inside the frame.
 * Greedy and deterministic: crowded points choose first. Where no free place exists the least bad one is taken.
 */
export function placeLabels(
  anchors: readonly Anchor[],
  frame: { width: number; height: number },
  size: number,
  lines: readonly Spot[] = [],
): Placed[] {
  const order = anchors
    .map((_, index) => index)
    .toSorted((a, b) => crowding(anchors, b) - crowding(anchors, a) || a - b)
  const placed: Placed[] = []
  const result: Placed[] = []
  for (const index of order) {
    const best = candidates(anchors[index]!, frame, size)
      .map((candidate) => ({
        candidate,
        cost: cost(candidate, anchors[index]!, anchors, placed) + covered(candidate, lines),
      }))
      .reduce((a, b) => (b.cost < a.cost ? b : a)).candidate
    placed.push(best)
    result[index] = best
  }
  return result
}

function crowding(anchors: readonly Anchor[], index: number): number {
  const { x, y } = anchors[index]!
  return anchors.reduce(
    (sum, other, at) => sum + (at === index ? 0 : 1 / (1 + Math.hypot(other.x - x, other.y - y))),
    0,
  )
}

function candidates(anchor: Anchor, frame: { width: number; height: number }, size: number): Placed[] {
  const [width, height] = [textWidth(anchor.text, size), size * 1.35]
  const found: Placed[] = []
  for (const radius of RADII)
    for (let step = 0; step < ANGLES; step++) {
      const angle = (step / ANGLES) * 2 * Math.PI
      const [endX, endY] = [anchor.x + radius * Math.cos(angle), anchor.y + radius * Math.sin(angle)]
      // The label hangs from the leader's end by the side that faces the point.
      const x = Math.abs(Math.cos(angle)) < 0.3 ? endX - width / 2 : Math.cos(angle) > 0 ? endX : endX - width
      const y = Math.abs(Math.cos(angle)) < 0.3 ? (Math.sin(angle) > 0 ? endY : endY - height) : endY - height / 2
      found.push({ x, y, width, height, leader: [anchor.x, anchor.y, endX, endY] })
    }
  const inside = found.filter(
    (one) => one.x >= 2 && one.y >= 2 && one.x + width <= frame.width - 2 && one.y + height <= frame.height - 2,
  )
  return inside.length ? inside : found
}

function cost(candidate: Placed, own: Anchor, anchors: readonly Anchor[], placed: readonly Placed[]): number {
  const [x1, y1, x2, y2] = candidate.leader
  const box = grow(candidate, GAP)
  const others = anchors.filter((other) => other !== own)
  return (
    100_000 * placed.filter((other) => overlap(box, other)).length +
    40_000 *
      placed.filter((other) => meetsBox(other.leader, box) || meetsBox(candidate.leader, grow(other, 2))).length +
    20_000 * placed.filter((other) => segmentsMeet(candidate.leader, other.leader)).length +
    20_000 * others.filter(({ x, y }) => contains(grow(candidate, 6), x, y)).length +
    2_000 * others.filter((other) => near(candidate.leader, other)).length +
    Math.hypot(x2 - x1, y2 - y1)
  )
}

/** Covering a drawn line is bad, but not as bad as covering a name. */
const covered = (candidate: Placed, lines: readonly Spot[]): number =>
  lines.filter(({ x, y }) => contains(grow(candidate, GAP), x, y)).length * 200

const grow = (box: Box, by: number): Box => ({
  x: box.x - by,
  y: box.y - by,
  width: box.width + 2 * by,
  height: box.height + 2 * by,
})

export const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

const contains = (box: Box, x: number, y: number) =>
  x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height

type Line = readonly [number, number, number, number]

function meetsBox(line: Line, box: Box): boolean {
  const [x1, y1, x2, y2] = line
  for (let step = 0; step <= 12; step++) {
    const t = step / 12
    if (contains(box, x1 + (x2 - x1) * t, y1 + (y2 - y1) * t)) return true
  }
  return false
}

function near([x1, y1, x2, y2]: Line, point: { x: number; y: number }): boolean {
  const length = (x2 - x1) ** 2 + (y2 - y1) ** 2
  const t =
    length === 0 ? 0 : Math.min(1, Math.max(0, ((point.x - x1) * (x2 - x1) + (point.y - y1) * (y2 - y1)) / length))
  return Math.hypot(x1 + t * (x2 - x1) - point.x, y1 + t * (y2 - y1) - point.y) < 7
}

function segmentsMeet(a: Line, b: Line): boolean {
  const side = ([x1, y1, x2, y2]: Line, x: number, y: number) => Math.sign((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1))
  return (
    side(a, b[0], b[1]) !== side(a, b[2], b[3]) &&
    side(b, a[0], a[1]) !== side(b, a[2], a[3]) &&
    (a[0] !== b[0] || a[1] !== b[1])
  )
}
