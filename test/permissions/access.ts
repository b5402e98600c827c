import type { Permissions } from './rows.ts'

export const accessPermissions: Permissions = {}
