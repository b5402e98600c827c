import { everybody, type Permissions } from './rows.ts'

/** No cluster has that name: who may decide on pairs is walked in the room's own tests. */
const list = '/en/duplicates/no-such-cluster'
const hidden = everybody('hidden')

export const duplicatePermissions: Permissions = {
  'GET /:locale/duplicates/:cluster': { path: () => list, answers: { ...hidden, anonymous: 'sign-in' } },
  'POST /:locale/duplicates/:cluster/:pair': {
    path: () => `${list}/01939b1e-6c00-7000-8000-0123456789ab`,
    answers: hidden,
  },
}
