import { everybody, type Permissions } from './rows.ts'

export const replayPermissions: Permissions = {
  'GET /:locale/replay': { answers: everybody('open'), isDemonstration: true },
  // Outside a demonstration there is none to begin.
  'POST /:locale/replay': { answers: everybody('hidden') },
}
