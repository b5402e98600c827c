import type { Scope } from '../accounts/scope.ts'
import type { Content } from '../language/translated.ts'
import type { Services } from '../web/env.ts'
import { move, type Moved, type MoveRefusal } from './moving.ts'

export type PauseRefusal = MoveRefusal | { refused: 'not-running' | 'without-reason' }
export type ResumeRefusal = MoveRefusal | { refused: 'not-paused' }

export const hasWords = ({ text }: Content): boolean => Object.values(text).some((one) => one?.trim())

/** Holds the ceremony where it is; everybody reads why. */
export const pauseCeremony = (
  services: Services,
  scope: Scope,
  eventId: string,
  input: { seen: number; reason: Content },
): Promise<Moved | PauseRefusal> =>
  move(services, scope, eventId, input.seen, { type: 'ceremony.paused' }, ({ course }) => {
    if (course.standing !== 'running') return { refused: 'not-running' as const }
    if (!hasWords(input.reason)) return { refused: 'without-reason' as const }
    return { type: 'ceremony.paused' as const, data: { reason: input.reason } }
  })

/** Goes on where it was held. */
export const resumeCeremony = (
  services: Services,
  scope: Scope,
  eventId: string,
  input: { seen: number },
): Promise<Moved | ResumeRefusal> =>
  move(services, scope, eventId, input.seen, { type: 'ceremony.resumed' }, ({ course }) =>
    course.standing === 'paused' ? { type: 'ceremony.resumed' as const, data: {} } : { refused: 'not-paused' as const },
  )
