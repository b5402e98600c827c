import type { RoomTwins, Twin } from './twin.ts'

const twin = (operation: string): Twin => ({
  operation,
  verb: operation,
  screen: 'exchange/referrals/routes.tsx',
  program: 'exchange/referrals/api.ts',
})

export const referrals: RoomTwins = {
  twins: {
    '/:locale/referrals': twin('askForReferral'),
    '/:locale/referrals/:reference/acts': twin('actOnReferral'),
    '/:locale/referrals/:reference/assignment': twin('reassignReferral'),
  },
  screensOnly: {},
}
