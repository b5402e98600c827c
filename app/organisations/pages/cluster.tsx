import { countryName } from '../../language/countries.ts'
import { dateText } from '../../language/dates.ts'
import type { Locale } from '../../language/locales.ts'
import { pick } from '../../language/translated.ts'
import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Table } from '../../ui/table.tsx'
import type { ClusterPage, Figure } from '../queries.ts'
import { nameText, Passage, ProfileName, type Reader } from './profileText.tsx'

/** A cluster: what it says of itself, who runs it, and figures with what they count. */
export function ClusterView({ t, locale, cluster }: Reader & { cluster: ClusterPage }) {
  const words = t.organisations.cluster
  const { managing } = cluster
  return (
    <div class="stack-wide">
      <Breadcrumb
        label={t.organisations.list.title}
        trail={[{ href: `/${locale}/organisations`, label: t.organisations.list.title }]}
        here={nameText(cluster.name, locale)}
      />
      <header class="stack">
        <p class="soft">{words.kicker}</p>
        <h1>
          <ProfileName name={cluster.name} locale={locale} />
        </h1>
      </header>
      {cluster.description ? (
        <Passage content={cluster.description} t={t} locale={locale} />
      ) : (
        <p class="soft">{words.noDescription}</p>
      )}
      <Facts
        items={[
          {
            term: words.regions,
            value: (
              <>
                <ProfileName name={cluster.regions} locale={locale} />
                {locale === 'ja' ? '、' : ', '}
                {countryName(managing.country, locale)}
              </>
            ),
          },
          {
            term: words.managing,
            value: (
              <a href={`/${locale}/organisations/${managing.slug}`}>
                <ProfileName name={managing.name} locale={locale} />
              </a>
            ),
          },
          {
            term: words.alliances,
            value: cluster.alliances.length
              ? cluster.alliances.map((alliance) => (
                  <a href={`/${locale}/alliances/${alliance.slug}`}>
                    <ProfileName name={alliance.name} locale={locale} />
                  </a>
                ))
              : null,
          },
          {
            term: t.organisations.organisation.website,
            value: managing.website ? (
              <a href={managing.website} rel="noopener">
                {new URL(managing.website).host}
              </a>
            ) : null,
          },
        ]}
      />
      <section class="stack" aria-labelledby="figures-title">
        <h2 id="figures-title">{words.figures}</h2>
        {cluster.figures.length ? (
          <FigureTable t={t} locale={locale} figures={cluster.figures} />
        ) : (
          <p class="soft">{words.noFigures}</p>
        )}
      </section>
    </div>
  )
}

function FigureTable({ t, locale, figures }: Reader & { figures: Figure[] }) {
  const words = t.organisations.cluster
  return (
    <>
      <Table
        caption={words.figures}
        hidesCaption
        columns={[
          { label: words.value },
          { label: words.counted },
          { label: words.scope },
          { label: words.asOf },
          { label: words.source },
        ]}
        rows={figures.map((figure) => [
          figureText(figure, t, locale),
          <Counted t={t} locale={locale} figure={figure} />,
          words.scopes[figure.scope],
          <span class="nowrap">{dateText(locale, figure.asOf)}</span>,
          <>
            <q lang={languageOf(figure.source)}>{figure.source}</q>
            {figure.citation ? <span class="soft small own-line">{pick(figure.citation, locale)?.text}</span> : null}
          </>,
        ])}
      />
      <p class="soft small">{words.figuresNote}</p>
    </>
  )
}

function Counted({ t, locale, figure }: Reader & { figure: Figure }) {
  const { named } = figure
  return (
    <>
      <ProfileName name={figure.counted} locale={locale} />
      {named ? (
        <span class="soft small own-line">
          {t.organisations.cluster.named({ names: new Intl.ListFormat(locale).format(named) })}
        </span>
      ) : null}
    </>
  )
}

/** `about 100`, `約100`: a figure is never shown without its qualifier. */
const figureText = (figure: Pick<Figure, 'value' | 'qualifier'>, t: Catalogue, locale: Locale): string =>
  t.organisations.cluster[figure.qualifier]({ value: new Intl.NumberFormat(locale).format(figure.value) })

/** Sources keep their own words; kana or kanji say which language those are in. */
const languageOf = (text: string): Locale | undefined =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? 'ja' : undefined
