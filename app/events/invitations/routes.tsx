import type { Routes } from '../../web/env.ts'
import { materialRoutes } from '../attendance/routes/material.tsx'
import { organisingRoutes } from '../attendance/routes/organising.tsx'
import { calendarRoutes } from './routes/calendars.tsx'

/** Calendars, what organisers do before and after an event, and what the registered are given. */
export const invitationRoutes: Routes = (app) => {
  for (const part of [calendarRoutes, organisingRoutes, materialRoutes]) part(app)
}
