import { message } from '../../platform/sse/messages.ts'
import type { Board } from '../board.ts'
import { patchBetween } from './patch.ts'

/** A board as it is delivered: whole for whoever comes, and the last steps for whoever was away for a moment. */
export type Frames = {
  board: Board
  whole: Buffer
  /** Oldest first; each leads from one number to the next that was sent. */
  steps: { from: number; to: number; bytes: Buffer }[]
}

/** Some minutes of a lively ceremony. Whoever was away longer gets the whole board. */
const REMEMBERED = 100

export const firstFrames = (board: Board): Frames => ({ board, whole: message('board', board.seq, board), steps: [] })

/** The frames after the board moved on, and the bytes of the step. */
export function advance(frames: Frames, board: Board): { frames: Frames; bytes: Buffer } {
  const bytes = message('patch', board.seq, patchBetween(frames.board, board))
  const step = { from: frames.board.seq, to: board.seq, bytes }
  return { frames: { ...firstFrames(board), steps: [...frames.steps, step].slice(-REMEMBERED) }, bytes }
}

/**
 * What somebody needs who heard number `since` last: nothing, the steps since, or the whole board where those are not remembered (or
 * where other steps were sent by another process). Nothing is told twice, and nothing left out.
 */
export function since({ board, whole, steps }: Frames, heard: number | null): Buffer {
  if (heard === board.seq) return Buffer.alloc(0)
  const first = steps.findIndex(({ from }) => from === heard)
  return first < 0 ? whole : Buffer.concat(steps.slice(first).map(({ bytes }) => bytes))
}
