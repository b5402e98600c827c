import { aCategory, makeEvent } from '../../test/factories/events.ts'
import { unique } from '../../test/factories/people.ts'
import type { TestApplication } from '../../test/harness/application.ts'
import { round } from '../measuring.ts'

/** Somebody who registers at the web process again and again: how long its answers took (milliseconds). */
export type FormLoad = { forget(): void; p99(): number; stop(): Promise<void> }

const APART_MS = 50

/** One address may register only so often, so most only open the form. */
const HANDED_IN = 15

const DAY = 24 * 60 * 60 * 1000

/** Asks for the registration form twenty times a second, and hands one in now and then, on an event that is open for guests. */
export async function followForm({ db }: TestApplication, lead: { id: string }, origin: string): Promise<FormLoad> {
  const begins = new Date(Date.now() + 2 * DAY)
  const event = await makeEvent(db, {
    lead,
    begins,
    ends: new Date(begins.getTime() + DAY / 24),
    categories: [aCategory({ kind: 'guest', closesAt: new Date(Date.now() + DAY) })],
  })
  const address = `${origin}/en/events/${event.slug}/registration/guest`
  let waits: number[] = []
  let asked = 0
  const under = new Set<Promise<void>>()

  const ask = async () => {
    const began = performance.now()
    const isHandedIn = asked++ % HANDED_IN === HANDED_IN - 1
    const response = await fetch(address, { redirect: 'manual', ...(isHandedIn ? handedIn(origin) : {}) })
    const answer = await response.text()
    if (response.status !== (isHandedIn ? 303 : 200)) throw new Error(`The form answers ${response.status}: ${answer}`)
    waits.push(performance.now() - began)
  }
  await ask()
  const timer = setInterval(() => {
    const one = ask().finally(() => under.delete(one))
    under.add(one)
  }, APART_MS)
  return {
    forget: () => void (waits = []),
    p99: () => round(waits.toSorted((a, b) => a - b)[Math.floor((waits.length - 1) * 0.99)] ?? NaN),
    async stop() {
      clearInterval(timer)
      await Promise.all(under)
    },
  }
}

const handedIn = (origin: string) => ({
  method: 'POST',
  headers: { origin },
  body: new URLSearchParams({
    family: 'Example',
    given: 'Ada',
    order: 'given-first',
    address: `${unique()}@example.org`,
    affiliation: '',
    timeZone: 'Europe/Paris',
    participation: 'yes',
    submission: unique(),
  }),
})
