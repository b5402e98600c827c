import type { Routes } from '../web/env.ts'
import { categoryRoutes } from './routes/categories.tsx'
import { decidingRoutes } from './routes/deciding.tsx'
import { listingRoutes } from './routes/listing.tsx'
import { mineRoutes } from './routes/mine.tsx'
import { planningRoutes } from './routes/planning.tsx'
import { programmeRoutes } from './routes/programme.tsx'
import { readingRoutes } from './routes/reading.tsx'
import { registeringRoutes } from './routes/registering.tsx'
import { workspaceRoutes } from './routes/workspace.tsx'

/** In the order in which an event is lived. `…/events/new` comes before `…/events/:slug`. */
const rooms: readonly Routes[] = [
  listingRoutes,
  planningRoutes,
  workspaceRoutes,
  programmeRoutes,
  categoryRoutes,
  readingRoutes,
  registeringRoutes,
  mineRoutes,
  decidingRoutes,
]

export const eventPageRoutes: Routes = (app) => {
  for (const room of rooms) room(app)
}
