import type { Scope } from '../accounts/scope.ts'
import type { Content } from '../language/translated.ts'
import type { Services } from '../web/env.ts'
import { move, type Moved, type MoveRefusal } from './moving.ts'
import { aborting } from './rules.ts'

export type AbortRefusal = MoveRefusal | { refused: 'over' | 'without-reason' }

/** Breaks the ceremony off, before it began or in the middle; everybody reads why. What is signed stays signed, and later signatures still show. */
export const abortCeremony = (
  services: Services,
  scope: Scope,
  eventId: string,
  { seen, reason }: { seen: number; reason: Content },
): Promise<Moved | AbortRefusal> =>
  move(services, scope, eventId, seen, { type: 'ceremony.aborted' }, ({ course }) => aborting(course, reason))
