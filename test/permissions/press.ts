import { admitPerson } from '../../app/accounts/admitting.ts'
import { draftRelease } from '../../app/press/drafting.ts'
import { type Actor, type Answers, everybody, only, type Permissions } from './rows.ts'
import type { World } from './world.ts'

const drafters: Answers = {
  ...everybody('forbidden'),
  anonymous: 'sign-in',
  manager: 'open',
  coordinator: 'open',
  'partner-manager': 'open',
  'outside-manager': 'open',
}

/** Those who make it or sign what it announces. */
const makers: readonly Actor[] = ['manager', 'coordinator', 'signatory', 'partner-manager']

const amongMakers = (may: readonly Actor[]): Answers => ({
  ...everybody('hidden'),
  ...Object.fromEntries(makers.map((actor) => [actor, may.includes(actor) ? 'open' : 'forbidden'])),
})

const pen = amongMakers(['manager', 'coordinator'])
const deciders = amongMakers(['manager', 'partner-manager'])
const speakers = amongMakers(['manager', 'coordinator', 'partner-manager'])

const drafted = new WeakMap<World, Promise<string>>()

/** A release of ours and theirs under embargo. */
const release =
  (below = '') =>
  async (world: World): Promise<string> => {
    const slug = drafted.get(world) ?? draft(world)
    drafted.set(world, slug)
    return `/en/releases/${await slug}${below}`
  }

async function draft(world: World): Promise<string> {
  const scope = await admitPerson(world.at.db, world.people.coordinator.id, { via: 'session', tokenScopes: null })
  if (!scope) throw new Error('The coordinator was made with the world')
  const made = await draftRelease(world.at.services, scope, {
    languages: ['en'],
    title: { original: 'en', text: { en: 'Doors open' } },
    body: { original: 'en', text: { en: 'They do.' } },
    issuerIds: [world.ours.id, world.theirs.id],
    leadOrganisationId: world.ours.id,
    embargo: { lifts: { instant: '2099-01-01T00:00:00Z', zone: 'Europe/Berlin' }, uponSignature: false },
  })
  if ('refused' in made) throw new Error(`No release: ${made.refused}`)
  return made.slug
}

/** Releases: before they are lifted they are known to those who make them, and to nobody else. */
export const pressPermissions: Permissions = {
  'GET /:locale/releases': { answers: everybody('open') },
  'GET /:locale/releases/new': { answers: drafters },
  'POST /:locale/releases': { answers: drafters },
  'GET /:locale/releases/:slug': { path: release(), answers: only(makers, 'hidden') },
  'GET /:locale/releases/:slug/desk': { path: release('/desk'), answers: only(makers, 'hidden') },
  'GET /:locale/releases/:slug/text': { path: release('/text'), answers: pen },
  'POST /:locale/releases/:slug/text': { path: release('/text'), answers: pen },
  'GET /:locale/releases/:slug/notes/:organisation': {
    path: async (world) => `${await release('/notes/')(world)}${world.ours.slug}`,
    answers: pen,
  },
  'POST /:locale/releases/:slug/notes/:organisation': {
    path: async (world) => `${await release('/notes/')(world)}${world.ours.slug}`,
    answers: pen,
  },
  'GET /:locale/releases/:slug/approval': { path: release('/approval'), answers: deciders },
  'POST /:locale/releases/:slug/approvals': { path: release('/approvals'), answers: deciders },
  'POST /:locale/releases/:slug/approvals/withdrawal': {
    path: release('/approvals/withdrawal'),
    form: (world) => ({ organisationId: world.ours.id }),
    // Theirs speaks for ours as little as a stranger; nothing was approved yet.
    answers: amongMakers(['manager']),
  },
  'GET /:locale/releases/:slug/embargo': { path: release('/embargo'), answers: speakers },
  'POST /:locale/releases/:slug/embargo': { path: release('/embargo'), answers: speakers },
  'GET /:locale/releases/:slug/withdrawal': { path: release('/withdrawal'), answers: deciders },
  'POST /:locale/releases/:slug/withdrawal': { path: release('/withdrawal'), answers: deciders },
}
