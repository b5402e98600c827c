import type { Operation } from '../../api/operation.ts'

export const grantOperations: readonly Operation[] = []
