import { everybody, type Permissions } from './rows.ts'

/** Nobody of that name is a member, and nobody has that link: both are walked in the room's own tests. */
const nowhere = '/en/members/nobody-of-that-name/checks'
const link = '/en/profile-checks/nonsense'
const hidden = everybody('hidden')

export const profileCheckPermissions: Permissions = {
  'GET /:locale/members/:slug/checks': { path: () => nowhere, answers: { ...hidden, anonymous: 'sign-in' } },
  'POST /:locale/members/:slug/checks': { path: () => nowhere, answers: hidden },
  'POST /:locale/members/:slug/checks/:request/revocation': {
    path: () => `${nowhere}/01939b1e-6c00-7000-8000-0123456789ab/revocation`,
    answers: hidden,
  },
  'POST /:locale/members/:slug/checks/undoing': { path: () => `${nowhere}/undoing`, answers: hidden },
  'POST /:locale/members/:slug/checks/yearly': { path: () => `${nowhere}/yearly`, answers: hidden },
  'GET /:locale/profile-checks/:token': { path: () => link, answers: hidden },
  'POST /:locale/profile-checks/:token': { path: () => link, answers: hidden },
  'GET /:locale/profile-checks/:token/:group': { path: () => `${link}/about`, answers: hidden },
  'POST /:locale/profile-checks/:token/:group': { path: () => `${link}/about`, answers: hidden },
}
