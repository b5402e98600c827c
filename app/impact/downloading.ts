import { csvOf } from '../events/registration/csv.ts'
import type { Web } from '../web/env.ts'
import { sheetPdf } from './paper/pdf.ts'
import type { Sheet } from './paper/sheet.ts'

/** A sheet in the form that the address asks for; null where it asks for the page. `name` is that of the file, without its ending. */
export async function sheetAs(c: Web, sheet: Sheet, name: string): Promise<Response | null> {
  const format = c.req.query('format')
  const created = c.var.services.clock.now()
  if (format === 'pdf') return download(c, `${name}.pdf`, 'application/pdf', await sheetPdf(sheet, { created }))
  if (format === 'csv') return csv(c, name, sheetCsv(sheet))
  return null
}

export const csv = (c: Web, name: string, text: string): Response =>
  download(c, `${name}.csv`, 'text/csv; charset=utf-8', text)

const download = (c: Web, name: string, type: string, body: string | Uint8Array): Response =>
  c.body(typeof body === 'string' ? body : new Uint8Array(body), 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'private, no-store',
  })

/** Every table of a sheet, one below the other. */
const sheetCsv = ({ title, subtitle, mark, sections }: Sheet): string =>
  csvOf([
    [title],
    [subtitle],
    ...(mark ? [[mark]] : []),
    ...sections.flatMap(({ heading, texts, table }) => [
      [],
      [heading],
      ...texts.map((text) => [text]),
      ...(table && table.rows.length > 0
        ? [table.columns.map(({ label }) => label), ...table.rows.map((row) => row.map(({ text }) => text))]
        : []),
    ]),
  ])
