import type { RoomTwins, Twin } from './twin.ts'

const twin = (operation: string, verb: string): Twin => ({
  operation,
  verb,
  screen: 'events/access/consoleRoutes.tsx',
  program: 'events/access/api.ts',
})

const here = '/:locale/events/:slug/access'
const grant = `${here}/grants/:grant{[0-9a-f-]{36}}`

export const access: RoomTwins = {
  twins: {
    [here]: twin('planAccess', 'planAccess'),
    [`${here}/release`]: twin('releaseAccess', 'releaseNow'),
    [`${grant}/addresses`]: twin('resendAccess', 'resendAddress'),
    [`${grant}/revocation`]: twin('revokeAccess', 'revokeAccess'),
    [`${here}/fallback`]: twin('openFallback', 'openFallback'),
    [`${here}/fallback/closure`]: twin('closeFallback', 'closeFallback'),
  },
  screensOnly: {
    '/:locale/j/:token': 'lets somebody in who holds a personal address, in a browser',
    '/webhooks/zoom': 'no form: Zoom tells who came, and proves it by a signature',
  },
}
