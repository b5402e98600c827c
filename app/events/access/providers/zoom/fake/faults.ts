import type { Answer } from './answering.ts'
import type { Fault, World } from './world.ts'

/** What becomes of a call: done and told, refused before anything was done, done and told wrongly, or never answered. */
export type Outcome = { answer: Answer } | { silence: true }

/** Lets the next fault that fits this call happen; else the work is done and told as it should be. */
export function withFaults(world: World, name: string, work: () => Answer): Outcome {
  const index = world.faults.findIndex(({ on }) => on === undefined || name.includes(on))
  if (index < 0) return { answer: work() }
  const [fault] = world.faults.splice(index, 1) as [Fault]
  const { what } = fault
  if ('afterTheWork' in what && what.afterTheWork) work()
  if ('silence' in what) return { silence: true }
  if (what.status === 429) {
    const headers = what.retryAfter === undefined ? {} : { 'retry-after': what.retryAfter }
    return { answer: { status: 429, body: { code: 429, message: 'Too many requests.' }, headers } }
  }
  if (what.status === 401) return { answer: { status: 401, body: { code: 124, message: 'Invalid access token.' } } }
  return { answer: { status: what.status, body: { code: what.status, message: 'Internal error.' } } }
}
