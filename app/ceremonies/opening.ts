import type { Scope } from '../accounts/scope.ts'
import type { Content } from '../language/translated.ts'
import type { Services } from '../web/env.ts'
import { move, type Moved, type MoveRefusal } from './moving.ts'
import { outstandingSignatures } from './outstanding.ts'
import { hasWords } from './pausing.ts'

export type OpenRefusal = MoveRefusal | { refused: 'already-open' | 'over' | 'signatures-outstanding' }

/**
 * Opens questions. Before the last required signature has landed that is an override: it needs a reason, which everybody reads
 * with the name of who gave it, and therefore somebody with a name.
 */
export const openQuestions = (
  services: Services,
  scope: Scope,
  eventId: string,
  input: { seen: number; reason: Content | null },
): Promise<Moved | OpenRefusal> =>
  move(services, scope, eventId, input.seen, { type: 'questions.opened' }, async ({ course }, tx) => {
    if (course.standing === 'aborted' || course.standing === 'ended') return { refused: 'over' as const }
    if (course.opened) return { refused: 'already-open' as const }
    if ((await outstandingSignatures(tx, eventId)) === 0) return { type: 'questions.opened' as const, data: {} }
    const { reason } = input
    if (!reason || !hasWords(reason) || !scope.person) return { refused: 'signatures-outstanding' as const }
    return { type: 'questions.opened' as const, data: { reason } }
  })
