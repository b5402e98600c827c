import { parse } from 'csv-parse/sync'
import { withFormula } from '../../../platform/spreadsheets/csv.ts'
import { MOST_COLUMNS, MOST_ROWS } from './limits.ts'
import type { ReadingRefusal, SourceRow } from './table.ts'

/** Rows of a text with separated cells. A quote that never closes spoils its own line, not the rest of the file. */
export function readCsv(text: string, separator: string): SourceRow[] | ReadingRefusal {
  const body = text.replace(/^\ufeff/, '')
  const told = /^sep=.\r?\n/i.exec(body)?.[0] ?? ''
  const skipped = told ? 1 : 0
  const rows = parsed(body.slice(told.length), separator)
  if (rows.length > MOST_ROWS + 30) return { refused: 'too-many-rows' }
  if (rows.some(({ cells }) => cells.length > MOST_COLUMNS)) return { refused: 'too-many-columns' }
  return rows.map(({ cells, flaws }, index) => ({ cells: cells.map(withFormula), flaws, number: index + 1 + skipped }))
}

type Parsed = Pick<SourceRow, 'cells' | 'flaws'>

function parsed(text: string, separator: string): Parsed[] {
  try {
    const rows: string[][] = parse(text, options(separator))
    return rows.map((cells) => ({ cells, flaws: flawsOf(cells) }))
  } catch {
    return lineByLine(text, separator)
  }
}

const options = (separator: string) => ({
  delimiter: separator,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: false,
  to: MOST_ROWS + 31,
})

/** Where the quotes do not close: cells over several lines are given up, all other rows are kept. */
function lineByLine(text: string, separator: string): Parsed[] {
  const rows: Parsed[] = []
  for (const line of text.split(/\r\n|\n|\r/).slice(0, MOST_ROWS + 31)) {
    try {
      const [cells = ['']]: string[][] = parse(line, { ...options(separator), to: 1 })
      rows.push({ cells, flaws: flawsOf(cells) })
    } catch {
      const cells = line.split(separator).map((cell) => cell.replace(/^"|"$/g, ''))
      rows.push({ cells, flaws: ['broken-quote', ...flawsOf(cells)] })
    }
  }
  return rows
}

const flawsOf = (cells: string[]): SourceRow['flaws'] =>
  cells.some((cell) => cell.includes('\ufffd')) ? ['undecodable'] : []
