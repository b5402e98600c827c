import type { Scope } from '../accounts/scope.ts'
import type { Services } from '../web/env.ts'
import { stagesAhead } from './course.ts'
import { move, type Moved, type MoveRefusal } from './moving.ts'

export type EndRefusal = MoveRefusal | { refused: 'nothing-under-way' | 'paused' | 'over' }

/** Ends the stage under way; the end of the last one is the end of the ceremony. */
export const endStage = (
  services: Services,
  scope: Scope,
  eventId: string,
  input: { seen: number; stageId: string },
): Promise<Moved | EndRefusal> =>
  move(services, scope, eventId, input.seen, { type: 'stage.ended', stageId: input.stageId }, ({ course }) => {
    if (course.standing === 'paused') return { refused: 'paused' as const }
    if (course.standing !== 'running') return { refused: 'over' as const }
    if (course.currentStageId !== input.stageId) return { refused: 'nothing-under-way' as const }
    return { type: 'stage.ended' as const, data: { stageId: input.stageId } }
  })

/** Ends the ceremony; stages that were not reached are skipped. Signatures may be outstanding: the board then goes on saying so. */
export const endCeremony = (
  services: Services,
  scope: Scope,
  eventId: string,
  input: { seen: number },
): Promise<Moved | EndRefusal> =>
  move(services, scope, eventId, input.seen, { type: 'ceremony.ended' }, ({ course }) => {
    if (course.standing === 'aborted' || course.standing === 'ended') return { refused: 'over' as const }
    if (course.standing === 'planned') return { refused: 'nothing-under-way' as const }
    return { type: 'ceremony.ended' as const, data: { skipped: stagesAhead(course).map(({ id }) => id) } }
  })
