import type { Permissions } from './rows.ts'

export const eventPermissions: Permissions = {}
