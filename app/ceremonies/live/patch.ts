import type { Board } from '../board.ts'

/** The parts of a board that changed, whole, and the number it now has: laid over the board before, it gives the board after. */
export type BoardPatch = Pick<Board, 'seq'> & Partial<Board>

export function patchBetween(before: Board, after: Board): BoardPatch {
  const changed = Object.entries(after).filter(
    ([part, value]) => JSON.stringify(value) !== JSON.stringify(before[part as keyof Board]),
  )
  return { ...(Object.fromEntries(changed) as Partial<Board>), seq: after.seq }
}

export const patched = (board: Board, patch: BoardPatch): Board => ({ ...board, ...patch })
