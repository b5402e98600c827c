import type { Operation } from '../../api/operation.ts'

export const undertakingOperations: readonly Operation[] = []
