import type { RoomTwins, Twin } from './twin.ts'

const twin = (screen: 'routes' | 'ownRoutes', operation: string, verb = operation): Twin => ({
  operation,
  verb,
  screen: `organisations/members/checks/${screen}.tsx`,
  program: 'organisations/members/checks/api.ts',
})

export const profileChecks: RoomTwins = {
  twins: {
    '/:locale/members/:slug/checks': twin('routes', 'askMember'),
    '/:locale/members/:slug/checks/:request/revocation': twin('routes', 'revokeProfileLink', 'revokeRequest'),
    '/:locale/members/:slug/checks/undoing': twin('routes', 'undoPart'),
    '/:locale/members/:slug/checks/yearly': twin('routes', 'setYearlyCheck', 'setYearly'),
    '/:locale/profile-checks/:token': twin('ownRoutes', 'confirmProfile'),
    '/:locale/profile-checks/:token/:group': twin('ownRoutes', 'writeThroughLink'),
  },
  screensOnly: {},
}
