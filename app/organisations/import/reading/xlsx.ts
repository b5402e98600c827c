import readXlsxFile from 'read-excel-file/node'
import { MOST_COLUMNS, MOST_ROWS } from './limits.ts'
import type { ReadingRefusal, Sheet, SourceRow } from './table.ts'
import { isBomb, unpack, type ZipEntry, zipDirectory } from './zip.ts'

/**
 * The sheets of a workbook. Its zip directory is looked at first: bombs and macros are refused before anything is unpacked. Formulas come
 * as the values that were stored with them; nothing is calculated.
 */
export async function readXlsx(bytes: Uint8Array): Promise<Sheet[] | ReadingRefusal> {
  const entries = zipDirectory(bytes)
  if (!entries) return { refused: 'damaged-file' }
  if (isBomb(entries, bytes)) return { refused: 'bomb' }
  if (entries.some(({ name }) => /vbaproject|\/macrosheets\//i.test(name))) return { refused: 'macros' }
  if (!entries.some(({ name }) => name === 'xl/workbook.xml')) return { refused: 'other-file' }
  const facts = factsOf(bytes, entries)
  if ('refused' in facts) return facts
  try {
    const sheets = await readXlsxFile(Buffer.from(bytes))
    return sheets.map(({ sheet, data }) => {
      const known = facts.find(({ name }) => name === sheet)
      const rows = data.map((cells, index) => rowOf(cells, index + 1))
      fillMerged(rows, known?.merged ?? [])
      return {
        name: sheet,
        isHidden: known?.isHidden ?? false,
        rows,
        merged: known?.merged.length ?? 0,
        formulas: known?.formulas ?? 0,
      }
    })
  } catch {
    return { refused: 'damaged-file' }
  }
}

const rowOf = (cells: readonly unknown[], number: number): SourceRow => ({
  number,
  cells: cells.map(written),
  flaws: [],
})

/** A cell as a reader sees it; a date as its day. */
function written(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  // oxlint-disable-next-line typescript/no-base-to-string -- text, number or boolean
  return String(value).replaceAll('\r\n', '\n').replaceAll('_x000D_', '')
}

type Range = { column: number; from: number; to: number }
type SheetFacts = { name: string; isHidden: boolean; merged: Range[]; formulas: number }

function factsOf(bytes: Uint8Array, entries: ZipEntry[]): SheetFacts[] | ReadingRefusal {
  const read = (name: string): string | null => {
    const entry = entries.find((one) => one.name === name)
    const contents = entry && unpack(bytes, entry)
    return contents ? new TextDecoder().decode(contents) : null
  }
  const workbook = read('xl/workbook.xml')
  const targets = targetsIn(read('xl/_rels/workbook.xml.rels') ?? '')
  if (!workbook) return { refused: 'damaged-file' }
  const facts: SheetFacts[] = []
  for (const [tag] of workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)) {
    const xml = read(targets.get(attribute(tag, 'r:id') ?? '') ?? '')
    if (xml === null) continue
    const refused = tooLarge(xml)
    if (refused) return { refused }
    facts.push({
      name: unescape(attribute(tag, 'name') ?? ''),
      isHidden: /hidden/i.test(attribute(tag, 'state') ?? ''),
      merged: mergedIn(xml),
      formulas: xml.match(/<(?:\w+:)?f[\s>/]/g)?.length ?? 0,
    })
  }
  return facts.length > 0 ? facts : { refused: 'damaged-file' }
}

const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]

function targetsIn(relations: string): Map<string, string> {
  const found = [...relations.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)].map(([tag]): [string, string] => {
    const target = attribute(tag, 'Target') ?? ''
    return [attribute(tag, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`]
  })
  return new Map(found)
}

const unescape = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

/** Addresses cost nothing to write: one cell in the far corner would make a table of milliards. */
function tooLarge(xml: string): 'too-many-rows' | 'too-many-columns' | null {
  let rows = 0
  for (const [, column = '', row, isEmpty] of xml.matchAll(/<(?:\w+:)?c\s(?:[^>]*\s)?r="([A-Z]+)(\d+)"[^>]*?(\/?)>/g)) {
    if (isEmpty) continue
    if (columnNumber(column) > MOST_COLUMNS) return 'too-many-columns'
    rows = Math.max(rows, Number(row))
  }
  return rows > MOST_ROWS + 30 ? 'too-many-rows' : null
}

const columnNumber = (letters: string): number =>
  letters.split('').reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)

/** Cells that were merged downwards; those merged sideways belong to their first column already. */
function mergedIn(xml: string): Range[] {
  const found: Range[] = []
  for (const [, column = 'A', from, to] of xml.matchAll(/<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z]+)(\d+):[A-Z]+(\d+)"/g)) {
    found.push({ column: columnNumber(column) - 1, from: Number(from), to: Math.min(Number(to), MOST_ROWS + 30) })
  }
  return found
}

/** A cell merged over several rows says the same of each of them. */
function fillMerged(rows: SourceRow[], ranges: Range[]): void {
  for (const { column, from, to } of ranges) {
    const value = rows[from - 1]?.cells[column]
    if (!value) continue
    for (const row of rows.slice(from, to)) {
      if (row.cells[column] || row.cells.every((cell) => !cell)) continue
      row.cells[column] = value
      row.flaws.push('filled-from-merged')
    }
  }
}
