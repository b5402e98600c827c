import { truncate } from '../../../language/displaySafe.ts'
import type { Catalogue } from '../../../platform/i18n/catalogue.ts'
import { Table } from '../../../ui/table.tsx'
import type { Given } from '../given.ts'

type Named = Given & { name: string }

const WIDTH = 440
const ROW = 54
/** Of a name, in characters; the table beneath has it whole. */
const LONGEST = 62
const MIDDLE = WIDTH / 2

/** Who gave and who received, drawn: received to the left, given to the right, missed beyond a gap; the same as a table beneath. */
export function ExchangeChart({ t, parties }: { t: Catalogue; parties: Named[] }) {
  const words = t.undertakings.chart
  const longest = Math.max(1, ...parties.flatMap(({ given, received, missed }) => [received, given + missed]))
  const unit = (MIDDLE - 30) / longest
  const height = ROW * parties.length + 24
  return (
    <div class="stack">
      <svg class="exchange" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={words.label}>
        <text class="exchange-head" x={MIDDLE - 6} y="14" text-anchor="end">
          {words.received}
        </text>
        <text class="exchange-head" x={MIDDLE + 6} y="14">
          {words.given}
        </text>
        {parties.map((party, index) => (
          <Row party={party} y={24 + index * ROW} unit={unit} />
        ))}
      </svg>
      <Table
        caption={words.label}
        hidesCaption
        columns={[
          { label: words.party },
          { label: words.given, isNumeric: true },
          { label: words.received, isNumeric: true },
          { label: words.questioned, isNumeric: true },
          { label: words.missed, isNumeric: true },
        ]}
        rows={parties.map(({ name, given, received, questioned, missed }) => [
          name,
          ...[given, received, questioned, missed].map(String),
        ])}
      />
    </div>
  )
}

function Row({ party, y, unit }: { party: Named; y: number; unit: number }) {
  const given = party.given * unit
  const received = party.received * unit
  const missed = party.missed * unit
  return (
    <g>
      <text class="exchange-name" x={MIDDLE} y={y + 16} text-anchor="middle">
        {truncate(party.name, LONGEST)}
      </text>
      <line class="exchange-axis" x1={MIDDLE} x2={MIDDLE} y1={y + 21} y2={y + 43} />
      <rect class="exchange-received" x={MIDDLE - received} y={y + 24} width={received} height="16" />
      <rect class="exchange-given" x={MIDDLE} y={y + 24} width={given} height="16" />
      {party.missed > 0 ? (
        <rect class="exchange-missed" x={MIDDLE + given + 1} y={y + 25} width={Math.max(1, missed - 2)} height="14" />
      ) : null}
      <text class="exchange-count" x={MIDDLE - received - 4} y={y + 36} text-anchor="end">
        {party.received}
      </text>
      <text class="exchange-count" x={MIDDLE + given + missed + 4} y={y + 36}>
        {party.missed > 0 ? `${party.given} + ${party.missed}` : party.given}
      </text>
    </g>
  )
}
