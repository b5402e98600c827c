import type { Permissions } from './rows.ts'

export const invitationPermissions: Permissions = {}
