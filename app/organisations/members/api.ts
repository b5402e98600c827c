import type { Operation } from '../../api/operation.ts'

export const memberOperations: readonly Operation[] = []
