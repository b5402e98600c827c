import type { Operation } from '../../api/operation.ts'

export const invitationOperations: readonly Operation[] = []
