import { everybody, only, type Permissions, readers } from './rows.ts'
import type { World } from './world.ts'

const draft =
  (below = '') =>
  (world: World) =>
    `/en/agreements/${world.draft.reference}${below}`

const read = only(readers, 'hidden')
const refusedToReaders = Object.fromEntries(readers.map((actor) => [actor, 'forbidden' as const]))

/** Agreements: a draft is known to its parties and to the operator. */
export const agreementPermissions: Permissions = {
  'GET /:locale/agreements': { answers: everybody('open') },
  'GET /:locale/agreements/:reference': { path: draft(), answers: read },
  // A draft has no file yet.
  'GET /:locale/agreements/:reference/document.pdf': { path: draft('/document.pdf'), answers: everybody('hidden') },
  'GET /:locale/signing/:token': { path: () => '/en/signing/nonsense', answers: everybody('gone') },
  'POST /:locale/signing/:token': { path: () => '/en/signing/nonsense', answers: everybody('gone') },
  'GET /:locale/agreements/:reference/sign': { path: draft('/sign'), answers: { ...read, anonymous: 'sign-in' } },

  // Nobody is named to sign the draft, so even its readers cannot.
  'POST /:locale/agreements/:reference/codes': { path: draft('/codes'), answers: only([], 'hidden', refusedToReaders) },
  'POST /:locale/agreements/:reference/consents': { path: draft('/consents'), answers: read },
  'POST /:locale/agreements/:reference/consents/withdrawal': {
    path: draft('/consents/withdrawal'),
    answers: only([], 'hidden', refusedToReaders),
  },
  'POST /:locale/agreements/:reference/signatures': { path: draft('/signatures'), answers: read },
}
