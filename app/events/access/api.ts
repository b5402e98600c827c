import type { Operation } from '../../api/operation.ts'

export const accessOperations: readonly Operation[] = []
