import type { Operation } from '../api/operation.ts'
import { draftingOperations } from './api/drafting.ts'
import { readingOperations } from './api/reading.ts'
import { recipientOperations } from './api/recipients.ts'
import { roomOperations } from './api/rooms.ts'
import { workingOperations } from './api/working.ts'

/** What programs do with releases. */
export const pressOperations: readonly Operation[] = [
  ...readingOperations,
  ...draftingOperations,
  ...workingOperations,
  ...recipientOperations,
  ...roomOperations,
]
