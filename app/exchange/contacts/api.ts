import type { Operation } from '../../api/operation.ts'

export const contactOperations: readonly Operation[] = []
