import type { Scope } from '../accounts/scope.ts'
import type { Content } from '../language/translated.ts'
import type { Services } from '../web/env.ts'
import { move, type Moved, type MoveRefusal } from './moving.ts'
import { pausing, resuming } from './rules.ts'

export type PauseRefusal = MoveRefusal | { refused: 'not-running' | 'without-reason' }
export type ResumeRefusal = MoveRefusal | { refused: 'not-paused' }

/** Holds the ceremony where it is; everybody reads why. */
export const pauseCeremony = (
  services: Services,
  scope: Scope,
  eventId: string,
  { seen, reason }: { seen: number; reason: Content },
): Promise<Moved | PauseRefusal> =>
  move(services, scope, eventId, seen, { type: 'ceremony.paused' }, ({ course }) => pausing(course, reason))

/** Goes on where it was held. */
export const resumeCeremony = (
  services: Services,
  scope: Scope,
  eventId: string,
  { seen }: { seen: number },
): Promise<Moved | ResumeRefusal> =>
  move(services, scope, eventId, seen, { type: 'ceremony.resumed' }, ({ course }) => resuming(course))
