import { everybody, only, type Permissions } from './rows.ts'
import type { World } from './world.ts'

const register = ({ ours }: World) => `/en/register/${ours.slug}`
const draft = (below: string) => ({
  path: ({ draft: agreement }: World) => `/en/agreements/${agreement.reference}${below}`,
  // The world's agreement was drafted here: it has no entry, for whomever.
  answers: everybody('hidden'),
})

const pattern = '/:locale/agreements/:reference'

export const registerPermissions: Permissions = {
  'GET /:locale/register/:organisation': {
    path: register,
    answers: only(['manager', 'coordinator', 'signatory', 'programme-officer'], 'hidden', { anonymous: 'sign-in' }),
  },
  'GET /:locale/register/:organisation/new': {
    path: (world) => `${register(world)}/new`,
    answers: only(['manager', 'coordinator'], 'hidden', { anonymous: 'sign-in' }),
  },
  'POST /:locale/register/:organisation': { path: register, answers: only(['manager', 'coordinator'], 'hidden') },
  [`GET ${pattern}/registration`]: draft('/registration'),
  [`POST ${pattern}/registration`]: draft('/registration'),
  [`POST ${pattern}/registration/withdrawal`]: draft('/registration/withdrawal'),
  [`GET ${pattern}/scan`]: draft('/scan'),
}
