import type { Operation } from '../api/operation.ts'
import { draftingOperations } from './api/drafting.ts'
import { negotiatingOperations } from './api/negotiating.ts'
import { readingOperations } from './api/reading.ts'
import { signingOperations } from './api/signing.ts'
import { lifeOperations } from './life/api.ts'
import { registerOperations } from './register/api.ts'
import { undertakingOperations } from './undertakings/api.ts'

/** What programs do with agreements, from the draft to the public page. */
export const agreementOperations: readonly Operation[] = [
  ...readingOperations,
  ...draftingOperations,
  ...negotiatingOperations,
  ...signingOperations,
  ...lifeOperations,
  ...undertakingOperations,
  ...registerOperations,
]
