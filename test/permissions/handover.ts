import { everybody, only, type Permissions, signedIn } from './rows.ts'
import type { World } from './world.ts'

const path = ({ ours }: World) => `/en/handover/${ours.slug}`

/** Those who could take over; nobody else learns that there is anything. */
const colleagues = only(['manager', 'coordinator'], 'hidden')

export const handoverPermissions: Permissions = {
  'GET /:locale/handover': { answers: { ...signedIn, coordinator: 'open' } },
  'GET /:locale/handover/:organisation': { path, answers: { ...colleagues, anonymous: 'sign-in' } },
  'POST /:locale/handover/:organisation': {
    path,
    answers: { ...everybody('hidden'), manager: 'open', coordinator: 'open' },
  },
}
