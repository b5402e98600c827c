import { everybody, only, type Permissions, signedIn } from './rows.ts'

const asksFirst = { ...everybody('hidden'), anonymous: 'sign-in' as const }
const coordinating = ['operator', 'manager', 'coordinator', 'partner-manager', 'outside-manager'] as const

/** The directory is everybody's; what each finds in it is walked in the search's own tests. */
export const directoryPermissions: Permissions = {
  'GET /:locale/codes': { path: () => '/en/codes', answers: everybody('open') },
  'GET /:locale/directory': { path: () => '/en/directory', answers: everybody('open') },
  'GET /:locale/directory/searches': { path: () => '/en/directory/searches', answers: signedIn },
  'POST /:locale/directory/searches': { path: () => '/en/directory/searches', answers: signedIn },
  'POST /:locale/directory/searches/:search/removal': {
    path: () => '/en/directory/searches/nothing/removal',
    answers: asksFirst,
  },
  'GET /:locale/directory/stop/:token': { path: () => '/en/directory/stop/nonsense', answers: everybody('hidden') },
  'POST /:locale/directory/stop/:token': { path: () => '/en/directory/stop/nonsense', answers: everybody('hidden') },
  'GET /:locale/directory/words': {
    path: () => '/en/directory/words',
    answers: only(coordinating, 'hidden', { anonymous: 'sign-in' }),
  },
}
