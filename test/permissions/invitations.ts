import { aCategory, makeEvent } from '../factories/events.ts'
import { everybody, only, type Permissions, signedIn } from './rows.ts'
import type { World } from './world.ts'

const slugs = new WeakMap<World, Promise<string>>()

/** Over since yesterday; ours leads it, theirs hosts it with them. */
async function makeOne({ at, ours, theirs }: World): Promise<string> {
  const now = at.services.clock.now().getTime()
  const [begins, ends] = [new Date(now - 90_000_000), new Date(now - 86_400_000)]
  const made = await makeEvent(at.db, { lead: ours, hosts: [theirs], begins, ends, categories: [aCategory()] })
  return made.slug
}

const event = (below: string) => async (world: World) => {
  const slug = slugs.get(world) ?? makeOne(world)
  slugs.set(world, slug)
  return `/en/events/${await slug}${below}`
}

const hosts = only(['manager', 'coordinator', 'partner-manager'], 'forbidden', { anonymous: 'sign-in' })
const nobody = '018f0000-0000-7000-8000-000000000000'
const own = (below: string) => () => `/en/registrations/nonsense${below}`

/** Calendars are public or secret addresses; before and after an event its organisers act; personal addresses open what is theirs. */
export const invitationPermissions: Permissions = {
  'GET /:locale/events.ics': { answers: everybody('open') },
  'GET /:locale/events/:slug/calendar.ics': { path: event('/calendar.ics'), answers: everybody('open') },
  'GET /calendar/:file{[\\w-]+\\.ics}': { path: () => '/calendar/nonsense.ics', answers: everybody('hidden') },
  'GET /:locale/calendar': { answers: signedIn },
  'POST /:locale/calendar/address': { answers: signedIn },
  'POST /:locale/calendar/address/end': { answers: signedIn },

  'GET /:locale/events/:slug/attendance': { path: event('/attendance'), answers: hosts },
  'POST /:locale/events/:slug/attendance': { path: event('/attendance'), answers: hosts },
  'GET /:locale/events/:slug/reminders': { path: event('/reminders'), answers: hosts },
  'POST /:locale/events/:slug/reminders': { path: event('/reminders'), answers: hosts },
  'GET /:locale/events/:slug/follow-up': { path: event('/follow-up'), answers: hosts },
  'POST /:locale/events/:slug/follow-up': { path: event('/follow-up'), answers: hosts },
  'POST /:locale/events/:slug/follow-up/:id/withdrawal': {
    path: event(`/follow-up/${nobody}/withdrawal`),
    answers: hosts,
  },

  'GET /:locale/events/:slug/material': { path: event('/material'), answers: everybody('open') },
  'POST /:locale/events/:slug/material': { path: event('/material'), answers: hosts },
  'POST /:locale/events/:slug/material/:id/removal': { path: event(`/material/${nobody}/removal`), answers: hosts },
  'GET /:locale/events/:slug/material/:id': { path: event(`/material/${nobody}`), answers: everybody('hidden') },
  'GET /:locale/registrations/:token/material': { path: own('/material'), answers: everybody('gone') },
  'GET /:locale/registrations/:token/material/:id': { path: own(`/material/${nobody}`), answers: everybody('gone') },
  'GET /:locale/registrations/:token/certificate.pdf': { path: own('/certificate.pdf'), answers: everybody('gone') },
}
