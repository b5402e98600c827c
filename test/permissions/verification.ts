import { everybody, only, type Permissions, readers } from './rows.ts'

/** Checking files is for everybody; what is kept here shows to those who may read it. */
export const verificationPermissions: Permissions = {
  'GET /verify': { answers: everybody('open') },
  'GET /verify/:reference': { path: (world) => `/verify/${world.draft.reference}`, answers: everybody('open') },
  'GET /:locale/verify': { answers: everybody('open') },
  'POST /:locale/verify': { answers: everybody('open') },
  'GET /:locale/verify/:reference': {
    path: (world) => `/en/verify/${world.draft.reference}`,
    answers: only(readers, 'hidden'),
  },
}
