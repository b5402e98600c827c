import type { Routes } from '../web/env.ts'
import { streamRoutes } from './live/routes.ts'
import { cueRoutes } from './routes/cues.tsx'
import { workingRoutes } from './routes/working.tsx'
import { viewingRoutes } from './routes/viewing.tsx'

export const ceremonyRoutes: Routes = (app) => {
  streamRoutes(app)
  viewingRoutes(app)
  cueRoutes(app)
  workingRoutes(app)
}
