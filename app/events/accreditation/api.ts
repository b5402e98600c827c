import type { Operation } from '../../api/operation.ts'

export const accreditationOperations: readonly Operation[] = []
