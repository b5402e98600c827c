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

/** Runs as the clock it was made from, but for the times it is set to some other instant: a past that is entered afterwards. */
export function travellingClock(home: Clock): Clock & { travel(to: Date): void; goHome(): void } {
  let away: Date | null = null
  return {
    now: () => (away ? new Date(away) : home.now()),
    travel: (to) => {
      away = to
    },
    goHome: () => {
      away = null
    },
  }
}

/** Read `from` at the wall clock's `since`, and has run at `speed` ever after: a past afternoon lived again, in minutes. */
export function scaledClock(
  { from, speed, since }: { from: Date; speed: number; since: Date },
  wall = systemClock,
): Clock {
  return { now: () => new Date(from.getTime() + (wall.now().getTime() - since.getTime()) * speed) }
}
