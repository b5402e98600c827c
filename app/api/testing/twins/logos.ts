import type { RoomTwins, Twin } from './twin.ts'

const twin = (operation: string): Twin => ({
  operation,
  verb: 'setLogo',
  screen: 'organisations/members/logo/routes.tsx',
  program: 'organisations/members/logo/api.ts',
})

export const logos: RoomTwins = {
  twins: {
    '/:locale/members/:slug/logo': twin('setLogo'),
    '/:locale/members/:slug/logo/removal': twin('removeLogo'),
  },
  screensOnly: {},
}
