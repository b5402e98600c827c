import type { Routes } from '../web/env.ts'
import { streamRoutes } from './live/routes.ts'
import { cueRoutes } from './routes/cues.tsx'
import { planningRoutes } from './routes/planning.tsx'
import { pressRoutes } from './routes/press.tsx'
import { viewingRoutes } from './routes/viewing.tsx'
import { workingRoutes } from './routes/working.tsx'

export const ceremonyRoutes: Routes = (app) => {
  streamRoutes(app)
  viewingRoutes(app)
  cueRoutes(app)
  workingRoutes(app)
  pressRoutes(app)
  planningRoutes(app)
}
