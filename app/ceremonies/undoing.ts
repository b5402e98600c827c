import type { Scope } from '../accounts/scope.ts'
import type { Services } from '../web/env.ts'
import { move, type Moved, type MoveRefusal } from './moving.ts'

export type UndoRefusal = MoveRefusal | { refused: 'nothing-to-undo' }

/** Takes the last move back, as if it had not happened; the log keeps both. Pressed again it takes back the one before. */
export const undoMove = (
  services: Services,
  scope: Scope,
  eventId: string,
  input: { seen: number },
): Promise<Moved | UndoRefusal> =>
  move(services, scope, eventId, input.seen, { type: 'move.undone' }, ({ course }) =>
    course.lastMove
      ? { type: 'move.undone' as const, data: { undoes: course.lastMove.seq } }
      : { refused: 'nothing-to-undo' as const },
  )
