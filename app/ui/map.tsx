import type { Child } from 'hono/jsx'
import type { Locale } from '../language/locales.ts'
import { coastPath } from './coast.ts'
import { type Box, placeLabels } from './mapLabels.ts'
import { Table } from './table.tsx'

export type MapPoint = {
  name: string
  /** The name's language, where it is not the page's. */
  lang?: Locale
  place: string
  /** Degrees, WGS 84, north and east positive. */
  latitude: number
  longitude: number
  href?: string
}

type AllianceMapProps = {
  /** What the picture shows, in one sentence. */
  label: string
  points: MapPoint[]
  /** The point (by index) from which the cord fans out to all others; none where nothing joins them yet. */
  hub?: number
  table: { caption: string; name: string; place: string }
}

type Frame = { width: number; height: number; left: number; top: number; size: number; kind: 'wide' | 'narrow' }

const WEST = -14
const EAST = 150
const NORTH = 66
const SOUTH = 26
/** Equirectangular with this standard parallel, the middle of the picture: shapes in Europe and Japan stay familiar. */
const STRETCH = 1 / Math.cos((45 * Math.PI) / 180)

// Two pictures, because letters must not shrink with the map: the narrow one keeps room for its labels above and below the land.
const wide: Frame = { width: 960, height: 340, left: 0, top: 4, size: 15, kind: 'wide' }
const narrow: Frame = { width: 358, height: 210, left: 0, top: 44, size: 13, kind: 'narrow' }

/** Where the members of an alliance are, joined by the cord, with the same facts as a table beneath. Points outside the picture are in the table only. */
export function AllianceMap({ label, points, hub, table }: AllianceMapProps) {
  return (
    <figure class="map">
      <Picture frame={wide} label={label} points={points} hub={hub} />
      <Picture frame={narrow} label={label} points={points} hub={hub} />
      <figcaption>
        <Table
          caption={table.caption}
          columns={[{ label: table.name }, { label: table.place }]}
          rows={points.map((point) => [nameOf(point), point.place])}
        />
      </figcaption>
    </figure>
  )
}

function nameOf({ name, lang, href }: MapPoint): Child {
  return href ? (
    <a href={href} lang={lang}>
      {name}
    </a>
  ) : (
    <span lang={lang}>{name}</span>
  )
}

function Picture({
  frame,
  label,
  points,
  hub,
}: {
  frame: Frame
  label: string
  points: MapPoint[]
  hub: number | undefined
}) {
  const { width, height, size } = frame
  const project = projection(frame)
  const land = { height: project(0, SOUTH)[1] - frame.top }
  const shown = points.filter(isInFrame).map((point) => {
    const [x, y] = project(point.longitude, point.latitude)
    return { point, x, y, text: point.name }
  })
  const from = hub === undefined ? undefined : shown.find(({ point }) => point === points[hub])
  const strands = from
    ? strandsBetween(
        from,
        shown.filter((one) => one !== from),
      )
    : []
  const labels = placeLabels(
    shown,
    { width, height },
    size,
    strands.flatMap(({ points }) => points),
  )
  return (
    <svg class={`map-${frame.kind}`} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {/* An inner <svg> cuts off what lies beyond the frame without needing an id. */}
      <svg x="0" y={frame.top} width={width} height={land.height} viewBox={`0 ${frame.top} ${width} ${land.height}`}>
        <rect class="map-sea" x="0" y={frame.top} width={width} height={land.height} />
        <path class="map-grid" d={graticule(project)} />
        <path class="map-land" d={coastPath(project)} fill-rule="evenodd" />
      </svg>
      <Strands strands={strands} />
      {labels.map(({ leader: [x1, y1, x2, y2] }) => (
        <line class="map-leader" x1={round(x1)} y1={round(y1)} x2={round(x2)} y2={round(y2)} />
      ))}
      {shown.map(({ x, y }) => (
        <circle class="map-point" cx={round(x)} cy={round(y)} r={frame.kind === 'wide' ? 5 : 4} />
      ))}
      {shown.map(({ point }, index) => (
        <Label at={labels[index]!} size={size} point={point} />
      ))}
    </svg>
  )
}

function Label({ at, size, point }: { at: Box; size: number; point: MapPoint }) {
  const { x, y, width, height } = at
  return (
    <>
      <rect class="map-plate" x={round(x - 3)} y={round(y)} width={round(width + 6)} height={round(height)} rx="3" />
      <text
        x={round(x + width / 2)}
        y={round(y + height / 2)}
        dy="0.36em"
        font-size={size}
        text-anchor="middle"
        lang={point.lang}
      >
        {point.name}
      </text>
    </>
  )
}

const isInFrame = ({ latitude, longitude }: MapPoint) =>
  longitude > WEST && longitude < EAST && latitude > SOUTH && latitude < NORTH

function projection({ width, left, top }: Frame) {
  const scale = width / (EAST - WEST)
  return (longitude: number, latitude: number): [number, number] => [
    left + (longitude - WEST) * scale,
    top + (NORTH - latitude) * scale * STRETCH,
  ]
}

/** Every 20 degrees east, every 10 degrees north. */
function graticule(project: (longitude: number, latitude: number) => [number, number]): string {
  const lines: string[] = []
  for (let longitude = 0; longitude < EAST; longitude += 20)
    lines.push(`M${xy(project(longitude, 90))}L${xy(project(longitude, 0))}`)
  for (let latitude = 30; latitude < NORTH; latitude += 10)
    lines.push(`M${xy(project(WEST, latitude))}L${xy(project(EAST, latitude))}`)
  return lines.join('')
}

type Spot = { x: number; y: number }
type Strand = { isRed: boolean; d: string; /** Places along it, which labels should leave free. */ points: Spot[] }

/** The cord leaves the hub as one bundle of at least five strands, red and white, and each strand ends at one of the others. */
function strandsBetween(from: Spot, to: Spot[]): Strand[] {
  if (to.length === 0) return []
  const count = Math.max(5, to.length)
  const ends = to.toSorted((a, b) => b.y - a.y)
  return Array.from({ length: count }, (_, index) => {
    const end = ends[Math.floor((index * ends.length) / count)]!
    return { isRed: index % 2 === 0, ...strand(from, end, (index - (count - 1) / 2) * 3) }
  })
}

function Strands({ strands }: { strands: Strand[] }) {
  return (
    <>
      {strands.map(({ isRed, d }) => (
        <>
          <path class={isRed ? 'map-strand-red-shadow' : 'map-strand-white-shadow'} d={d} />
          <path class={isRed ? 'map-strand-red' : 'map-strand-white'} d={d} />
        </>
      ))}
    </>
  )
}

/** A shallow bow, `offset` units beside its neighbours until it nears its end. */
function strand(from: Spot, to: Spot, offset: number): { d: string; points: Spot[] } {
  const rise = Math.abs(to.x - from.x) * 0.16
  const at = (share: number): Spot => ({
    x: from.x + (to.x - from.x) * share,
    y: from.y + (to.y - from.y) * share - rise - offset,
  })
  const [start, one, two] = [{ x: from.x, y: from.y - offset * 0.5 }, at(0.3), at(0.72)]
  const points = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95].map((t) => ({
    x: bezier(start.x, one.x, two.x, to.x, t),
    y: bezier(start.y, one.y, two.y, to.y, t),
  }))
  return { d: `M${spot(start)}C${spot(one)} ${spot(two)} ${spot(to)}`, points }
}

const bezier = (a: number, b: number, c: number, d: number, t: number) =>
  (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * c + t ** 3 * d

const spot = ({ x, y }: Spot) => xy([x, y])
const round = (value: number) => Math.round(value * 10) / 10
const xy = ([x, y]: [number, number]) => `${round(x)} ${round(y)}`
