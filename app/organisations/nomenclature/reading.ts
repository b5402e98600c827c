import readXlsxFile from 'read-excel-file/node'

/** A code with what it is called, in English as the workbook gives it; `parent` is null for the categories. */
export type Term = { code: string; parent: string | null; term: string }

const CODE = /^[A-Z](\d{2}){0,6}$/

/**
 * The terms of the official workbook: the sheet and the row are looked for that name the columns CODE and TERM. Null where there is none, or
 * where a code stands twice or under nothing: then it is no nomenclature.
 */
export async function readNomenclature(bytes: Uint8Array): Promise<Term[] | null> {
  const sheets = await readXlsxFile(Buffer.from(bytes)).catch(() => [])
  for (const { data } of sheets) {
    const terms = termsIn(data.map((row) => row.map((cell) => String(cell ?? '').trim())))
    if (terms) return terms
  }
  return null
}

/** The same for rows of cells. */
export function termsIn(rows: string[][]): Term[] | null {
  const head = rows.findIndex((row) => row.includes('CODE') && row.includes('TERM'))
  const columns = rows[head]
  if (!columns) return null
  const [code, term] = [columns.indexOf('CODE'), columns.indexOf('TERM')]
  const terms = rows
    .slice(head + 1)
    .map((row) => ({ code: row[code] ?? '', term: row[term] ?? '' }))
    .filter((row) => CODE.test(row.code) && row.term)
    .map((row) => ({ ...row, parent: row.code.length > 1 ? row.code.slice(0, row.code.length === 3 ? 1 : -2) : null }))
  const codes = new Set(terms.map((row) => row.code))
  const isWhole = terms.every(({ parent }) => parent === null || codes.has(parent))
  return terms.length > 0 && isWhole && codes.size === terms.length ? terms : null
}
