import { CSV, csvOf } from '../platform/spreadsheets/csv.ts'
import { XLSX, xlsxOf, type WorkbookSheet } from '../platform/spreadsheets/xlsx.ts'
import type { Web } from '../web/env.ts'
import { sendFile } from '../web/files.ts'
import { sheetPdf } from './paper/pdf.ts'
import type { Sheet } from './paper/sheet.ts'

/**
 * A file in the form that the address asks for (`format=pdf`, `xlsx` or `csv`); null where it asks for the page. `name` is that of the file,
 * without its ending; `paper` is what PDF can be had of.
 */
export async function downloadAs(
  c: Web,
  name: string,
  { tables, paper }: { tables: () => WorkbookSheet[]; paper?: Sheet },
): Promise<Response | null> {
  const format = c.req.query('format')
  const created = c.var.services.clock.now()
  if (format === 'pdf' && paper)
    return sendFile(c, `${name}.pdf`, 'application/pdf', await sheetPdf(paper, { created }))
  if (format === 'xlsx') return sendFile(c, `${name}.xlsx`, XLSX, await xlsxOf(tables()))
  if (format === 'csv') return sendFile(c, `${name}.csv`, CSV, csvOf(oneBelowOther(tables())))
  return null
}

/** A CSV file has one table: several stand one below the other, each under its name. */
const oneBelowOther = (tables: WorkbookSheet[]): (string | number)[][] =>
  tables.length === 1 ? tables[0]!.rows : tables.flatMap(({ name, rows }) => [[name], ...rows, []])
