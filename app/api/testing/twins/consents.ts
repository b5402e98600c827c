import type { RoomTwins, Twin } from './twin.ts'

const twin = (operation: string, verb: string): Twin => ({
  operation,
  verb,
  screen: 'organisations/members/consents/routes.tsx',
  program: 'organisations/members/consents/api.ts',
})

export const consents: RoomTwins = {
  twins: {
    '/:locale/members/:slug/consents': twin('recordTransferConsent', 'recordConsent'),
    '/:locale/members/:slug/consents/withdrawal': twin('withdrawTransferConsent', 'withdrawConsent'),
  },
  screensOnly: {},
}
