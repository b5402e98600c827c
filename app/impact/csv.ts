import { csvOf } from '../events/registration/csv.ts'
import type { Locale } from '../language/locales.ts'
import { textFor } from '../organisations/profileText.ts'
import type { Catalogue } from '../platform/i18n/catalogue.ts'
import type { CountedRow } from './indicators/indicator.ts'
import type { Report } from './reporting.ts'

/** The report as a table for spreadsheets: each figure with its definition, its period and that of comparison. */
export function reportCsv(t: Catalogue, locale: Locale, { place, period, periodBefore, figures }: Report): string {
  const words = t.impact.report
  return csvOf([
    [words.organisation, textFor(place.name, locale)?.text ?? place.slug],
    [
      words.columns.indicator,
      `${period.from} – ${period.until}`,
      `${periodBefore.from} – ${periodBefore.until}`,
      words.columns.definition,
    ],
    ...figures.map(({ key, count, countBefore }) => {
      const indicator = t.impact.indicators[key]
      return [indicator.name, count, countBefore, indicator.definition]
    }),
  ])
}

/** The rows behind one figure. */
export const rowsCsv = (t: Catalogue, locale: Locale, origin: string, rows: CountedRow[]): string =>
  csvOf([
    [t.impact.report.columns.day, t.impact.report.columns.what, t.impact.report.columns.address],
    ...rows.map(({ day, text, path }) => [day, text(t, locale), path ? `${origin}/${locale}${path}` : '']),
  ])
