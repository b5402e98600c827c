import { type Answers, everybody, type Permissions } from './rows.ts'

const drafters: Answers = {
  ...everybody('forbidden'),
  anonymous: 'sign-in',
  manager: 'open',
  coordinator: 'open',
  'partner-manager': 'open',
  'outside-manager': 'open',
}

/** Releases: before they are lifted they are known to those who make them, and to nobody else. */
export const pressPermissions: Permissions = {
  'GET /:locale/releases': { answers: everybody('open') },
  'GET /:locale/releases/new': { answers: drafters },
  'POST /:locale/releases': { answers: drafters },
  'GET /:locale/releases/:slug': { path: () => '/en/releases/nothing-of-this-name', answers: everybody('hidden') },
}
