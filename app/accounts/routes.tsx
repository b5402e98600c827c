import type { Routes } from '../web/env.ts'
import { signInRoutes } from './signIn/routes.tsx'

/** Everything about who is who and who may what. */
export const accountRoutes: Routes = (app) => {
  signInRoutes(app)
}
