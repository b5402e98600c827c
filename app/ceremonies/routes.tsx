import type { Routes } from '../web/env.ts'
import { cueRoutes } from './routes/cues.tsx'
import { viewingRoutes } from './routes/viewing.tsx'

export const ceremonyRoutes: Routes = (app) => {
  viewingRoutes(app)
  cueRoutes(app)
}
