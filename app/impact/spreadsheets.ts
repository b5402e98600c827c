import type { Locale } from '../language/locales.ts'
import { textFor } from '../organisations/profileText.ts'
import type { Catalogue } from '../platform/i18n/catalogue.ts'
import type { WorkbookSheet } from '../platform/spreadsheets/xlsx.ts'
import type { CountedRow } from './indicators/indicator.ts'
import type { Sheet } from './paper/sheet.ts'
import type { Report } from './reporting.ts'

/** The report as a table for spreadsheets: each figure with its definition, its period and that of comparison. */
export function reportTable(t: Catalogue, locale: Locale, report: Report): WorkbookSheet[] {
  const { place, period, periodBefore, figures } = report
  const { columns, organisation, sheet } = t.impact.report
  const rows = [
    [organisation, textFor(place.name, locale)?.text ?? place.slug],
    [
      columns.indicator,
      `${period.from} – ${period.until}`,
      `${periodBefore.from} – ${periodBefore.until}`,
      columns.definition,
    ],
    ...figures.map(({ key, count, countBefore }) => {
      const indicator = t.impact.indicators[key]
      return [indicator.name, count, countBefore, indicator.definition]
    }),
  ]
  return [{ name: sheet, rows }]
}

/** The rows behind one figure. */
export function rowsTable(t: Catalogue, locale: Locale, origin: string, name: string, found: CountedRow[]) {
  const { day, what, address } = t.impact.report.columns
  const rows = found.map((row) => [row.day, row.text(t, locale), row.path ? `${origin}/${locale}${row.path}` : ''])
  return [{ name, rows: [[day, what, address], ...rows], hasHeader: true }] satisfies WorkbookSheet[]
}

/** What stands on paper, section by section: what it is first, then each table on a sheet of its own. */
export function sheetTables({ title, subtitle, mark, sections }: Sheet): WorkbookSheet[] {
  const about = [[title], [subtitle], ...(mark ? [[mark]] : [])]
  return [
    {
      name: title,
      rows: [...about, ...sections.flatMap(({ heading, texts }) => texts.map((text) => [heading, text]))],
    },
    ...sections.flatMap(({ heading, table }) => (table?.rows.length ? [sectionTable(heading, table)] : [])),
  ]
}

function sectionTable(name: string, { columns, rows }: NonNullable<Sheet['sections'][number]['table']>): WorkbookSheet {
  const valueOf = (text: string, place: number) =>
    columns[place]?.isNumeric && /^\d+$/.test(text) ? Number(text) : text
  return {
    name,
    rows: [columns.map(({ label }) => label), ...rows.map((row) => row.map(({ text }, place) => valueOf(text, place)))],
    hasHeader: true,
  }
}
