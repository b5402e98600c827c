import type { Permissions } from './rows.ts'

export const ceremonyPermissions: Permissions = {}
