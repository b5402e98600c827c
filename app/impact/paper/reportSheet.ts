import { dateText } from '../../language/dates.ts'
import type { Locale } from '../../language/locales.ts'
import { textFor } from '../../organisations/profileText.ts'
import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import type { Period } from '../period.ts'
import type { Report } from '../reporting.ts'
import { cell, type Sheet } from './sheet.ts'

export const daysText = (locale: Locale, { from, until }: Period): string =>
  `${dateText(locale, from)} – ${dateText(locale, until)}`

/** The figures of an organisation for a programme officer: each with what it counts, of which days, beside those before. */
export function reportSheet(t: Catalogue, locale: Locale, report: Report, isDemonstration: boolean): Sheet {
  const { place, period, periodBefore, figures } = report
  const words = t.impact.report
  const organisation = textFor(place.name, locale)?.text ?? place.slug
  return {
    locale,
    title: words.title({ organisation }),
    subtitle: daysText(locale, period),
    mark: isDemonstration ? words.demonstration : null,
    author: organisation,
    sections: [
      {
        heading: words.figures,
        texts: [words.note({ from: dateText(locale, periodBefore.from), until: dateText(locale, periodBefore.until) })],
        chart: {
          now: daysText(locale, period),
          before: daysText(locale, periodBefore),
          bars: figures.map(({ key, ...counts }) => ({ name: t.impact.indicators[key].name, ...counts })),
        },
        table: {
          columns: [
            { label: words.columns.indicator },
            { label: words.columns.now, isNumeric: true },
            { label: words.columns.before, isNumeric: true },
            { label: words.columns.definition },
          ],
          rows: figures.map(({ key, count, countBefore }) => [
            cell(
              t.impact.indicators[key].name,
              `/reports/${place.slug}/${key}?from=${period.from}&until=${period.until}`,
            ),
            cell(count),
            cell(countBefore),
            cell(t.impact.indicators[key].definition),
          ]),
        },
      },
    ],
  }
}
