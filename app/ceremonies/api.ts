import type { Operation } from '../api/operation.ts'

export const ceremonyOperations: readonly Operation[] = []
