import type { Routes } from '../web/env.ts'
import { draftingRoutes } from './routes/drafting.tsx'
import { readingRoutes } from './routes/reading.tsx'

/** `…/releases/new` comes before `…/releases/:slug`. */
const rooms: readonly Routes[] = [draftingRoutes, readingRoutes]

/** Releases from the first draft to the clippings. */
export const pressRoutes: Routes = (app) => {
  for (const room of rooms) room(app)
}
