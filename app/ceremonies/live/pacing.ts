/** When things happen: the wall's clock and timers, or a test's. */
export type Pace = { now(): number; after(milliseconds: number, work: () => void): () => void }

export const wallPace: Pace = {
  now: () => performance.now(),
  after(milliseconds, work) {
    const timer = setTimeout(work, milliseconds)
    timer.unref()
    return () => clearTimeout(timer)
  },
}

/** At most one broadcast a second … */
const APART_MS = 1000
/** … but what everybody waits for does not wait for that second. */
const URGENT_APART_MS = 200

/**
 * Runs `work` soon, once however often it is asked for, never twice at the same time, and never closer together than the board's pace.
 * What is asked for while it runs makes it run again. Work that fails is tried again after a second.
 */
export function pacer(pace: Pace, work: () => Promise<void>, failed: (error: unknown) => void) {
  let last = -Infinity
  let waiting: { due: number; cancel: () => void } | null = null
  let running = false
  let again: 'no' | 'soon' | 'at-once' = 'no'

  function soon(isUrgent: boolean): void {
    if (running) {
      if (again !== 'at-once') again = isUrgent ? 'at-once' : 'soon'
      return
    }
    const due = Math.max(pace.now(), last + (isUrgent ? URGENT_APART_MS : APART_MS))
    if (waiting && waiting.due <= due) return
    waiting?.cancel()
    waiting = { due, cancel: pace.after(Math.max(0, due - pace.now()), () => void run()) }
  }

  async function run(): Promise<void> {
    waiting = null
    running = true
    last = pace.now()
    try {
      await work()
    } catch (error) {
      failed(error)
      if (again === 'no') again = 'soon'
    }
    running = false
    const wanted = again
    again = 'no'
    if (wanted !== 'no') soon(wanted === 'at-once')
  }

  return soon
}
