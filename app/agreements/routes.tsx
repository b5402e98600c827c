import type { Routes } from '../web/env.ts'
import { approvalRoutes } from './routes/approvals.tsx'
import { clauseRoutes } from './routes/clauses.tsx'
import { documentRoutes } from './routes/documents.ts'
import { draftingRoutes } from './routes/drafting.tsx'
import { listingRoutes } from './routes/listing.tsx'
import { proposalRoutes } from './routes/proposals.tsx'
import { lifeRoutes } from './life/routes.tsx'
import { publicationRoutes } from './routes/publication.tsx'
import { readingRoutes } from './routes/reading.tsx'
import { signatoryRoutes } from './routes/signatories.tsx'
import { signingRoutes } from './routes/signing.tsx'
import { registerRoutes } from './register/routes.tsx'
import { undertakingRoutes } from './undertakings/routes.tsx'

/** In the order of an agreement's life. `…/agreements/new` comes before `…/agreements/:reference`. */
const rooms: readonly Routes[] = [
  listingRoutes,
  draftingRoutes,
  readingRoutes,
  clauseRoutes,
  proposalRoutes,
  signatoryRoutes,
  approvalRoutes,
  signingRoutes,
  documentRoutes,
  publicationRoutes,
  lifeRoutes,
  undertakingRoutes,
  registerRoutes,
]

/** Agreements from the first draft to the public page. */
export const agreementRoutes: Routes = (app) => {
  for (const room of rooms) room(app)
}
