import { type Clock, scaledClock } from '../platform/clock.ts'
import type { Board } from './board.ts'
import { stagesAhead } from './course.ts'
import type { CueSheet } from './pages/cueSheet.ts'
import type { FullQuestion } from './questions/reading.ts'
import type { Ceremony } from './reading.ts'

/** What the ceremony's clock shows: the wall's, or in a replay that of the afternoon which is shown again. */
export function ceremonyNow({ replay }: Pick<Board, 'replay'>, wall: Clock): Date {
  if (!replay) return wall.now()
  const { at, since, speed } = replay
  return scaledClock({ from: new Date(at), since: new Date(since), speed }, wall).now()
}

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
