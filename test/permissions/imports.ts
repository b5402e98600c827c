import type { Permissions } from './rows.ts'

export const importPermissions: Permissions = {}
