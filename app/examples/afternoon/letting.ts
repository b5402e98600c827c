import { letPeopleIn } from '../../events/access/jobs.ts'
import { planAccess } from '../../events/access/planning.ts'
import type { Services } from '../../web/env.ts'
import { actAs, done, type Loaded } from '../loading.ts'
import type { Example } from '../reading.ts'
import { userOf } from '../signing.ts'
import type { PlannedAfternoon } from './planning.ts'
import { servicesAt } from './running.ts'
import type { Afternoon } from './schema.ts'

const MINUTE = 60_000

/**
 * Sends the admitted their personal addresses, so many minutes after the deadline. The room is a webinar of the stand-in for Zoom where
 * one runs, else the ceremony's own stage.
 */
export async function letJournalistsIn(
  services: Services,
  example: Example,
  afternoon: Afternoon,
  loaded: Loaded,
  { eventId, slug }: PlannedAfternoon,
): Promise<void> {
  const { ceremony, agreement } = example
  const deadline = new Date(ceremony.press.registration.deadline.instant)
  const releasesAt = new Date(deadline.getTime() + afternoon.access.minutesAfterDeadline * MINUTE)
  const host = await actAs(services, loaded, userOf(example, 'coordinator', agreement.lead))
  const link = `${services.config.origin}/ja/ceremonies/${slug}/stage`
  const room = services.webinars ? { provider: 'zoom-webinar' as const } : { provider: 'link' as const, link }
  done(await planAccess(servicesAt(services, deadline), host, eventId, { ...room, releasesAt, zone: ceremony.zone }))
  await services.jobs.drain()
  await letPeopleIn(servicesAt(services, releasesAt))
  await services.jobs.drain()
}
