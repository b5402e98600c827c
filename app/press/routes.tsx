import type { Routes } from '../web/env.ts'
import { approvalRoutes } from './routes/approvals.tsx'
import { deskRoutes } from './routes/desk.tsx'
import { draftingRoutes } from './routes/drafting.tsx'
import { embargoRoutes } from './routes/embargo.tsx'
import { readingRoutes } from './routes/reading.tsx'
import { revisingRoutes } from './routes/revising.tsx'

/** `…/releases/new` comes before `…/releases/:slug`. */
const rooms: readonly Routes[] = [
  draftingRoutes,
  readingRoutes,
  deskRoutes,
  revisingRoutes,
  approvalRoutes,
  embargoRoutes,
]

/** Releases from the first draft to the clippings. */
export const pressRoutes: Routes = (app) => {
  for (const room of rooms) room(app)
}
