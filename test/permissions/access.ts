import { makeEvent } from '../factories/events.ts'
import { everybody, only, type Permissions } from './rows.ts'
import type { World } from './world.ts'

const events = new WeakMap<World, Promise<{ slug: string }>>()

/** A published event that ours leads and theirs hosts with it. */
function eventOf(world: World): Promise<{ slug: string }> {
  const made = events.get(world) ?? makeEvent(world.at.db, { lead: world.ours, hosts: [world.theirs] })
  events.set(world, made)
  return made
}

const access =
  (below = '') =>
  async (world: World) =>
    `/en/events/${(await eventOf(world)).slug}/access${below}`

const organisers = only(['manager', 'coordinator', 'partner-manager'], 'forbidden', { anonymous: 'sign-in' })
const nobody = '018f0000-0000-7000-8000-000000000000'
const grant = '/:locale/events/:slug/access/grants/:grant{[0-9a-f-]{36}}'

/** Whoever holds a personal address needs no account; the rest is for those who organise the event. */
export const accessPermissions: Permissions = {
  // Who sends is proved by the signature; here nobody is configured to send.
  'POST /webhooks/zoom': { path: () => '/webhooks/zoom', answers: everybody('hidden') },
  'GET /:locale/j/:token': { path: () => '/en/j/nonsense', answers: everybody('gone') },
  'POST /:locale/j/:token': { path: () => '/en/j/nonsense', answers: everybody('gone') },
  'GET /:locale/events/:slug/access': { path: access(), answers: organisers },
  'POST /:locale/events/:slug/access': { path: access(), answers: organisers },
  'POST /:locale/events/:slug/access/release': { path: access('/release'), answers: organisers },
  'POST /:locale/events/:slug/access/fallback': { path: access('/fallback'), answers: organisers },
  'POST /:locale/events/:slug/access/fallback/closure': { path: access('/fallback/closure'), answers: organisers },
  [`POST ${grant}/addresses`]: { path: access(`/grants/${nobody}/addresses`), answers: organisers },
  [`POST ${grant}/revocation`]: { path: access(`/grants/${nobody}/revocation`), answers: organisers },
}
