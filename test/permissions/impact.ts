import { newId } from '../../app/platform/ids.ts'
import { everybody, only, type Permissions } from './rows.ts'
import type { World } from './world.ts'

const hidden = everybody('hidden')
/** There is no such introduction: who took part in one is walked in the room's own tests. */
const nowhere = '/en/outcomes/AAAA-0000'
const report = ({ ours }: World) => `/en/reports/${ours.slug}`
const readers = only(['manager', 'coordinator', 'programme-officer'], 'hidden', { anonymous: 'sign-in' })

export const impactPermissions: Permissions = {
  'GET /:locale/follow-ups/:token': { path: () => '/en/follow-ups/nothing', answers: hidden },
  'POST /:locale/follow-ups/:token': {
    path: () => '/en/follow-ups/nothing',
    form: { answer: 'in-talks' },
    answers: hidden,
  },
  'GET /:locale/outcomes/:reference': { path: () => nowhere, answers: { ...hidden, anonymous: 'sign-in' } },
  'POST /:locale/outcomes/:reference': { path: () => nowhere, answers: hidden },
  'GET /:locale/outcomes/:reference/:outcome/file': {
    path: () => `${nowhere}/${newId()}/file`,
    answers: { ...hidden, anonymous: 'sign-in' },
  },
  'POST /:locale/outcomes/:reference/meetings': { path: () => `${nowhere}/meetings`, answers: hidden },
  'POST /:locale/outcomes/:reference/meetings/:meeting/withdrawal': {
    path: () => `${nowhere}/meetings/${newId()}/withdrawal`,
    answers: hidden,
  },
  'POST /:locale/outcomes/:reference/:outcome/answers': {
    path: () => `${nowhere}/${newId()}/answers`,
    answers: hidden,
  },
  'POST /:locale/outcomes/:reference/:outcome/withdrawal': {
    path: () => `${nowhere}/${newId()}/withdrawal`,
    answers: hidden,
  },
  // The agreement is a draft: who reads the review of one in force is walked in the room's own tests.
  'GET /:locale/agreements/:reference/review': {
    path: ({ draft }) => `/en/agreements/${draft.reference}/review`,
    answers: { ...hidden, anonymous: 'sign-in' },
  },
  'GET /:locale/reports/:organisation': { path: report, answers: readers },
  'GET /:locale/reports/:organisation/:indicator': {
    path: (world) => `${report(world)}/outcomes`,
    answers: readers,
  },
}
