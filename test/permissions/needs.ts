import type { Permissions } from './rows.ts'

export const needPermissions: Permissions = {}
