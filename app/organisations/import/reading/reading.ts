import type { ReadingChoices } from '../choices.ts'
import { readCsv } from './csv.ts'
import { decode, detectEncoding } from './encoding.ts'
import { detectHeaderRow } from './header.ts'
import { LARGEST_FILE, MOST_ROWS } from './limits.ts'
import { detectSeparator } from './separator.ts'
import type { FileNote, ReadingRefusal, Sheet, SourceRow, Table } from './table.ts'
import { readXlsx } from './xlsx.ts'

/** Reads a member list as chosen, and by what it shows where nothing was chosen. */
export async function readTable(bytes: Uint8Array, choices: ReadingChoices): Promise<Table | ReadingRefusal> {
  if (bytes.length === 0) return { refused: 'no-file' }
  if (bytes.length > LARGEST_FILE) return { refused: 'file-too-large' }
  const kind = kindOf(bytes)
  if (kind === 'old-workbook' || kind === 'other-file') return { refused: kind }
  return kind === 'xlsx' ? readWorkbook(bytes, choices) : readText(bytes, choices)
}

/** By the first bytes: a zip, an old compound file (.xls, or a workbook with a password), a picture or a PDF, or else a text. */
export function kindOf(bytes: Uint8Array): 'csv' | 'xlsx' | 'old-workbook' | 'other-file' {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  if (start.startsWith('PK\u0003\u0004')) return 'xlsx'
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0')) return 'old-workbook'
  return /^(%PDF|\u0089PNG|\u00ff\u00d8\u00ff|GIF8|\u007fELF|Rar!|7z)/.test(start) ? 'other-file' : 'csv'
}

function readText(bytes: Uint8Array, choices: ReadingChoices): Table | ReadingRefusal {
  const detected = detectEncoding(bytes)
  const encoding = choices.encoding
    ? { encoding: choices.encoding, evidence: evidenceFor(choices, detected) }
    : detected
  const text = decode(bytes, encoding.encoding).replace(/^\ufeff/, '')
  const separator = choices.separator ?? detectSeparator(text)
  const rows = readCsv(text, separator)
  if ('refused' in rows) return rows
  return table({ kind: 'csv', encoding, separator, sheets: [], sheet: null }, rows, choices, [])
}

const evidenceFor = (choices: ReadingChoices, detected: ReturnType<typeof detectEncoding>) =>
  choices.encoding === detected.encoding ? detected.evidence : ('chosen' as const)

async function readWorkbook(bytes: Uint8Array, choices: ReadingChoices): Promise<Table | ReadingRefusal> {
  const sheets = await readXlsx(bytes)
  if ('refused' in sheets) return sheets
  const chosen = sheetFor(sheets, choices.sheet)
  if (!chosen) return { refused: 'no-rows' }
  const others = sheets.filter((sheet) => sheet !== chosen && sheet.rows.length > 0)
  const notes = [
    ...named(
      'hidden-sheets',
      others.filter(({ isHidden }) => isHidden),
    ),
    ...named(
      'more-sheets',
      others.filter(({ isHidden }) => !isHidden),
    ),
    ...(chosen.merged > 0 ? [{ code: 'merged' as const, count: chosen.merged }] : []),
    ...(chosen.formulas > 0 ? [{ code: 'formulas' as const, count: chosen.formulas }] : []),
  ]
  const facts = sheets.map(({ name, isHidden, rows }) => ({ name, isHidden, rows: rows.length }))
  return table(
    { kind: 'xlsx', encoding: null, separator: null, sheets: facts, sheet: chosen.name },
    chosen.rows,
    choices,
    notes,
  )
}

/** The one that was chosen; else the longest of those that are shown. What somebody hid is taken only when it is asked for. */
function sheetFor(sheets: Sheet[], wanted: string | undefined): Sheet | undefined {
  const asked = sheets.find(({ name }) => name === wanted)
  if (asked) return asked
  return sheets.filter(({ isHidden }) => !isHidden).toSorted((one, other) => other.rows.length - one.rows.length)[0]
}

const named = (code: 'hidden-sheets' | 'more-sheets', sheets: Sheet[]): FileNote[] =>
  sheets.length > 0 ? [{ code, names: sheets.map(({ name }) => name).join(', ') }] : []

type Frame = Pick<Table, 'kind' | 'encoding' | 'separator' | 'sheets' | 'sheet'>

function table(frame: Frame, all: SourceRow[], choices: ReadingChoices, notes: FileNote[]): Table | ReadingRefusal {
  const headerRow = choices.headerRow ?? detectHeaderRow(all)
  const header = all.find(({ number }) => number === headerRow)
  const rows = all.filter(({ number, cells }) => number > headerRow && cells.some((cell) => cell.trim()))
  if (!header || rows.length === 0) return { refused: 'no-rows' }
  if (rows.length > MOST_ROWS) return { refused: 'too-many-rows' }
  const width = lastFilled(header.cells)
  const titles = all.filter(({ number, cells }) => number < headerRow && cells.some((cell) => cell.trim())).length
  const undecodable = rows.filter(({ flaws }) => flaws.includes('undecodable')).length
  return {
    ...frame,
    headerRow,
    headers: header.cells.slice(0, width).map((cell) => cell.replaceAll(/\s+/g, ' ').trim()),
    rows: rows.map((row) => fitted(row, width, frame.kind)),
    notes: [
      ...notes,
      ...(titles > 0 ? [{ code: 'title-rows' as const, count: titles }] : []),
      ...(undecodable > 0 ? [{ code: 'undecodable' as const, count: undecodable }] : []),
    ],
  }
}

const lastFilled = (cells: string[]): number => cells.findLastIndex((cell) => cell.trim()) + 1

/** A row as wide as its header; that cells were missing or too many is kept as a flaw where a file of text should have had them. */
function fitted(row: SourceRow, width: number, kind: Table['kind']): SourceRow {
  const filled = lastFilled(row.cells)
  const flaws = [...row.flaws]
  if (filled > width) flaws.push('too-many-cells')
  else if (kind === 'csv' && row.cells.length < width && row.cells.length < width - 1) flaws.push('too-few-cells')
  const cells = Array.from({ length: width }, (_, place) => (row.cells[place] ?? '').replaceAll('\u0000', ''))
  return { number: row.number, cells, flaws }
}
