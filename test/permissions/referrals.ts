import type { Permissions } from './rows.ts'

export const referralPermissions: Permissions = {}
