import type { Child } from 'hono/jsx'
import { knotHalves, knotPieces, knotReach } from './knot.ts'

/** `tying` ties the knot before the reader's eyes, once, and is asked for only by the page on which the last signature landed. */
export type CordState = 'untied' | 'tied' | 'tying'

type CordProps = {
  state: CordState
  /** What the picture says: who is joined, or not yet. */
  label: string
  /** Set where one page shows several knots. */
  id?: string
}

/** Widths of strokes laid one on another, so that one path shows as five strands with their shadow lines. */
const STRANDS = [16.2, 14.6, 10.2, 8.4, 4, 2.2]

const pieces = knotPieces()
const halves = knotHalves()

/** The cord between two sides: five strands, white from the left and red from the right, tied in an あわじ結び or not yet. */
export function Cord({ state, label, id = 'knot' }: CordProps) {
  return (
    <svg class={`cord cord-${state}`} viewBox={`${-knotReach} -140 ${2 * knotReach} 280`} role="img" aria-label={label}>
      {state === 'untied' ? <LooseEnds id={id} /> : <Knot id={id} isTying={state === 'tying'} />}
    </svg>
  )
}

function LooseEnds({ id }: { id: string }) {
  return (
    <>
      <path id={`${id}-left`} class="cord-path" d="M-230 126C-140 126-120 70-96 20S-70-80-24-70" />
      <path id={`${id}-right`} class="cord-path" d="M230 126C140 126 120 70 96 20S70-80 24-70" />
      <Bundle of={`${id}-left`} half="left" />
      <Bundle of={`${id}-right`} half="right" />
    </>
  )
}

function Knot({ id, isTying }: { id: string; isTying: boolean }) {
  const layers = [
    { over: false, half: 'left' },
    { over: false, half: 'right' },
    { over: true, half: 'left' },
    { over: true, half: 'right' },
  ] as const
  return (
    <>
      {isTying ? <Reveal id={id} /> : null}
      <g mask={isTying ? `url(#${id}-reveal)` : undefined}>
        {layers.map(({ over, half }) => {
          const mine = pieces.filter((piece) => piece.over === over && piece.half === half)
          const name = `${id}-${over ? 'over' : 'under'}-${half}`
          return (
            <>
              {over ? <path class="cord-halo" d={mine.map((piece) => piece.bridge).join('')} /> : null}
              <path id={name} class="cord-path" d={mine.map((piece) => piece.d).join('')} />
              <Bundle of={name} half={half} />
            </>
          )
        })}
      </g>
    </>
  )
}

/** Uncovers the knot along the cord, from both ends to the top of the middle loop, where the sides meet. */
function Reveal({ id }: { id: string }) {
  return (
    <mask id={`${id}-reveal`} maskUnits="userSpaceOnUse" x={-knotReach} y="-140" width={2 * knotReach} height="280">
      <path class="cord-reveal" d={halves.left} pathLength="1" />
      <path class="cord-reveal" d={halves.right} pathLength="1" />
    </mask>
  )
}

function Bundle({ of, half }: { of: string; half: 'left' | 'right' }) {
  return (
    <g class={`cord-${half}`}>
      {STRANDS.map((width) => (
        <use href={`#${of}`} stroke-width={width} />
      ))}
    </g>
  )
}

/** Two sides and the cord between them. The lists are the parties' names, each in its own language if it has one. */
export function CordOfParties(props: CordProps & { left: Child[]; right: Child[] }) {
  return (
    <div class="cord-of-parties">
      <PartyList parties={props.left} side="left" />
      <Cord {...props} />
      <PartyList parties={props.right} side="right" />
    </div>
  )
}

function PartyList({ parties, side }: { parties: Child[]; side: 'left' | 'right' }) {
  return (
    <ul role="list" class={`cord-parties cord-parties-${side}`}>
      {parties.map((party) => (
        <li>{party}</li>
      ))}
    </ul>
  )
}

/** A straight length of the cord, to divide what belongs together. Decorative. */
export const CordRule = () => <div class="cord-rule" aria-hidden="true"></div>
