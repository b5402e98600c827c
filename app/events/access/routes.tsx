import type { Routes } from '../../web/env.ts'
import { consoleRoutes } from './consoleRoutes.tsx'
import { personalRoutes } from './personalRoutes.tsx'
import { webhookRoutes } from './webhookRoutes.ts'

export const accessRoutes: Routes = (app) => {
  personalRoutes(app)
  consoleRoutes(app)
  webhookRoutes(app)
}
