import type { Scope } from '../accounts/scope.ts'
import type { Services } from '../web/env.ts'
import { move, type Moved, type MoveRefusal } from './moving.ts'
import { undoing } from './rules.ts'

export type UndoRefusal = MoveRefusal | { refused: 'nothing-to-undo' }

/** Takes the last move back, as if it had not happened; the log keeps both. Pressed again it takes back the one before. */
export const undoMove = (
  services: Services,
  scope: Scope,
  eventId: string,
  { seen }: { seen: number },
): Promise<Moved | UndoRefusal> =>
  move(services, scope, eventId, seen, { type: 'move.undone' }, ({ course }) => undoing(course))
