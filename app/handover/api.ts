import type { Operation } from '../api/operation.ts'

export const handoverOperations: readonly Operation[] = []
