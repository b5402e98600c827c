import { fieldOfHeader } from '../mapping/headers.ts'
import type { SourceRow } from './table.ts'

/** Lists have a title, a date, a note above their header: so far down it is looked for. */
const DEPTH = 30

/** The row that names the columns: the one with most names that are known; where none is known, the first of the widest rows. */
export function detectHeaderRow(rows: SourceRow[]): number {
  const top = rows.slice(0, DEPTH)
  let best = { number: 0, known: 0, filled: 0 }
  for (const { number, cells } of top) {
    const known = new Set(cells.map(fieldOfHeader).filter(Boolean)).size
    const filled = cells.filter((cell) => cell.trim()).length
    if (known > best.known || (known === best.known && known < 2 && filled > best.filled))
      best = { number, known, filled }
  }
  return best.number || 1
}
