import type { TimeForReader } from '../language/timesForReader.ts'

/** A moment on both clocks, each named by its place: date on one line, clocks below it, or all in a row. */
export function Moment({ time, isInline = false }: { time: TimeForReader; isInline?: boolean }) {
  if (isInline) return <time datetime={time.here.machine}>{time.text}</time>
  return (
    <time class="moment" datetime={time.here.machine}>
      <span class="moment-date">{time.date}</span> <span class="moment-clocks">{time.clocks}</span>
    </time>
  )
}
