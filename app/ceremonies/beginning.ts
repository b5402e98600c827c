import type { Scope } from '../accounts/scope.ts'
import type { Tx } from '../platform/db/tables.ts'
import type { Services } from '../web/env.ts'
import { stagesAhead } from './course.ts'
import { move, type Moved, type MoveRefusal } from './moving.ts'
import { outstandingSignatures } from './outstanding.ts'
import type { Ceremony } from './reading.ts'

export type BeginRefusal =
  | MoveRefusal
  | { refused: 'no-such-stage' | 'stage-is-past' | 'paused' | 'over' | 'signatures-outstanding' }

/**
 * Begins a stage: the next, or a later one, and then those in between count as skipped. The one under way ends with it. A stage of
 * questions opens them, and so waits for the last signature unless they were opened before it, with a reason.
 */
export const beginStage = (
  services: Services,
  scope: Scope,
  eventId: string,
  input: { seen: number; stageId: string },
): Promise<Moved | BeginRefusal> =>
  move(services, scope, eventId, input.seen, { type: 'stage.begun', stageId: input.stageId }, (ceremony, tx) =>
    beginning(ceremony, tx, input.stageId),
  )

async function beginning(ceremony: Ceremony, tx: Tx, stageId: string) {
  const { course } = ceremony
  if (course.standing === 'aborted' || course.standing === 'ended') return { refused: 'over' as const }
  if (course.standing === 'paused') return { refused: 'paused' as const }
  const stage = course.stages.find(({ id }) => id === stageId)
  if (!stage) return { refused: 'no-such-stage' as const }
  const ahead = stagesAhead(course)
  const place = ahead.indexOf(stage)
  if (place < 0) return { refused: 'stage-is-past' as const }
  if (stage.kind === 'questions' && !course.opened && (await outstandingSignatures(tx, ceremony.eventId)) > 0) {
    return { refused: 'signatures-outstanding' as const }
  }
  const skipped = ahead.slice(0, place).map(({ id }) => id)
  return { type: 'stage.begun' as const, data: { stageId, skipped } }
}
