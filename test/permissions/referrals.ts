import { everybody, type Permissions, signedIn } from './rows.ts'

/** There is no such referral: who takes part in one is walked in the room's own tests. */
const nowhere = '/en/referrals/AAAA-0000'
const hidden = everybody('hidden')

export const referralPermissions: Permissions = {
  'GET /:locale/referrals': { answers: signedIn },
  'GET /:locale/referrals/new': { answers: signedIn },
  'POST /:locale/referrals': { answers: signedIn },
  'GET /:locale/referrals/:reference': { path: () => nowhere, answers: { ...hidden, anonymous: 'sign-in' } },
  'POST /:locale/referrals/:reference/acts': { path: () => `${nowhere}/acts`, answers: hidden },
  'POST /:locale/referrals/:reference/assignment': { path: () => `${nowhere}/assignment`, answers: hidden },
}
