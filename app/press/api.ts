import type { Operation } from '../api/operation.ts'

export const pressOperations: readonly Operation[] = []
