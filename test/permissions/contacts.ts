import type { Permissions } from './rows.ts'

export const contactPermissions: Permissions = {}
