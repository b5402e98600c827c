import type { Routes } from '../web/env.ts'
import { accountPageRoutes } from './account/routes.tsx'
import { demonstrationRoutes } from './demonstration/routes.tsx'
import { invitationRoutes } from './invitation/routes.tsx'
import { operatorRoutes } from './operators/routes.tsx'
import { outboxRoutes } from './outbox/routes.tsx'
import { passkeyRoutes } from './passkeys/routes.tsx'
import { peopleRoutes } from './people/routes.tsx'
import { signInRoutes } from './signIn/routes.tsx'

/** Everything about who is who and who may what. */
export const accountRoutes: Routes = (app) => {
  // Before the links: `/sign-in/passkey` is no token.
  passkeyRoutes(app)
  signInRoutes(app)
  accountPageRoutes(app)
  peopleRoutes(app)
  operatorRoutes(app)
  invitationRoutes(app)
  demonstrationRoutes(app)
  outboxRoutes(app)
}
