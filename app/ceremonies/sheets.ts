import type { Board } from './board.ts'
import { stagesAhead } from './course.ts'
import type { CueSheet } from './pages/cueSheet.ts'
import type { FullQuestion } from './questions/reading.ts'
import type { Ceremony } from './reading.ts'

/** What the operator has before them: the board, and what is on no board. */
export function cueSheetOf(board: Board, ceremony: Ceremony, questions: FullQuestion[], now: Date): CueSheet {
  const { course, stages } = ceremony
  const { lastMove } = course
  const ahead = stagesAhead(course).map(({ id }) => id)
  return {
    board,
    cues: Object.fromEntries(stages.map(({ id, cue }) => [id, cue])),
    ahead: board.stages.filter(({ id }) => ahead.includes(id)),
    undoable: lastMove
      ? { type: lastMove.type, at: lastMove.at, stageId: 'stageId' in lastMove.data ? lastMove.data.stageId : null }
      : null,
    saw: course.seq,
    now: now.toISOString(),
    questions,
  }
}
