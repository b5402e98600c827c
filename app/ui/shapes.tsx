/** Small shapes that say with their outline what a colour would only whisper. Decorative: the word stands beside them. */

type ShapeProps = { class?: string }

function Shape(props: ShapeProps & { d: string; solid?: boolean }) {
  return (
    <svg class={props.class ?? 'shape'} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path
        d={props.d}
        fill={props.solid ? 'currentColor' : 'none'}
        stroke="currentColor"
        stroke-width="1.75"
        stroke-linejoin="round"
        stroke-linecap="round"
      />
    </svg>
  )
}

/** A triangle: needs correcting, overdue. */
export const WarningShape = (props: ShapeProps) => <Shape {...props} d="M8 2 15 14H1Z M8 6.5v3.6 M8 12v.1" />
/** A ring: open, nothing has happened yet. */
export const RingShape = (props: ShapeProps) => <Shape {...props} d="M8 2.5a5.5 5.5 0 1 1-.01 0Z" />
/** A half-filled ring: under way. */
export const HalfShape = (props: ShapeProps) => (
  <Shape {...props} d="M8 2.5a5.5 5.5 0 1 1-.01 0Z M8 2.5v11 M10.2 4v8 M12.3 6v4" />
)
/** A tick in a ring: done, in force. */
export const DoneShape = (props: ShapeProps) => (
  <Shape {...props} d="M8 2.5a5.5 5.5 0 1 1-.01 0Z M5.4 8.2l1.9 1.9 3.4-3.9" />
)
/** A square: ended, closed. */
export const SquareShape = (props: ShapeProps) => <Shape {...props} d="M3 3h10v10H3Z" />
/** An hourglass-like pair of triangles: waiting for somebody. */
export const WaitingShape = (props: ShapeProps) => <Shape {...props} d="M4 2.5h8L4 13.5h8Z" />
