import type { Locale } from '../../language/locales.ts'
import { timeRangeForReader } from '../../language/timesForReader.ts'
import { type Content, pick } from '../../language/translated.ts'
import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Cord, CordOfParties, CordRule } from '../../ui/cord.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Empty, Notice } from '../../ui/notice.tsx'
import type { Showcase } from '../queries.ts'
import { ceremony, lyon } from '../realCase.ts'

type Props = { t: Catalogue; locale: Locale; zone: string | null; showcase: Showcase; demo: boolean }

/** What Musubi is, what was tied with it here, and where to go on. */
export function HomeView({ t, locale, zone, showcase, demo }: Props) {
  const words = t.site.home
  return (
    <div class="stack-wide">
      <header class="stack">
        <h1 class="display">{words.title}</h1>
        <p class="lede">{words.lede}</p>
        <Actions t={t} locale={locale} showcase={showcase} />
      </header>
      <Tie t={t} locale={locale} showcase={showcase} />
      {demo ? <RealCase t={t} locale={locale} zone={zone} /> : null}
      <Steps t={t} />
      {demo ? (
        <Notice kind="note" title={words.demonstration.title}>
          <p>{words.demonstration.body}</p>
          <p>
            <a href={`/${locale}/about`}>{words.demonstration.more}</a>
          </p>
        </Notice>
      ) : (
        <p>
          <a href={`/${locale}/about`}>{words.demonstration.more}</a>
        </p>
      )}
    </div>
  )
}

function Actions({ t, locale, showcase }: Pick<Props, 't' | 'locale' | 'showcase'>) {
  const { actions } = t.site.home
  const { agreement, alliance } = showcase
  return (
    <div class="row">
      {agreement ? (
        <ButtonLink kind="primary" href={`/${locale}/agreements/${agreement.reference}`}>
          {actions.agreement}
        </ButtonLink>
      ) : null}
      {alliance ? <ButtonLink href={`/${locale}/alliances/${alliance.slug}`}>{actions.alliance}</ButtonLink> : null}
      <ButtonLink href={agreement ? `/${locale}/verify/${agreement.reference}` : `/${locale}/verify`}>
        {actions.verify}
      </ButtonLink>
    </div>
  )
}

function Tie({ t, locale, showcase }: Pick<Props, 't' | 'locale' | 'showcase'>) {
  const words = t.site.home
  const { agreement } = showcase
  if (!agreement)
    return (
      <section class="stack">
        <Cord state="untied" label={words.untied} />
        <Empty
          title={words.empty.title}
          action={<ButtonLink href={`/${locale}/organisations`}>{words.empty.action}</ButtonLink>}
        >
          <p>{words.empty.body}</p>
        </Empty>
      </section>
    )
  const list = new Intl.ListFormat(locale)
  const text = (names: Content[]) =>
    list.format(names.map((name) => pick(name.text, locale, name.original)?.text ?? ''))
  const title = pick(agreement.title, locale)
  return (
    <section class="stack" aria-labelledby="tie">
      <h2 id="tie" class="centred" lang={title?.locale === locale ? undefined : title?.locale}>
        {title?.text}
      </h2>
      <CordOfParties
        state="tied"
        label={words.tied({ left: text(agreement.others), right: text(agreement.inAlliance) })}
        left={agreement.others.map((name) => named(name, locale))}
        right={agreement.inAlliance.map((name) => named(name, locale))}
      />
    </section>
  )
}

/** Names that are alike in every language are marked with their own. */
function named(name: Content, locale: Locale) {
  const found = pick(name.text, locale, name.original)
  if (!found) return null
  const isOriginal = found.text === name.text[name.original]
  return <span lang={isOriginal ? name.original : found.locale}>{found.text}</span>
}

function RealCase({ t, locale, zone }: Pick<Props, 't' | 'locale' | 'zone'>) {
  const words = t.site.home.case
  const reader = zone ? { locale, zone } : { locale, ...(locale === 'ja' ? { zone: 'Asia/Tokyo' } : lyon) }
  return (
    <section class="columns" aria-labelledby="case">
      <div class="stack">
        <h2 id="case">{words.title}</h2>
        <p>{words.body}</p>
      </div>
      <Facts
        items={[
          { term: words.parties, value: words.partiesValue },
          { term: words.called, value: words.calledValue },
          {
            term: words.ceremony,
            value: (
              <>
                <Moment time={timeRangeForReader(ceremony.from, ceremony.to, reader)} />
                <span class="soft own-line">{words.ceremonyPlace}</span>
              </>
            ),
          },
          { term: words.purpose, value: words.purposeValue },
        ]}
      />
    </section>
  )
}

function Steps({ t }: Pick<Props, 't'>) {
  const { title, draft, sign, verify } = t.site.home.steps
  return (
    <section class="stack" aria-labelledby="steps">
      <CordRule />
      <h2 id="steps">{title}</h2>
      <div class="columns">
        {[draft, sign, verify].map((step) => (
          <div class="stack">
            <h3>{step.title}</h3>
            <p>{step.body}</p>
          </div>
        ))}
      </div>
    </section>
  )
}
