import type { Operation } from '../../api/operation.ts'

export const importOperations: readonly Operation[] = []
