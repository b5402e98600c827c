import type { Routes } from '../web/env.ts'
import { approvalRoutes } from './routes/approvals.tsx'
import { coverageRoutes } from './routes/coverage.tsx'
import { deskRoutes } from './routes/desk.tsx'
import { draftingRoutes } from './routes/drafting.tsx'
import { embargoRoutes } from './routes/embargo.tsx'
import { embargoedRoutes } from './routes/embargoed.tsx'
import { feedRoutes } from './routes/feeds.ts'
import { fileRoutes } from './routes/files.ts'
import { kitRoutes } from './routes/kit.tsx'
import { mailingRoutes } from './routes/mailings.tsx'
import { readingRoutes } from './routes/reading.tsx'
import { recipientRoutes } from './routes/recipients.tsx'
import { revisingRoutes } from './routes/revising.tsx'
import { roomRoutes } from './routes/rooms.tsx'

/** `…/releases/new` comes before `…/releases/:slug`. */
const rooms: readonly Routes[] = [
  draftingRoutes,
  readingRoutes,
  deskRoutes,
  revisingRoutes,
  approvalRoutes,
  embargoRoutes,
  kitRoutes,
  fileRoutes,
  feedRoutes,
  recipientRoutes,
  coverageRoutes,
  embargoedRoutes,
  roomRoutes,
  mailingRoutes,
]

/** Releases from the first draft to the clippings. */
export const pressRoutes: Routes = (app) => {
  for (const room of rooms) room(app)
}
