import type { Scope } from '../accounts/scope.ts'
import type { Content } from '../language/translated.ts'
import type { Services } from '../web/env.ts'
import { move, type Moved, type MoveRefusal } from './moving.ts'
import { outstandingSignatures } from './outstanding.ts'
import { opening } from './rules.ts'

export type OpenRefusal = MoveRefusal | { refused: 'already-open' | 'over' | 'signatures-outstanding' }

/**
 * Opens questions. Before the last required signature has landed that is an override: it needs a reason, which everybody reads
 * with the name of who gave it, and therefore somebody with a name.
 */
export const openQuestions = (
  services: Services,
  scope: Scope,
  eventId: string,
  { seen, reason }: { seen: number; reason: Content | null },
): Promise<Moved | OpenRefusal> =>
  move(services, scope, eventId, seen, { type: 'questions.opened' }, async ({ course }, tx) =>
    opening(course, scope.person ? reason : null, await outstandingSignatures(tx, eventId)),
  )
