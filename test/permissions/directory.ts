import type { Permissions } from './rows.ts'

export const directoryPermissions: Permissions = {}
