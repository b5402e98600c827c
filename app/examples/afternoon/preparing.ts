import type { Services } from '../../web/env.ts'
import { loadedOf } from '../loading.ts'
import { readExample } from '../reading.ts'
import { approveForAll, draftModel, nameSignatories } from '../signing.ts'
import { admitJournalists } from './journalists.ts'
import { letJournalistsIn } from './letting.ts'
import { planAfternoon } from './planning.ts'
import { readAfternoon } from './reading.ts'

/** Everything up to the connection check, for a ceremony of its own: an approved agreement, the event, admitted journalists. */
export async function prepareAfternoon(services: Services, root: string, report: (step: string) => void = () => {}) {
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
  return { example, afternoon, loaded, planned, seats }
}

async function freeSlug({ database }: Services, base: string): Promise<string> {
  const taken = await database.db.selectFrom('event').select('slug').where('slug', 'like', `${base}%`).execute()
  for (let number = 1; ; number++) {
    const slug = number === 1 ? base : `${base}-${number}`
    if (!taken.some((event) => event.slug === slug)) return slug
  }
}
