import type { Operation } from '../api/operation.ts'

export const eventPageOperations: readonly Operation[] = []
