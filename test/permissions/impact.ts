import type { Permissions } from './rows.ts'

export const impactPermissions: Permissions = {}
