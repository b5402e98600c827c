import type { Operation } from '../api/operation.ts'
import { movingOperations } from './api/moving.ts'
import { questionOperations } from './api/questions.ts'

/** What programs do with ceremonies: follow them, move them, and see to their questions. */
export const ceremonyOperations: readonly Operation[] = [...movingOperations, ...questionOperations]
