import writeXlsxFile from 'write-excel-file/node'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A table for one sheet of a workbook; the first row names the columns where `hasHeader` says so. */
export type WorkbookSheet = { name: string; rows: (string | number)[][]; hasHeader?: boolean }

/** What a cell holds at most (Excel's own limit, in UTF-16 units). */
const LONGEST_CELL = 32_767
const LONGEST_NAME = 31
const WIDEST = 60

/** What no cell of a workbook can hold (XML 1.0), line ends and tabs excepted. */
// oxlint-disable-next-line no-control-regex -- these are the very characters
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

/** A workbook. Texts are written as texts, whatever they begin with, so that no spreadsheet takes one for a formula. */
export async function xlsxOf(sheets: WorkbookSheet[]): Promise<Uint8Array> {
  const names = uniqueNames(sheets)
  const written = sheets.map(({ rows, hasHeader }, index) => ({
    data: rows.map((row, at) => row.map((value) => cell(value, hasHeader === true && at === 0))),
    sheet: names[index]!,
    columns: widths(rows),
    ...(hasHeader ? { stickyRowsCount: 1 } : {}),
  }))
  return new Uint8Array(await writeXlsxFile(written).toBuffer())
}

const cell = (value: string | number, isHeader: boolean) =>
  typeof value === 'number'
    ? { value, type: Number }
    : {
        value: findable(value.replaceAll(FORBIDDEN, '').toWellFormed().slice(0, LONGEST_CELL)),
        type: String,
        wrap: true,
        alignVertical: 'top' as const,
        ...(isHeader ? { fontWeight: 'bold' as const } : {}),
      }

/**
 * The library looks texts up in a plain object, which already knows "constructor" and its like (4.1.1 writes a damaged file): such a text gets
 * a space behind it, which nobody sees and readers of lists drop.
 */
const findable = (text: string): string => (text in {} ? `${text} ` : text)

/** Wide enough for most of what stands in a column; a Japanese character takes the room of two. */
function widths(rows: WorkbookSheet['rows']): { width: number }[] {
  const columns = Math.max(0, ...rows.map((row) => row.length))
  return Array.from({ length: columns }, (_, column) => {
    const longest = Math.max(0, ...rows.map((row) => roomOf(String(row[column] ?? ''))))
    return { width: Math.min(WIDEST, Math.max(8, longest + 2)) }
  })
}

const roomOf = (text: string): number =>
  Math.max(...text.split('\n').map((line) => line.length + (line.match(/[\u1100-\uFFEF]/g)?.length ?? 0)))

/** Sheets have short names, each its own, without the signs that addresses of cells are made of. */
function uniqueNames(sheets: WorkbookSheet[]): string[] {
  const taken = new Set<string>()
  return sheets.map(({ name }, index) => {
    const plain =
      name
        .replaceAll(/[[\]:*?/\\]/g, ' ')
        .replace(/^'|'$/g, '')
        .trim()
        .slice(0, LONGEST_NAME) || 'Sheet'
    const own = taken.has(plain.toLowerCase()) ? `${plain.slice(0, LONGEST_NAME - 4)} ${index + 1}` : plain
    taken.add(own.toLowerCase())
    return own
  })
}
