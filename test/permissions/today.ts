import { type Permissions, signedIn } from './rows.ts'

export const todayPermissions: Permissions = { 'GET /:locale/today': { answers: signedIn } }
