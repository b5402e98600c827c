import type { Content } from '../language/translated.ts'
import { type Course, stagesAhead } from './course.ts'

/**
 * What may happen next, from where the ceremony stands: each gives the row to write, or why not. Pure, so that every order of moves can
 * be tried; `outstanding` is the number of required signatures that have not landed.
 */

const isOver = ({ standing }: Course) => standing === 'aborted' || standing === 'ended'

export const hasWords = ({ text }: Content): boolean => Object.values(text).some((one) => one?.trim())

export function beginning(course: Course, stageId: string, outstanding: number) {
  if (isOver(course)) return { refused: 'over' as const }
  if (course.standing === 'paused') return { refused: 'paused' as const }
  const stage = course.stages.find(({ id }) => id === stageId)
  if (!stage) return { refused: 'no-such-stage' as const }
  const ahead = stagesAhead(course)
  const place = ahead.indexOf(stage)
  if (place < 0) return { refused: 'stage-is-past' as const }
  if (stage.kind === 'questions' && !course.opened && outstanding > 0) {
    return { refused: 'signatures-outstanding' as const }
  }
  const skipped = ahead.slice(0, place).map(({ id }) => id)
  return { type: 'stage.begun' as const, data: { stageId, skipped } }
}

export function ending(course: Course, stageId: string) {
  if (course.standing === 'paused') return { refused: 'paused' as const }
  if (course.standing !== 'running') return { refused: 'over' as const }
  if (course.currentStageId !== stageId) return { refused: 'nothing-under-way' as const }
  return { type: 'stage.ended' as const, data: { stageId } }
}

export function finishing(course: Course) {
  if (isOver(course)) return { refused: 'over' as const }
  if (course.standing === 'planned') return { refused: 'nothing-under-way' as const }
  return { type: 'ceremony.ended' as const, data: { skipped: stagesAhead(course).map(({ id }) => id) } }
}

export function pausing(course: Course, reason: Content) {
  if (course.standing !== 'running') return { refused: 'not-running' as const }
  if (!hasWords(reason)) return { refused: 'without-reason' as const }
  return { type: 'ceremony.paused' as const, data: { reason } }
}

export const resuming = (course: Course) =>
  course.standing === 'paused' ? { type: 'ceremony.resumed' as const, data: {} } : { refused: 'not-paused' as const }

export function aborting(course: Course, reason: Content) {
  if (isOver(course)) return { refused: 'over' as const }
  if (!hasWords(reason)) return { refused: 'without-reason' as const }
  return { type: 'ceremony.aborted' as const, data: { reason } }
}

/** A reason that is not needed is not kept: what is told as an override was one. */
export function opening(course: Course, reason: Content | null, outstanding: number) {
  if (isOver(course)) return { refused: 'over' as const }
  if (course.opened) return { refused: 'already-open' as const }
  if (outstanding === 0) return { type: 'questions.opened' as const, data: {} }
  if (!reason || !hasWords(reason)) return { refused: 'signatures-outstanding' as const }
  return { type: 'questions.opened' as const, data: { reason } }
}

export const undoing = ({ lastMove }: Course) =>
  lastMove ? { type: 'move.undone' as const, data: { undoes: lastMove.seq } } : { refused: 'nothing-to-undo' as const }
