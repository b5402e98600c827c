import type { Scope } from '../accounts/scope.ts'
import type { Services } from '../web/env.ts'
import { move, type Moved, type MoveRefusal } from './moving.ts'
import { outstandingSignatures } from './outstanding.ts'
import { beginning } from './rules.ts'

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
  { seen, stageId }: { seen: number; stageId: string },
): Promise<Moved | BeginRefusal> =>
  move(services, scope, eventId, seen, { type: 'stage.begun', stageId }, async ({ course }, tx) =>
    beginning(course, stageId, await outstandingSignatures(tx, eventId)),
  )
