import type { Permissions } from './rows.ts'

export const pressPermissions: Permissions = {}
