import type { Content } from '../language/translated.ts'
import type { QuestionState } from './tables.ts'

/** What can happen in a ceremony, as the rows of its log tell it. */
export type Happening =
  | { type: 'ceremony.planned'; data: Record<string, never> }
  | { type: 'stage.begun'; data: { stageId: string; skipped: string[] } }
  | { type: 'stage.ended'; data: { stageId: string } }
  | { type: 'ceremony.paused'; data: { reason: Content } }
  | { type: 'ceremony.resumed'; data: Record<string, never> }
  | { type: 'ceremony.aborted'; data: { reason: Content } }
  | { type: 'ceremony.ended'; data: { skipped: string[] } }
  /** With a reason where signatures were outstanding: an override. */
  | { type: 'questions.opened'; data: { reason?: Content } }
  | { type: 'move.undone'; data: { undoes: number } }
  | { type: 'signatory.ready'; data: { signatoryId: string } }
  | { type: 'signatory.prevented'; data: { signatoryId: string; reason: Content } }
  | { type: 'signatory.awaited'; data: { signatoryId: string } }
  /** Written by the database in the signature's own transaction (migration 0011). */
  | { type: 'signature.landed'; data: { signatoryId: string } }
  /** Written by the database when the event is moved or renamed. */
  | { type: 'event.changed'; data: Record<string, never> }
  | { type: 'question.moved'; data: { questionId: string; state: QuestionState } }

export type LogType = Happening['type']

export type LogEntry = Happening & { seq: number; at: string; actorId: string | null; saw: number | null }

const moves: readonly LogType[] = [
  'stage.begun',
  'stage.ended',
  'ceremony.paused',
  'ceremony.resumed',
  'ceremony.aborted',
  'ceremony.ended',
  'questions.opened',
]

/** What an operator did to the course of the ceremony, and can take back. */
export const isMove = ({ type }: Happening): boolean => moves.includes(type)
