import { beginReplay } from '../../ceremonies/replaying.ts'
import { scaledClock } from '../../platform/clock.ts'
import type { Services } from '../../web/env.ts'
import { actAs, done, loadedOf } from '../loading.ts'
import { readExample } from '../reading.ts'
import { approveForAll, draftModel, nameSignatories, userOf } from '../signing.ts'
import type { Act } from './acts.ts'
import { admitJournalists } from './journalists.ts'
import { letJournalistsIn } from './letting.ts'
import { planAfternoon } from './planning.ts'
import { readAfternoon } from './reading.ts'
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
  const example = await readExample(root)
  const afternoon = await readAfternoon(root, example)
  const loaded = await loadedOf(services, example)
  const agreementId = await draftModel(services, example, loaded)
  await nameSignatories(services, example, loaded, agreementId)
  await approveForAll(services, example, loaded, agreementId)
  await services.jobs.drain()
  report('The five parties have approved the text; the document waits for its signatures.')
  const slug = await freeSlug(services, `${example.ceremony.slug}-replay`)
  const planned = await planAfternoon(services, example, afternoon, loaded, { agreementId, slug })
  const seats = await admitJournalists(services, example, afternoon, loaded, planned)
  await letJournalistsIn(services, example, afternoon, loaded, planned)
  report(
    `${seats.size} of ${afternoon.journalists.length} journalists are admitted, and have their personal addresses.`,
  )
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
    example,
    afternoon,
    loaded,
    planned,
    seats,
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

async function freeSlug({ database }: Services, base: string): Promise<string> {
  const taken = await database.db.selectFrom('event').select('slug').where('slug', 'like', `${base}%`).execute()
  for (let number = 1; ; number++) {
    const slug = number === 1 ? base : `${base}-${number}`
    if (!taken.some((event) => event.slug === slug)) return slug
  }
}

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
