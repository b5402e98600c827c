import type { Child } from 'hono/jsx'
import type { Locale } from '../language/locales.ts'
import { coastPath } from './coast.ts'
import { placeLabels } from './mapLabels.ts'
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
const wide: Frame = { width: 960, height: 380, left: 0, top: 20, size: 15, kind: 'wide' }
const narrow: Frame = { width: 358, height: 300, left: 0, top: 80, size: 13, kind: 'narrow' }

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
  const labels = placeLabels(shown, { width, height }, size)
  return (
    <svg class={`map-${frame.kind}`} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {/* An inner <svg> cuts off what lies beyond the frame without needing an id. */}
      <svg x="0" y={frame.top} width={width} height={land.height} viewBox={`0 ${frame.top} ${width} ${land.height}`}>
        <rect class="map-sea" x="0" y={frame.top} width={width} height={land.height} />
        <path class="map-grid" d={graticule(project)} />
        <path class="map-land" d={coastPath(project)} fill-rule="evenodd" />
      </svg>
      {from ? <Strands from={from} to={shown.filter((one) => one !== from)} /> : null}
      {shown.map(({ point, x, y, text }, index) => {
        const place = labels[index]!
        const [x1, y1, x2, y2] = place.leader
        return (
          <>
            <line class="map-leader" x1={round(x1)} y1={round(y1)} x2={round(x2)} y2={round(y2)} />
            <circle class="map-point" cx={round(x)} cy={round(y)} r={frame.kind === 'wide' ? 5 : 4} />
            <rect
              class="map-plate"
              x={round(place.x - 3)}
              y={round(place.y)}
              width={round(place.width + 6)}
              height={round(place.height)}
              rx="3"
            />
            <text
              x={round(place.x + place.width / 2)}
              y={round(place.y + place.height / 2)}
              dy="0.36em"
              font-size={size}
              text-anchor="middle"
              lang={point.lang}
            >
              {text}
            </text>
          </>
        )
      })}
    </svg>
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

/** The cord leaves the hub as one bundle of at least five strands, red and white, and each strand ends at one of the others. */
function Strands({ from, to }: { from: Spot; to: Spot[] }) {
  if (to.length === 0) return null
  const count = Math.max(5, to.length)
  const ends = to.toSorted((a, b) => b.y - a.y)
  const strands = Array.from({ length: count }, (_, index) => {
    const end = ends[Math.floor((index * ends.length) / count)]!
    return { isRed: index % 2 === 0, d: strand(from, end, (index - (count - 1) / 2) * 3) }
  })
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
function strand(from: Spot, to: Spot, offset: number): string {
  const rise = Math.abs(to.x - from.x) * 0.16
  const [x1, y1] = [from.x + (to.x - from.x) * 0.3, from.y + (to.y - from.y) * 0.3 - rise - offset]
  const [x2, y2] = [from.x + (to.x - from.x) * 0.72, from.y + (to.y - from.y) * 0.72 - rise - offset]
  return `M${xy([from.x, from.y - offset * 0.5])}C${xy([x1, y1])} ${xy([x2, y2])} ${xy([to.x, to.y])}`
}

const round = (value: number) => Math.round(value * 10) / 10
const xy = ([x, y]: [number, number]) => `${round(x)} ${round(y)}`
