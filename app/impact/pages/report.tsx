import { dateText } from '../../language/dates.ts'
import type { Locale } from '../../language/locales.ts'
import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { TextField } from '../../ui/inputs.tsx'
import { Empty, Notice } from '../../ui/notice.tsx'
import { Table } from '../../ui/table.tsx'
import type { CountedRow, Indicator } from '../indicators/indicator.ts'
import type { Period } from '../period.ts'
import type { Report, ReportPlace } from '../reporting.ts'
import { daysText } from '../paper/reportSheet.ts'
import type { Sheet } from '../paper/sheet.ts'
import { Sections } from './sheet.tsx'

type Reader = { t: Catalogue; locale: Locale }

/** The report for a programme officer: each figure with what it counts, of which days, and the way to its rows. */
export function ReportPage({ t, locale, report, sheet }: Reader & { report: Report; sheet: Sheet }) {
  const words = t.impact.report
  const { place, period } = report
  const query = `from=${period.from}&until=${period.until}`
  const here = `/${locale}/reports/${place.slug}`
  return (
    <article class="stack-wide">
      <header class="stack">
        <h1>{sheet.title}</h1>
        <p class="lede">{sheet.subtitle}</p>
        {sheet.mark ? <Notice kind="care" title={sheet.mark} /> : null}
      </header>
      <Form action={here} method="get" class="row row-fields">
        <TextField name="from" type="date" label={words.from} value={period.from} />
        <TextField name="until" type="date" label={words.until} value={period.until} />
        <FormActions>
          <Button kind="secondary">{words.show}</Button>
        </FormActions>
      </Form>
      <Sections locale={locale} sections={sheet.sections} />
      <div class="row">
        <ButtonLink href={`${here}?${query}&format=pdf`}>{words.pdf}</ButtonLink>
        <ButtonLink href={`${here}?${query}&format=xlsx`}>{words.xlsx}</ButtonLink>
        <ButtonLink href={`${here}?${query}&format=csv`}>{words.csv}</ButtonLink>
      </div>
    </article>
  )
}

type RowsProps = Reader & { place: ReportPlace; period: Period; indicator: Indicator['key']; rows: CountedRow[] }

/** The rows behind a figure: it is their number, and each leads to where it can be checked. */
export function RowsPage(props: RowsProps) {
  const { t, locale, place, period, indicator: key, rows } = props
  const words = t.impact.report
  const indicator = t.impact.indicators[key]
  const here = `/${locale}/reports/${place.slug}`
  const query = `from=${period.from}&until=${period.until}`
  return (
    <article class="stack-wide">
      <header class="stack">
        <p class="soft">
          <a href={`${here}?${query}`}>{words.back}</a>
        </p>
        <h1>{indicator.name}</h1>
        <p class="lede">{words.count({ count: rows.length, days: daysText(locale, period) })}</p>
        <p>{indicator.definition}</p>
      </header>
      {rows.length === 0 ? (
        <Empty title={words.none.title}>
          <p>{words.none.body}</p>
        </Empty>
      ) : (
        <Table
          caption={indicator.name}
          hidesCaption
          columns={[{ label: words.columns.what }, { label: words.columns.day }]}
          rows={rows.map(({ text, day, path }) => [
            path ? <a href={`/${locale}${path}`}>{text(t, locale)}</a> : text(t, locale),
            dateText(locale, day),
          ])}
        />
      )}
      <div class="row">
        <ButtonLink href={`${here}/${key}?${query}&format=xlsx`}>{words.xlsx}</ButtonLink>
        <ButtonLink href={`${here}/${key}?${query}&format=csv`}>{words.csv}</ButtonLink>
      </div>
    </article>
  )
}
