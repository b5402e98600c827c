import { everybody, type Permissions } from './rows.ts'

/** The directory is everybody's; what each finds in it is walked in the search's own tests. */
export const directoryPermissions: Permissions = {
  'GET /:locale/directory': { path: () => '/en/directory', answers: everybody('open') },
}
