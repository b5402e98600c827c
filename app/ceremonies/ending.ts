import type { Scope } from '../accounts/scope.ts'
import type { Services } from '../web/env.ts'
import { move, type Moved, type MoveRefusal } from './moving.ts'
import { ending, finishing } from './rules.ts'

export type EndRefusal = MoveRefusal | { refused: 'nothing-under-way' | 'paused' | 'over' }

/** Ends the stage under way before another begins. */
export const endStage = (
  services: Services,
  scope: Scope,
  eventId: string,
  { seen, stageId }: { seen: number; stageId: string },
): Promise<Moved | EndRefusal> =>
  move(services, scope, eventId, seen, { type: 'stage.ended', stageId }, ({ course }) => ending(course, stageId))

/** Ends the ceremony; stages that were not reached are skipped. Signatures may be outstanding: the board then goes on saying so. */
export const endCeremony = (
  services: Services,
  scope: Scope,
  eventId: string,
  { seen }: { seen: number },
): Promise<Moved | EndRefusal> =>
  move(services, scope, eventId, seen, { type: 'ceremony.ended' }, ({ course }) => finishing(course))
