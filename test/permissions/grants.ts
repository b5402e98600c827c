import type { Permissions } from './rows.ts'

export const grantPermissions: Permissions = {}
