import type { Permissions } from './rows.ts'

export const accreditationPermissions: Permissions = {}
