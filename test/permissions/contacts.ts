import { newId } from '../../app/platform/ids.ts'
import { only, type Permissions } from './rows.ts'
import type { World } from './world.ts'

const log = ({ ours }: World) => `/en/contacts/${ours.slug}`

/** Those who keep the log; nobody else learns that there is one. */
const keepers = only(['manager', 'coordinator'], 'hidden')
/** The entry named does not exist: those who may are told so as well. */
const nothing = only([], 'hidden')

export const contactPermissions: Permissions = {
  'GET /:locale/contacts/:organisation': { path: log, answers: { ...keepers, anonymous: 'sign-in' } },
  'GET /:locale/contacts/:organisation/export': {
    path: (world) => `${log(world)}/export`,
    answers: { ...keepers, anonymous: 'sign-in' },
  },
  'POST /:locale/contacts/:organisation': { path: log, answers: keepers },
  'GET /:locale/contacts/:organisation/mail': {
    path: (world) => `${log(world)}/mail`,
    answers: { ...keepers, anonymous: 'sign-in' },
  },
  'POST /:locale/contacts/:organisation/mail/address': {
    path: (world) => `${log(world)}/mail/address`,
    answers: keepers,
  },
  'POST /:locale/contacts/:organisation/mail/:draft': {
    path: (world) => `${log(world)}/mail/${newId()}`,
    answers: keepers,
  },
  'POST /:locale/contacts/:organisation/:entry/withdrawal': {
    path: (world) => `${log(world)}/${newId()}/withdrawal`,
    answers: nothing,
  },
  'POST /:locale/contacts/:organisation/steps/:step/completion': {
    path: (world) => `${log(world)}/steps/${newId()}/completion`,
    answers: nothing,
  },
}
