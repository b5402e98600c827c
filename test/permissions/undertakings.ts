import type { Permissions } from './rows.ts'

export const undertakingPermissions: Permissions = {}
