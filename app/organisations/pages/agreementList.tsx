import { dateText } from '../../language/dates.ts'
import { pick } from '../../language/translated.ts'
import { Lines } from '../../ui/card.tsx'
import type { PublicAgreement } from '../queries.ts'
import type { Reader } from './profileText.tsx'

/** Links to the public pages of agreements, with the day they end. */
export function AgreementList({
  agreements,
  empty,
  t,
  locale,
}: Reader & { agreements: PublicAgreement[]; empty: string }) {
  if (agreements.length === 0) return <p class="soft">{empty}</p>
  return (
    <Lines>
      {agreements.map(({ reference, title, until }) => {
        const shown = pick(title, locale)
        return (
          <div>
            <a href={`/${locale}/agreements/${reference}`} lang={shown?.locale === locale ? undefined : shown?.locale}>
              {shown?.text ?? reference}
            </a>
            <p class="soft small">
              {reference}
              {until ? ` · ${t.organisations.list.until({ date: dateText(locale, until) })}` : ''}
            </p>
          </div>
        )
      })}
    </Lines>
  )
}
