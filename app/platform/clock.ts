/** Where time comes from. Everything that depends on "now" takes a clock, so that tests and rehearsals can set it. */
export type Clock = { now(): Date }

export const systemClock: Clock = { now: () => new Date() }

/** A clock that stands still until it is set or moved on. */
export function settableClock(start: Date): Clock & { set(to: Date): void; forward(milliseconds: number): void } {
  let current = start
  return {
    now: () => new Date(current),
    set: (to) => {
      current = to
    },
    forward: (milliseconds) => {
      current = new Date(current.getTime() + milliseconds)
    },
  }
}
