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
import { FigureChart } from './chart.tsx'

type Reader = { t: Catalogue; locale: Locale }

const days = ({ locale }: Reader, { from, until }: Period): string =>
  `${dateText(locale, from)} – ${dateText(locale, until)}`

/** The report for a programme officer: each figure with what it counts, of which days, and the way to its rows. */
export function ReportPage(props: Reader & { report: Report; title: string; isDemonstration: boolean }) {
  const { t, locale, report, title, isDemonstration } = props
  const words = t.impact.report
  const { place, period, periodBefore, figures } = report
  const query = `from=${period.from}&until=${period.until}`
  const here = `/${locale}/reports/${place.slug}`
  return (
    <article class="stack-wide">
      <header class="stack">
        <h1>{title}</h1>
        <p class="lede">{days(props, period)}</p>
        {isDemonstration ? <Notice kind="care" title={words.demonstration} /> : null}
      </header>
      <Form action={here} method="get" class="row">
        <TextField name="from" type="date" label={words.from} value={period.from} />
        <TextField name="until" type="date" label={words.until} value={period.until} />
        <FormActions>
          <Button kind="secondary">{words.show}</Button>
        </FormActions>
      </Form>
      <section class="stack" aria-labelledby="figures">
        <h2 id="figures">{words.figures}</h2>
        <FigureChart
          label={words.chart}
          now={days(props, period)}
          before={days(props, periodBefore)}
          bars={figures.map(({ key, count, countBefore }) => ({
            name: t.impact.indicators[key].name,
            count,
            countBefore,
          }))}
        />
        <Table
          caption={words.figures}
          hidesCaption
          columns={[
            { label: words.columns.indicator },
            { label: words.columns.now, isNumeric: true },
            { label: words.columns.before, isNumeric: true },
            { label: words.columns.definition },
          ]}
          rows={figures.map(({ key, count, countBefore }) => [
            <a href={`${here}/${key}?${query}`}>{t.impact.indicators[key].name}</a>,
            String(count),
            String(countBefore),
            t.impact.indicators[key].definition,
          ])}
        />
        <p class="soft small">
          {words.note({ from: dateText(locale, periodBefore.from), until: dateText(locale, periodBefore.until) })}
        </p>
      </section>
      <div class="row">
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
        <p class="lede">{words.count({ count: rows.length, days: days(props, period) })}</p>
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
        <ButtonLink href={`${here}/${key}?${query}&format=csv`}>{words.csv}</ButtonLink>
      </div>
    </article>
  )
}
