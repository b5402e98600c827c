import { Trail } from '../../agreements/pages/parts.tsx'
import { titleFor } from '../../agreements/pages/words.ts'
import type { Locale } from '../../language/locales.ts'
import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { daysText } from '../paper/reportSheet.ts'
import type { Sheet } from '../paper/sheet.ts'
import type { Review } from '../review/reviewing.ts'
import { Sections } from './sheet.tsx'

type Props = { t: Catalogue; locale: Locale; review: Review; sheet: Sheet }

/** A year of an agreement, for both boards: on the page, on paper, and as a table. */
export function ReviewPage({ t, locale, review, sheet }: Props) {
  const { agreement, year, years } = review
  const title = titleFor(agreement, locale)
  const here = `/${locale}/agreements/${agreement.reference}/review`
  return (
    <article class="stack-wide">
      <header class="stack">
        <Trail t={t} locale={locale} zone={null} agreement={agreement} here={t.review.short} />
        <h1>{sheet.title}</h1>
        <p class="lede" lang={title.locale}>
          {title.text}
        </p>
        <p>{daysText(locale, year)}</p>
        {sheet.mark ? <Notice kind="care" title={sheet.mark} /> : null}
      </header>
      {years.length > 1 ? (
        <nav class="row" aria-label={t.review.years}>
          {years.map(({ number }) => (
            <a href={`${here}?year=${number}`} aria-current={number === year.number ? 'page' : undefined}>
              {t.review.title({ year: number })}
            </a>
          ))}
        </nav>
      ) : null}
      <Sections locale={locale} sections={sheet.sections} />
      <div class="row">
        <ButtonLink href={`${here}?year=${year.number}&format=pdf`}>{t.impact.report.pdf}</ButtonLink>
        <ButtonLink href={`${here}?year=${year.number}&format=xlsx`}>{t.impact.report.xlsx}</ButtonLink>
        <ButtonLink href={`${here}?year=${year.number}&format=csv`}>{t.impact.report.csv}</ButtonLink>
        <ButtonLink href={`/${locale}/agreements/${agreement.reference}/life`}>{t.life.title}</ButtonLink>
      </div>
    </article>
  )
}
