import type { Routes } from '../../web/env.ts'

export const importRoutes: Routes = () => {}
