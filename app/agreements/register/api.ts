import type { Operation } from '../../api/operation.ts'

export const registerOperations: readonly Operation[] = []
