/**
 * Cells as spreadsheets read them: UTF-8 with a byte order mark and CR LF, so that Excel takes it for what it is, every cell quoted
 * (RFC 4180), and none that a spreadsheet would run as a formula, in full width either: such a cell begins with an apostrophe.
 */
export const csvOf = (rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`

function cell(value: string | number): string {
  const text = String(value)
  const isFormula = typeof value === 'string' && /^\s*[=+\-@\t\r＝＋－＠]/u.test(text)
  return `"${(isFormula ? `'${text}` : text).replaceAll('"', '""')}"`
}
