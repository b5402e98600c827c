import { knotHalves, knotPieces } from '../../ui/knot.ts'
import type { Board, BoardSignatory } from '../board.ts'
import type { Live } from '../pieces.ts'
import { inAgreedOrder } from './reader.ts'

const WIDTH = 1600
const HEIGHT = 410
const MIDDLE = WIDTH / 2
/** Where the knot lies, and how large: its own picture reaches 230 to either side. */
const KNOT = { y: 144, scale: 1.06 }
const NECK = KNOT.y + 50

/** Widths of strokes laid one on another, so that one path shows as five strands; a signatory's cord is thinner than the knot's. */
const STRANDS = [16.2, 14.6, 10.2, 8.4, 4, 2.2]
const THIN = [13.5, 12.1, 8.5, 7, 3.3, 1.8]

const pieces = knotPieces()
const halves = knotHalves()

/**
 * One cord a signatory, in the agreed order. A pencilled line shows the way; along it the cord rises when the signature lands, and when
 * the last one has, the knot is tied over all of them. The picture repeats what the names beside it say in words.
 */
export function Gathering({
  board,
  live,
  label,
  id = 'tie',
}: {
  board: Board
  live: Live
  label: string
  id?: string
}) {
  const isTied = live.facts['complete'] === 'yes'
  return (
    <svg
      class="gathering"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
      data-tie={isTied ? 'tied' : 'open'}
    >
      {inAgreedOrder(board).map((signatory, index) => (
        <Rising
          signatory={signatory}
          live={live}
          d={rising(index, board.signatories.length)}
          side={index < board.signatories.length / 2 ? 'left' : 'right'}
        />
      ))}
      <g transform={`translate(${MIDDLE} ${KNOT.y}) scale(${KNOT.scale})`}>
        <path class="gathering-way" d={halves.left} />
        <path class="gathering-way" d={halves.right} />
        <g class="gathering-knot" data-fact="complete" data-is="yes" hidden={!isTied}>
          <mask id={`${id}-reveal`} maskUnits="userSpaceOnUse" x="-240" y="-150" width="480" height="300">
            <path class="gathering-reveal" d={halves.left} pathLength="1" />
            <path class="gathering-reveal" d={halves.right} pathLength="1" />
          </mask>
          <g mask={`url(#${id}-reveal)`}>
            <Knot id={id} />
          </g>
        </g>
      </g>
    </svg>
  )
}

/** From a place at the foot to the neck under the knot, where the cords lie side by side and end beneath its lower arms. */
function rising(index: number, count: number): string {
  const foot = Math.round(WIDTH * ((index + 0.5) / count))
  const aside = (index - (count - 1) / 2) * Math.min(14, 70 / count)
  const [x, y] = [MIDDLE + aside, NECK + 5 + Math.abs(aside) * 0.72]
  return `M${foot} ${HEIGHT}C${foot} ${HEIGHT - 110} ${x} ${y + 130} ${x} ${y}`
}

function Rising(props: { signatory: BoardSignatory; live: Live; d: string; side: 'left' | 'right' }) {
  const { signatory, live, d, side } = props
  const fact = `signatory:${signatory.id}`
  const hasSigned = live.facts[fact] === 'signed'
  return (
    <>
      <path class="gathering-way" d={d} />
      <g class={`cord-${side} gathering-rising`} data-fact={fact} data-is="signed" hidden={!hasSigned}>
        {THIN.map((width) => (
          <path class="gathering-strand" d={d} pathLength="1" stroke-width={width} />
        ))}
      </g>
    </>
  )
}

/** As the cord of the style guide ties it: what lies under first, then a rim of paper, then what lies over. */
function Knot({ id }: { id: string }) {
  return (
    <>
      {[false, true].map((over) =>
        (['left', 'right'] as const).map((half) => {
          const mine = pieces.filter((piece) => piece.over === over && piece.half === half)
          const name = `${id}-${over ? 'over' : 'under'}-${half}`
          return (
            <>
              {over ? <path class="cord-halo" d={mine.map((piece) => piece.bridge).join('')} /> : null}
              <path id={name} class="cord-path" d={mine.map((piece) => piece.d).join('')} />
              <g class={`cord-${half}`}>
                {STRANDS.map((width) => (
                  <use href={`#${name}`} stroke-width={width} />
                ))}
              </g>
            </>
          )
        }),
      )}
    </>
  )
}
