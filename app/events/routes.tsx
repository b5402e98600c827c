import type { Routes } from '../web/env.ts'
import { accessRoutes } from './access/routes.tsx'
import { accreditationRoutes } from './accreditation/routes.tsx'
import { eventPageRoutes } from './eventRoutes.tsx'
import { invitationRoutes } from './invitations/routes.tsx'

/** Events: what is planned, who comes, how they get in, and what their calendars know. */
export const eventRoutes: Routes = (app) => {
  for (const room of [invitationRoutes, accreditationRoutes, accessRoutes, eventPageRoutes]) room(app)
}
