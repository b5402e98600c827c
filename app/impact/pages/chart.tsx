import type { SheetChart } from '../paper/sheet.ts'

type Bar = SheetChart['bars'][number]

const WIDTH = 360
const ROW = 52
const LEFT = 4
const RIGHT = 60

/** Each figure on a line of its own, now and before: bars are compared within a line only, since unlike figures have no common scale. */
export function FigureChart({ label, now, before, bars }: SheetChart & { label: string }) {
  const height = bars.length * ROW + 44
  return (
    <svg class="figures" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={label}>
      <rect class="figures-now" x={LEFT} y="4" width="14" height="10" />
      <text class="figures-key" x={LEFT + 20} y="13">
        {now}
      </text>
      <rect class="figures-before" x={LEFT} y="22" width="14" height="10" />
      <text class="figures-key" x={LEFT + 20} y="31">
        {before}
      </text>
      {bars.map((bar, index) => (
        <Line bar={bar} y={44 + index * ROW} />
      ))}
    </svg>
  )
}

function Line({ bar, y }: { bar: Bar; y: number }) {
  const unit = (WIDTH - LEFT - RIGHT) / Math.max(1, bar.count, bar.countBefore)
  return (
    <g>
      <text class="figures-name" x={LEFT} y={y + 12}>
        {bar.name}
      </text>
      <rect class="figures-now" x={LEFT} y={y + 18} width={Math.max(1, bar.count * unit)} height="11" />
      <text class="figures-count" x={LEFT + bar.count * unit + 6} y={y + 28}>
        {bar.count}
      </text>
      <rect class="figures-before" x={LEFT} y={y + 32} width={Math.max(1, bar.countBefore * unit)} height="9" />
      <text class="figures-count" x={LEFT + bar.countBefore * unit + 6} y={y + 41}>
        {bar.countBefore}
      </text>
    </g>
  )
}
