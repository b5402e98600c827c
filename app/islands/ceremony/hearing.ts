import type { Board } from '../../ceremonies/board.ts'

/**
 * The board after news of it; null where nothing is new. Only a whole board can begin, a part is laid over what is known. The first may be
 * older than the page it comes to, as streams catch up a moment later: it is kept nevertheless, for the parts that follow.
 */
export function hear(before: Board | null, news: Partial<Board>, isWhole: boolean): Board | null {
  if (!before && !isWhole) return null
  const board = (isWhole ? news : { ...before, ...news }) as Board
  return before && board.seq <= before.seq ? null : board
}
