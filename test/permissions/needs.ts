import { everybody, only, type Permissions, signedIn } from './rows.ts'

/** No need has that reference, and nobody is a member of a cluster: who sees and does what is walked in the room's own tests. */
const nothing = '/en/needs/0000-0000'
const hidden = everybody('hidden')

export const needPermissions: Permissions = {
  'GET /:locale/needs': { answers: everybody('open') },
  'GET /:locale/needs/new': { answers: { ...hidden, anonymous: 'sign-in' } },
  'POST /:locale/needs': { answers: { ...hidden, anonymous: 'sign-in' } },
  'GET /:locale/needs/kept': { answers: signedIn },
  'GET /:locale/needs/:reference': { path: () => nothing, answers: hidden },
  'GET /:locale/needs/:reference/edit': { path: () => `${nothing}/edit`, answers: { ...hidden, anonymous: 'sign-in' } },
  'POST /:locale/needs/:reference': { path: () => nothing, answers: hidden },
  'POST /:locale/needs/:reference/dismissals': { path: () => `${nothing}/dismissals`, answers: hidden },
  'POST /:locale/needs/:reference/dismissals/removal': {
    path: () => `${nothing}/dismissals/removal`,
    answers: hidden,
  },
  'POST /:locale/needs/:reference/steps': { path: () => `${nothing}/steps`, answers: only([], 'hidden') },
}
