import type { Routes } from '../../web/env.ts'

export const grantRoutes: Routes = () => {}
