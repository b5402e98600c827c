import type { Permissions } from './rows.ts'

export const registerPermissions: Permissions = {}
