import type { Routes } from '../../web/env.ts'

export const referralRoutes: Routes = () => {}
