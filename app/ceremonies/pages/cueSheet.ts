import type { Content } from '../../language/translated.ts'
import type { Board, BoardStage } from '../board.ts'
import type { FullQuestion } from '../questions/reading.ts'

/** What the operator has before them beside the board. */
export type CueSheet = {
  board: Board
  /** What is to be done or said, by stage. */
  cues: Record<string, Content | null>
  /** Stages that may begin now, the next one first. */
  ahead: BoardStage[]
  /** The move that can be taken back, in the words of the log; null when there is none. */
  undoable: { type: string; at: string; stageId: string | null } | null
  /** The last row of the log that moved the ceremony: sent along, so that two operators do not move it twice. */
  saw: number
  /** The moment of this page, on the ceremony's clock. */
  now: string
  questions: FullQuestion[]
}

/** How far a stage began from its plan, in whole minutes; positive: late. Null before it began. */
export const driftOf = ({ plannedAt, beganAt }: BoardStage): number | null =>
  beganAt === null ? null : Math.round((Date.parse(beganAt) - Date.parse(plannedAt)) / 60_000)

/** How far the ceremony runs behind its plan now: the running stage's drift, or by how much the next is overdue. */
export function driftNow({ board, ahead, now }: CueSheet): number | null {
  if (board.standing !== 'running' && board.standing !== 'paused') return null
  const current = board.stages.find(({ id }) => id === board.currentStageId)
  const begun = current ? (driftOf(current) ?? 0) : 0
  const next = ahead[0]
  const overdue = next ? Math.floor((Date.parse(now) - Date.parse(next.plannedAt)) / 60_000) : -Infinity
  return Math.max(begun, overdue)
}
