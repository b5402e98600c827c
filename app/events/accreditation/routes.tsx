import type { Routes } from '../../web/env.ts'
import { answerRoutes } from './routes/answers.tsx'
import { applyingRoutes } from './routes/applying.tsx'
import { reviewRoutes } from './routes/review.tsx'
import { rulesRoutes } from './routes/rules.tsx'
import { standingRoutes } from './routes/standing.tsx'

/** How journalists apply and are admitted. Addresses with a word of their own come before those with a number in its place. */
export const accreditationRoutes: Routes = (app) => {
  for (const room of [applyingRoutes, answerRoutes, rulesRoutes, standingRoutes, reviewRoutes]) room(app)
}
