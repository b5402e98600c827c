import { everybody, only, type Permissions } from './rows.ts'

/** Organisations, clusters, alliances: their pages are public. */
export const organisationPermissions: Permissions = {
  'GET /:locale/organisations': { answers: everybody('open') },
  'GET /:locale/organisations/:slug': {
    path: (world) => `/en/organisations/${world.ours.slug}`,
    answers: everybody('open'),
  },
  'GET /:locale/clusters/:slug': { path: () => '/en/clusters/none-of-this-name', answers: everybody('hidden') },
  'GET /:locale/alliances/:slug': { path: () => '/en/alliances/none-of-this-name', answers: everybody('hidden') },
  'GET /:locale/organisations/new': {
    path: () => '/en/organisations/new',
    answers: only(['operator'], 'forbidden', { anonymous: 'sign-in' }),
  },
  'POST /:locale/organisations': { answers: only(['operator'], 'forbidden', { anonymous: 'sign-in' }) },
  'GET /:locale/organisations/:slug/edit': {
    path: (world) => `/en/organisations/${world.ours.slug}/edit`,
    answers: only(['operator', 'manager'], 'forbidden', { anonymous: 'sign-in' }),
  },
  'POST /:locale/organisations/:slug/edit': {
    path: (world) => `/en/organisations/${world.ours.slug}/edit`,
    answers: only(['operator', 'manager'], 'forbidden', { anonymous: 'sign-in' }),
  },
}
