import { operations } from '../../app/api/operations.ts'
import { everybody, type Permissions } from './rows.ts'
import type { World } from './world.ts'

const nothing = '00000000-0000-7000-8000-000000000000'

/** A real address for an operation: the world's draft, which nobody may see without a token. */
const addressOf = (path: string) => (world: World) =>
  `/api/v1${path
    .replace('{reference}', world.draft.reference)
    .replace('{revision}', '1')
    .replace('{slug}', 'nobody')
    .replaceAll(/\{\w+\}/g, nothing)}`

const isAboutDraft = (path: string) => path.includes('{reference}')
const isAboutSlug = (path: string) => path.includes('{slug}')

/**
 * Everybody knocks here with the cookie of their session, and it opens nothing: without a token all are strangers. What tokens open is
 * tested beside the API.
 */
export const apiPermissions: Permissions = {
  'GET /api/v1': { answers: everybody('open') },
  'GET /api/v1/openapi.json': { answers: everybody('open') },
  'GET /:locale/api': { answers: everybody('open') },
  ...Object.fromEntries(
    operations.map(({ method, path, needs }) => [
      `${method.toUpperCase()} /api/v1${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
      {
        path: addressOf(path),
        answers: everybody(
          needs !== 'public' ? 'sign-in' : isAboutDraft(path) || isAboutSlug(path) ? 'hidden' : 'open',
        ),
      },
    ]),
  ),
}
