import { publishAgreement } from '../agreements/publishing.ts'
import type { Services } from '../web/env.ts'
import { planAfternoon } from './afternoon/planning.ts'
import { readAfternoon } from './afternoon/reading.ts'
import { announceCeremony } from './afternoon/releasing.ts'
import { actAs, done, loadExample } from './loading.ts'
import { readExample } from './reading.ts'
import { approveForAll, draftModel, nameSignatories, signForAll, userOf } from './signing.ts'

/**
 * Fills an empty installation with the real case, once: one memorandum signed by all and public, and a second copy that waits for
 * its signatures, with its ceremony planned and announced, so that whoever tries Musubi finds something to read and something to do.
 */
export async function loadDemonstration(
  services: Services,
  root: string,
  report: (step: string) => void,
): Promise<void> {
  const filled = await services.database.db.selectFrom('organisation').select('id').limit(1).executeTakeFirst()
  if (filled) return
  report('Loading the real case (once): FBRI Kobe and the four clusters of MAGIA …')
  const example = await readExample(root)
  const loaded = await loadExample(services, example)
  const signed = await draftModel(services, example, loaded)
  const waiting = await draftModel(services, example, loaded)
  for (const id of [signed, waiting]) {
    await nameSignatories(services, example, loaded, id)
    await approveForAll(services, example, loaded, id)
  }
  report('Making the documents, signing one of them for all five …')
  await services.jobs.drain()
  await signForAll(services, example, loaded, signed)
  await services.jobs.drain()
  const coordinator = await actAs(services, loaded, userOf(example, 'coordinator', example.agreement.lead))
  done(await publishAgreement(services, coordinator, signed, { withText: true }))
  report('Planning the ceremony and announcing it to the press …')
  const afternoon = await readAfternoon(root, example)
  const ceremony = { agreementId: waiting, slug: example.ceremony.slug }
  const planned = await planAfternoon(services, example, afternoon, loaded, ceremony)
  await announceCeremony(services, root, example, loaded, planned)
  await services.jobs.drain()
}
