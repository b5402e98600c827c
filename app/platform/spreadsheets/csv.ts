/** The media type of what `csvOf` gives. */
export const CSV = 'text/csv; charset=utf-8'

/**
 * Cells as spreadsheets read them: UTF-8 with a byte order mark and CR LF, so that Excel takes it for what it is, every cell quoted
 * (RFC 4180), and none that a spreadsheet would run as a formula, in full width either: such a cell begins with an apostrophe.
 */
export const csvOf = (rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`

function cell(value: string | number): string {
  const text = typeof value === 'string' ? withoutFormula(value) : String(value)
  return `"${text.replaceAll('"', '""')}"`
}

/** With apostrophes before it, too, so that the one that is put there can be told from those that were. */
const FORMULA = /^'*\s*[=+\-@\t\r＝＋－＠]/u

const withoutFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

/** A cell as it was before `csvOf` made it harmless. */
export const withFormula = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text
