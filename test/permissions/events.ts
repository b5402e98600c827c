import { aCategory, makeEvent } from '../factories/events.ts'
import { everybody, only, type Permissions } from './rows.ts'
import type { World } from './world.ts'

/** A published event that ours leads and theirs hosts with it, and one that ours alone knows of. */
const events = new WeakMap<World, Promise<Record<'known' | 'planned', string>>>()

const eventsOf = (world: World) => {
  const made = events.get(world) ?? makeEvents(world)
  events.set(world, made)
  return made
}

async function makeEvents({ at, ours, theirs }: World): Promise<Record<'known' | 'planned', string>> {
  const categories = [aCategory()]
  const known = await makeEvent(at.db, { lead: ours, hosts: [theirs], categories })
  const planned = await makeEvent(at.db, { lead: ours, isPublished: false })
  return { known: known.slug, planned: planned.slug }
}

const event =
  (below = '') =>
  async (world: World) =>
    `/en/events/${(await eventsOf(world)).known}${below}`

const planned = async (world: World) => `/en/events/${(await eventsOf(world)).planned}`

/** Coordinators and managers of the leading organisation. */
const lead = only(['manager', 'coordinator'], 'forbidden', { anonymous: 'sign-in' })
/** And of those who host with it. */
const hosts = only(['manager', 'coordinator', 'partner-manager'], 'forbidden', { anonymous: 'sign-in' })
const planners = only(['manager', 'coordinator', 'partner-manager', 'outside-manager'], 'forbidden', {
  anonymous: 'sign-in',
})
/** Whoever gets as far as the registration learns that there is none. */
const hostsOfNobody = {
  ...hosts,
  manager: 'hidden' as const,
  coordinator: 'hidden' as const,
  'partner-manager': 'hidden' as const,
}
const nobody = '018f0000-0000-7000-8000-000000000000'

/** Events: public once published; registering needs no account; those who organise one decide. */
export const eventPermissions: Permissions = {
  'GET /:locale/events': { answers: everybody('open') },
  'GET /:locale/events/new': { answers: planners },
  'POST /:locale/events': { answers: planners },
  'GET /:locale/events/:slug': { path: planned, answers: only(['operator', 'manager', 'coordinator'], 'hidden') },
  'GET /:locale/events/:slug/workspace': { path: event('/workspace'), answers: hosts },
  'GET /:locale/events/:slug/facts': { path: event('/facts'), answers: lead },
  'POST /:locale/events/:slug/facts': { path: event('/facts'), answers: lead },
  'GET /:locale/events/:slug/programme': { path: event('/programme'), answers: lead },
  'POST /:locale/events/:slug/programme': { path: event('/programme'), answers: lead },
  'GET /:locale/events/:slug/categories/:category{press|guest|member|speaker}': {
    path: event('/categories/guest'),
    answers: lead,
  },
  'POST /:locale/events/:slug/categories/:category{press|guest|member|speaker}': {
    path: event('/categories/guest'),
    answers: lead,
  },
  'POST /:locale/events/:slug/publication': { path: event('/publication'), answers: lead },
  'GET /:locale/events/:slug/cancellation': { path: event('/cancellation'), answers: lead },
  'POST /:locale/events/:slug/cancellation': { path: event('/cancellation'), answers: lead },

  'GET /:locale/events/:slug/registration/:category{guest|member|speaker}': {
    path: event('/registration/guest'),
    answers: everybody('open'),
  },
  'POST /:locale/events/:slug/registration/:category{guest|member|speaker}': {
    path: event('/registration/guest'),
    answers: everybody('open'),
  },
  'GET /:locale/events/:slug/registration/:category{guest|member|speaker}/received': {
    path: event('/registration/guest/received'),
    answers: everybody('open'),
  },
  // The address is the key; a wrong one opens nothing, whoever has it.
  'GET /:locale/registrations/:token': { path: () => '/en/registrations/nonsense', answers: everybody('gone') },
  'POST /:locale/registrations/:token': { path: () => '/en/registrations/nonsense', answers: everybody('gone') },
  'GET /:locale/registrations/:token/withdrawal': {
    path: () => '/en/registrations/nonsense/withdrawal',
    answers: everybody('gone'),
  },
  'POST /:locale/registrations/:token/withdrawal': {
    path: () => '/en/registrations/nonsense/withdrawal',
    answers: everybody('gone'),
  },

  'GET /:locale/events/:slug/registrations': { path: event('/registrations'), answers: hosts },
  'GET /:locale/events/:slug/registrations.csv': { path: event('/registrations.csv'), answers: hosts },
  'POST /:locale/events/:slug/registrations/decisions': { path: event('/registrations/decisions'), answers: hosts },
  'GET /:locale/events/:slug/registrations/:registration': {
    path: event(`/registrations/${nobody}`),
    answers: hostsOfNobody,
  },
  'POST /:locale/events/:slug/registrations/:registration/undo': {
    path: event(`/registrations/${nobody}/undo`),
    answers: hostsOfNobody,
  },
}
