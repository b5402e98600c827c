import { beginReplay } from '../../ceremonies/replaying.ts'
import { scaledClock } from '../../platform/clock.ts'
import type { Services } from '../../web/env.ts'
import { actAs, done } from '../loading.ts'
import { userOf } from '../signing.ts'
import type { Act } from './acts.ts'
import { prepareAfternoon } from './preparing.ts'
import { prepareRelease } from './releasing.ts'
import { runAfternoon } from './running.ts'
import { atTheCeremony } from './wallTimes.ts'

/** When the watched part begins: the doors are open, the opening is two minutes away. */
const LIVE_FROM = '16:58'

export type Replay = {
  slug: string
  releaseSlug: string
  /** Resolves with the last act, rejects when one of them fails. */
  ended: Promise<void>
}

/**
 * Prepares a ceremony of its own (agreement, event, journalists, release) in a demonstration and lets the afternoon run in it at `speed`
 * times the wall clock's. Resolves when everything is prepared and the clock runs.
 */
export async function replay(
  services: Services,
  root: string,
  options: { speed: number; report?: (step: string) => void; signal?: AbortSignal },
): Promise<Replay> {
  const report = options.report ?? (() => {})
  const prepared = await prepareAfternoon(services, root, report)
  const { example, afternoon, loaded, planned } = prepared
  const { slug } = planned
  const from = atTheCeremony(example.ceremony, LIVE_FROM)
  const began = services.clock.now()
  const speeding = { from, speed: options.speed, since: began }
  const releaseSlug = await prepareRelease(services, example, afternoon, loaded, planned, {
    instant: wallInstantOf(atTheCeremony(example.ceremony, afternoon.release.embargo), speeding).toISOString(),
    zone: example.ceremony.zone,
  })
  const host = await actAs(services, loaded, userOf(example, 'coordinator', example.agreement.lead))
  done(await beginReplay(services, host, planned.eventId, { from, speed: options.speed, began }))
  const stage = {
    services: { ...services, clock: scaledClock(speeding, services.clock) },
    today: services,
    ...prepared,
  }
  const ended = runAfternoon(stage, {
    speed: options.speed,
    liveFrom: from,
    ...(options.signal ? { signal: options.signal } : {}),
    report: (act, at) => report(`${wallText(at, example.ceremony.zone)}  ${inWords(act)}`),
  })
  return { slug, releaseSlug, ended }
}

/** When the wall's clock will show that the afternoon's has come to an instant. */
const wallInstantOf = (at: Date, { from, speed, since }: { from: Date; speed: number; since: Date }): Date =>
  new Date(since.getTime() + (at.getTime() - from.getTime()) / speed)

const wallText = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at)

function inWords(act: Act): string {
  switch (act.kind) {
    case 'stage':
      return `stage ${act.index + 1} begins`
    case 'end':
      return 'the ceremony ends'
    case 'ready':
      return `signatory ${act.place + 1} is ready`
    case 'sign':
      return `signatory ${act.place + 1} signs`
    case 'ask':
      return `${act.question.by} asks`
    case 'decide':
      return `${act.question.slug}: ${act.question.fate}`
    case 'answer':
      return `${act.question.slug} is answered`
    case 'lift':
      return 'the release is lifted'
  }
}
