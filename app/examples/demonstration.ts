import { publishAgreement } from '../agreements/publishing.ts'
import { travellingClock } from '../platform/clock.ts'
import type { Services } from '../web/env.ts'
import { planAfternoon } from './afternoon/planning.ts'
import { readAfternoon } from './afternoon/reading.ts'
import { announceCeremony } from './afternoon/releasing.ts'
import { actAs, done, type Loaded, loadExample } from './loading.ts'
import { type Example, readExample } from './reading.ts'
import { approveForAll, draftModel, nameSignatories, signForAll, userOf } from './signing.ts'
import { loadYear } from './yearOn/loading.ts'

type Telling = (step: string) => void

/** How long ago the first memorandum was signed: a year, and the weeks in which its first year is looked back upon. */
const AGO = { signed: 400 }

/**
 * Fills an empty installation with the real case, once: one memorandum signed by all a year ago, with what has come of it since, and a
 * second copy that waits for its signatures, with its ceremony planned and announced, so that whoever tries Musubi finds something to
 * read and something to do.
 */
export async function loadDemonstration(services: Services, root: string, report: Telling): Promise<void> {
  const filled = await services.database.db.selectFrom('organisation').select('id').limit(1).executeTakeFirst()
  if (filled) return
  const clock = travellingClock(services.clock)
  // Everybody who has these services, the jobs and the time-stamps too, lives through the year that is entered.
  services.clock = clock
  try {
    report('Loading the real case (once): FBRI Kobe and the four clusters of MAGIA …')
    const example = await readExample(root)
    const signedAt = daysBefore(clock.now(), AGO.signed)
    clock.travel(signedAt)
    const loaded = await loadExample(services, example)
    const signed = await signModel(services, example, loaded, report)
    await loadYear({
      services,
      clock,
      root,
      loaded,
      agreementId: signed,
      signedAt,
      parties: example.agreement.parties.map(({ organisation }) => organisation),
      coordinatorOf: (organisation) => userOf(example, 'coordinator', organisation),
      report,
    })
    clock.goHome()
    await planCeremony(services, root, example, loaded, report)
  } finally {
    clock.goHome()
  }
}

const daysBefore = (instant: Date, days: number): Date => new Date(instant.getTime() - days * 24 * 60 * 60 * 1000)

async function signModel(services: Services, example: Example, loaded: Loaded, report: Telling): Promise<string> {
  report('Making the document, and signing it for all five …')
  const signed = await agreedModel(services, example, loaded)
  await services.jobs.drain()
  await signForAll(services, example, loaded, signed)
  await services.jobs.drain()
  const coordinator = await actAs(services, loaded, userOf(example, 'coordinator', example.agreement.lead))
  done(await publishAgreement(services, coordinator, signed, { withText: true }))
  return signed
}

async function agreedModel(services: Services, example: Example, loaded: Loaded): Promise<string> {
  const id = await draftModel(services, example, loaded)
  await nameSignatories(services, example, loaded, id)
  await approveForAll(services, example, loaded, id)
  return id
}

async function planCeremony(
  services: Services,
  root: string,
  example: Example,
  loaded: Loaded,
  report: Telling,
): Promise<void> {
  report('Planning a ceremony and announcing it to the press …')
  const waiting = await agreedModel(services, example, loaded)
  await services.jobs.drain()
  const afternoon = await readAfternoon(root, example)
  const ceremony = { agreementId: waiting, slug: example.ceremony.slug }
  const planned = await planAfternoon(services, example, afternoon, loaded, ceremony)
  await announceCeremony(services, root, example, loaded, planned)
  await services.jobs.drain()
}
