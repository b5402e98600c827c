import { everybody, type Permissions } from './rows.ts'

/** No cluster has that name: who may keep a list is walked in the room's own tests. */
const list = '/en/imports/no-such-cluster'
const one = `${list}/01939b1e-6c00-7000-8000-0123456789ab`
const hidden = everybody('hidden')
const asksFirst = { ...hidden, anonymous: 'sign-in' as const }

export const importPermissions: Permissions = {
  'GET /:locale/imports/:cluster': { path: () => list, answers: asksFirst },
  'POST /:locale/imports/:cluster': { path: () => list, answers: hidden },
  'GET /:locale/imports/:cluster/export': { path: () => `${list}/export`, answers: asksFirst },
  'GET /:locale/imports/:cluster/:id': { path: () => one, answers: asksFirst },
  'POST /:locale/imports/:cluster/:id': { path: () => one, answers: hidden },
  'POST /:locale/imports/:cluster/:id/application': { path: () => `${one}/application`, answers: hidden },
  'POST /:locale/imports/:cluster/:id/undoing': { path: () => `${one}/undoing`, answers: hidden },
}
