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

const nothing = '00000000-0000-7000-8000-000000000000'

const office: Answers = { ...everybody('forbidden'), anonymous: 'sign-in', manager: 'open', coordinator: 'open' }

const room =
  (below = '') =>
  (world: World) =>
    `/en/press/${world.ours.slug}${below}`

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
  // It announces no event, so whoever holds the pen is told that.
  'POST /:locale/releases/:slug/form': { path: release('/form'), answers: pen },
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
  'GET /:locale/releases/:slug/corrections/:revision': {
    path: release('/corrections/2'),
    answers: everybody('hidden'),
  },
  'GET /:locale/releases/:slug/kit': { path: release('/kit'), answers: pen },
  'POST /:locale/releases/:slug/kit': { path: release('/kit'), answers: pen },
  'GET /:locale/releases/:slug/release.pdf': { path: release('/release.pdf'), answers: only(makers, 'hidden') },
  'GET /:locale/releases/:slug/kit/:asset': { path: release(`/kit/${nothing}`), answers: everybody('hidden') },
  'GET /:locale/releases/:slug/recipients': { path: release('/recipients'), answers: speakers },
  'POST /:locale/releases/:slug/previews': { path: release('/previews'), answers: speakers },
  'POST /:locale/releases/:slug/previews/:preview/closing': {
    path: release(`/previews/${nothing}/closing`),
    answers: speakers,
  },
  'POST /:locale/releases/:slug/distributions': { path: release('/distributions'), answers: speakers },
  'POST /:locale/releases/:slug/distributions/:distribution/cancellation': {
    path: release(`/distributions/${nothing}/cancellation`),
    answers: speakers,
  },
  'GET /:locale/releases/:slug/coverage': { path: release('/coverage'), answers: only(makers, 'hidden') },
  'POST /:locale/releases/:slug/coverage': { path: release('/coverage'), answers: speakers },
  'POST /:locale/releases/:slug/coverage/:clipping/removal': {
    path: release(`/coverage/${nothing}/removal`),
    answers: speakers,
  },

  // What is public of a press room is everybody's; the rest is for its press office.
  'GET /:locale/releases.atom': { answers: everybody('open') },
  'GET /:locale/releases.rss': { answers: everybody('open') },
  'GET /:locale/press/:organisation': { path: room(), answers: everybody('open') },
  'GET /:locale/press/:organisation/releases.atom': { path: room('/releases.atom'), answers: everybody('open') },
  'GET /:locale/press/:organisation/releases.rss': { path: room('/releases.rss'), answers: everybody('open') },
  'GET /:locale/press/:organisation/kit/:asset': { path: room(`/kit/${nothing}`), answers: everybody('hidden') },
  'GET /:locale/press/:organisation/profile': { path: room('/profile'), answers: office },
  'POST /:locale/press/:organisation/profile': { path: room('/profile'), answers: office },
  'GET /:locale/press/:organisation/files': { path: room('/files'), answers: office },
  'POST /:locale/press/:organisation/assets': { path: room('/assets'), answers: office },
  'POST /:locale/press/:organisation/assets/:asset/publication': {
    path: room(`/assets/${nothing}/publication`),
    answers: office,
  },
  'POST /:locale/press/:organisation/assets/:asset/removal': {
    path: room(`/assets/${nothing}/removal`),
    answers: office,
  },
  'GET /:locale/press/:organisation/lists': { path: room('/lists'), answers: office },
  'POST /:locale/press/:organisation/lists': { path: room('/lists'), answers: office },
  'POST /:locale/press/:organisation/subscribers': { path: room('/subscribers'), answers: office },
  // Nobody offers mails here: there is no open list.
  'GET /:locale/press/:organisation/subscription': { path: room('/subscription'), answers: everybody('hidden') },
  'POST /:locale/press/:organisation/subscription': { path: room('/subscription'), answers: everybody('hidden') },

  // Whoever holds an address of a mail, whoever that is.
  'GET /:locale/mailings/:token': { path: () => '/en/mailings/nonsense', answers: everybody('gone') },
  'POST /:locale/mailings/:token/confirmation': {
    path: () => '/en/mailings/nonsense/confirmation',
    answers: everybody('gone'),
  },
  'POST /:locale/mailings/:token/end': { path: () => '/en/mailings/nonsense/end', answers: everybody('gone') },
  'GET /:locale/embargoed/:token': { path: () => '/en/embargoed/nonsense', answers: everybody('gone') },
  'POST /:locale/embargoed/:token': { path: () => '/en/embargoed/nonsense', answers: everybody('gone') },
  'GET /:locale/embargoed/:token/release.pdf': {
    path: () => '/en/embargoed/nonsense/release.pdf',
    answers: everybody('hidden'),
  },
  'GET /:locale/embargoed/:token/kit/:asset': {
    path: () => `/en/embargoed/nonsense/kit/${nothing}`,
    answers: everybody('hidden'),
  },
}
