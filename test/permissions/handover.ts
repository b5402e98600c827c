import type { Permissions } from './rows.ts'

export const handoverPermissions: Permissions = {}
