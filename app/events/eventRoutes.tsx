import type { Routes } from '../web/env.ts'
import { listingRoutes } from './routes/listing.tsx'
import { mineRoutes } from './routes/mine.tsx'
import { readingRoutes } from './routes/reading.tsx'
import { registeringRoutes } from './routes/registering.tsx'

/** In the order in which an event is lived. `…/events/new` comes before `…/events/:slug`. */
const rooms: readonly Routes[] = [listingRoutes, readingRoutes, registeringRoutes, mineRoutes]

export const eventPageRoutes: Routes = (app) => {
  for (const room of rooms) room(app)
}
