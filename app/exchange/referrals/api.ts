import type { Operation } from '../../api/operation.ts'

export const referralOperations: readonly Operation[] = []
