import { dateText } from '../../../language/dates.ts'
import type { Locale } from '../../../language/locales.ts'
import { nameLang, nameText } from '../../../organisations/pages/profileText.tsx'
import type { Catalogue } from '../../../platform/i18n/catalogue.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Lines } from '../../../ui/card.tsx'
import { Empty } from '../../../ui/notice.tsx'
import { Table } from '../../../ui/table.tsx'
import type { Named } from '../finding.ts'
import type { NeedMatch } from '../matching.ts'
import type { KeptNeed } from '../queries.ts'
import { OneNeed } from './matches.tsx'
import { NeedStatus } from './status.tsx'

type Reader = { t: Catalogue; locale: Locale }
type Listed = Reader & { needs: KeptNeed[] }
type Props = Listed & { forUs: { organisation: Named; matches: NeedMatch[] }[] }

/** What waits for the asker's review, then everything they keep, with where it stands. */
export function KeptList({ t, locale, needs, forUs }: Props) {
  const words = t.needs.kept
  const waiting = needs.filter(({ state, reviews }) => reviews && state === 'submitted')
  const others = needs.filter((need) => !waiting.includes(need))
  return (
    <div class="stack-wide">
      <header class="stack">
        <h1>{words.title}</h1>
        <p class="lede">{words.lede}</p>
        <div>
          <ButtonLink kind="primary" href={`/${locale}/needs/new`}>
            {t.needs.list.enter}
          </ButtonLink>
        </div>
      </header>
      {waiting.length > 0 ? <Rows t={t} locale={locale} needs={waiting} title={words.waiting} id="waiting" /> : null}
      {others.length > 0 ? <Rows t={t} locale={locale} needs={others} title={words.yours} id="yours" /> : null}
      {needs.length === 0 ? (
        <Empty title={words.none}>
          <p>{words.noneBody}</p>
        </Empty>
      ) : null}
      {forUs
        .filter(({ matches }) => matches.length > 0)
        .map((one) => (
          <ForUs t={t} locale={locale} {...one} />
        ))}
    </div>
  )
}

function ForUs({ t, locale, organisation, matches }: Reader & Props['forUs'][number]) {
  const id = `matches-${organisation.slug}`
  return (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id}>{t.needs.matches.forMember({ member: nameText(organisation.name, locale) })}</h2>
      <Lines>
        {matches.map((match) => (
          <OneNeed
            t={t}
            locale={locale}
            match={match}
            action={`/${locale}/needs/${match.reference}/dismissals`}
            hidden={{ organisation: organisation.slug }}
          />
        ))}
      </Lines>
    </section>
  )
}

function Rows({ t, locale, needs, title, id }: Listed & { title: string; id: string }) {
  const words = t.needs.kept
  return (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <Table
        caption={title}
        hidesCaption
        columns={[{ label: words.need }, { label: words.member }, { label: words.state }, { label: words.until }]}
        rows={needs.map((need) => [
          <a href={`/${locale}/needs/${need.reference}`} lang={nameLang(need.title, locale)}>
            {nameText(need.title, locale)}
          </a>,
          need.owner ? nameText(need.owner.name, locale) : '',
          <NeedStatus t={t} state={need.state} />,
          dateText(locale, need.expiresOn),
        ])}
      />
    </section>
  )
}
