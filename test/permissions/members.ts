import { everybody, type Permissions } from './rows.ts'

/** Nobody of that name is a member, and no cluster has that name: profiles and lists are walked in the room's own tests. */
const nowhere = '/en/members/nobody-of-that-name'
const hidden = everybody('hidden')
const asksFirst = { ...hidden, anonymous: 'sign-in' as const }
const list = '/en/clusters/no-such-cluster/members'

export const memberPermissions: Permissions = {
  'GET /:locale/members/:slug': { path: () => nowhere, answers: hidden },
  'POST /:locale/members/:slug/contacts': { path: () => `${nowhere}/contacts`, answers: hidden },
  'GET /:locale/members/:slug/edit': { path: () => `${nowhere}/edit`, answers: asksFirst },
  'GET /:locale/members/:slug/edit/:group': { path: () => `${nowhere}/edit/about`, answers: asksFirst },
  'POST /:locale/members/:slug/edit/:group': { path: () => `${nowhere}/edit/about`, answers: asksFirst },
  'GET /:locale/members/:slug/logo/image': { path: () => `${nowhere}/logo/image`, answers: hidden },
  'GET /:locale/members/:slug/logo': { path: () => `${nowhere}/logo`, answers: asksFirst },
  'POST /:locale/members/:slug/logo': { path: () => `${nowhere}/logo`, answers: hidden },
  'POST /:locale/members/:slug/logo/removal': { path: () => `${nowhere}/logo/removal`, answers: hidden },
  'GET /:locale/members/:slug/consents': { path: () => `${nowhere}/consents`, answers: asksFirst },
  'POST /:locale/members/:slug/consents': { path: () => `${nowhere}/consents`, answers: hidden },
  'POST /:locale/members/:slug/consents/withdrawal': {
    path: () => `${nowhere}/consents/withdrawal`,
    answers: hidden,
  },
  'GET /:locale/clusters/:cluster/members': { path: () => list, answers: asksFirst },
  'POST /:locale/clusters/:cluster/members': { path: () => list, answers: hidden },
  'POST /:locale/clusters/:cluster/members/:slug/end': { path: () => `${list}/nobody/end`, answers: hidden },
}
