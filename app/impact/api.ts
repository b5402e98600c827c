import type { Operation } from '../api/operation.ts'

export const impactOperations: readonly Operation[] = []
