import type { Child } from 'hono/jsx'
import { DoneShape, HalfShape, RingShape, SquareShape, WaitingShape, WarningShape } from './shapes.tsx'

/** `open`: not begun. `waiting`: on somebody. `active`: under way. `done`: landed, in force. `late`: overdue. `ended`: closed. */
export type Tone = 'open' | 'waiting' | 'active' | 'done' | 'late' | 'ended'

const shapes = {
  open: RingShape,
  waiting: WaitingShape,
  active: HalfShape,
  done: DoneShape,
  late: WarningShape,
  ended: SquareShape,
} as const satisfies Record<Tone, unknown>

/** A state in words, with a shape. The word must carry it alone: shape and colour are for those who glance. */
export function Status({ tone, children }: { tone: Tone; children?: Child }) {
  const Shape = shapes[tone]
  return (
    <span class={`status status-${tone}`}>
      <Shape />
      <span>{children}</span>
    </span>
  )
}
