import type { Routes } from '../web/env.ts'

export const handoverRoutes: Routes = () => {}
