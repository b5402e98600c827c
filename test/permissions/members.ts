import type { Permissions } from './rows.ts'

export const memberPermissions: Permissions = {}
