import type { Operation } from '../../api/operation.ts'

export const needOperations: readonly Operation[] = []
