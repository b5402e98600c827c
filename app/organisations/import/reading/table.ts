import type { Encoding, Evidence } from './encoding.ts'

/** What is told of the file as a whole. */
export type FileNote =
  | { code: 'formulas'; count: number }
  | { code: 'merged'; count: number }
  | { code: 'hidden-sheets'; names: string }
  | { code: 'more-sheets'; names: string }
  | { code: 'title-rows'; count: number }
  | { code: 'undecodable'; count: number }

/** One row of cells, as written, with its number as a spreadsheet shows it. */
export type SourceRow = {
  number: number
  cells: string[]
  /** What was wrong with the row itself. */
  flaws: ('broken-quote' | 'too-many-cells' | 'too-few-cells' | 'undecodable' | 'filled-from-merged')[]
}

export type Sheet = { name: string; isHidden: boolean; rows: SourceRow[]; merged: number; formulas: number }

export type Table = {
  kind: 'csv' | 'xlsx'
  encoding: { encoding: Encoding; evidence: Evidence } | null
  separator: string | null
  sheets: { name: string; isHidden: boolean; rows: number }[]
  sheet: string | null
  headerRow: number
  headers: string[]
  rows: SourceRow[]
  notes: FileNote[]
}

export type ReadingRefusal = {
  refused:
    | 'no-file'
    | 'file-too-large'
    | 'other-file'
    | 'old-workbook'
    | 'macros'
    | 'bomb'
    | 'damaged-file'
    | 'too-many-rows'
    | 'too-many-columns'
    | 'no-rows'
}
