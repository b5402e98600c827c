import type { Operation } from '../../api/operation.ts'

export const directoryOperations: readonly Operation[] = []
