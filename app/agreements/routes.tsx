import type { Routes } from '../web/env.ts'
import { listingRoutes } from './routes/listing.tsx'
import { readingRoutes } from './routes/reading.tsx'
import { signingRoutes } from './routes/signing.tsx'
import { documentRoutes } from './routes/documents.ts'

const rooms: readonly Routes[] = [listingRoutes, documentRoutes, signingRoutes, readingRoutes]

/** Agreements from the first draft to the public page. */
export const agreementRoutes: Routes = (app) => {
  for (const room of rooms) room(app)
}
