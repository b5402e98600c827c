import type { Child } from 'hono/jsx'
import type { Locale } from '../../language/locales.ts'
import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import { Bilingual, type Passage } from '../../ui/bilingual.tsx'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { CordOfParties, type CordState } from '../../ui/cord.tsx'
import { ErrorSummary } from '../../ui/form.tsx'
import { Status, type Tone } from '../../ui/status.tsx'
import type { Agreement, Clause, Party, Signatory } from '../agreement.ts'
import { paragraphsOf } from '../document/paragraphs.ts'
import type { Standing } from '../policy.ts'
import { contentFor, groupedParties, languageIn, listed, partyName, type Reader, sidesOf } from './words.ts'

const tones: Record<Standing, Tone> = {
  drafting: 'open',
  registered: 'open',
  approving: 'waiting',
  preparing: 'active',
  signing: 'active',
  'in-force': 'done',
  suspended: 'waiting',
  ended: 'ended',
  terminated: 'ended',
}

export const StandingStatus = ({ t, standing }: { t: Catalogue; standing: Standing }) => (
  <Status tone={tones[standing]}>{t.agreements.standings[standing]}</Status>
)

/** The way here; below the agreement itself `here` names the page. */
export function Trail({ t, locale, agreement, here }: Reader & { agreement?: Agreement | undefined; here: string }) {
  const list = { href: `/${locale}/agreements`, label: t.agreements.list.title }
  // The reference: titles of agreements are long, and stand on the page anyway.
  const own = agreement ? [{ href: `/${locale}/agreements/${agreement.reference}`, label: agreement.reference }] : []
  return <Breadcrumb label={t.agreements.list.title} trail={[list, ...own]} here={here} />
}

/** What was refused, at the top of the page and announced. */
export const Errors = ({ t, errors }: { t: Catalogue; errors: Record<string, string> | undefined }) => (
  <ErrorSummary title={t.errors.summary} errors={errors ?? {}} />
)

/** Parties in the order of display; those of one alliance together, under its name. */
export function Parties({ t, locale, parties }: Reader & { parties: Party[] }) {
  return (
    <ul class="stack" role="list">
      {groupedParties(parties).map(({ alliance, parties: members }) => (
        <li>
          {alliance ? (
            <>
              <p class="soft">
                {t.agreements.parties.alliance({
                  alliance: contentFor(alliance.name, locale).text,
                  count: members.length,
                })}
              </p>
              <ul>
                {members.map((party) => (
                  <li>
                    <PartyName party={party} locale={locale} />
                  </li>
                ))}
              </ul>
            </>
          ) : (
            members.map((party) => <PartyName party={party} locale={locale} />)
          )}
        </li>
      ))}
    </ul>
  )
}

export function PartyName({ party, locale }: { party: Party; locale: Locale }) {
  const name = contentFor(party.name, locale)
  return <span lang={name.locale}>{name.text}</span>
}

/** The two sides and the cord between them, tied once all have signed. */
export function PartiesCord({ t, locale, agreement, state }: Reader & { agreement: Agreement; state?: CordState }) {
  const { left, right } = sidesOf(agreement)
  const names = (parties: Party[]) =>
    listed(
      parties.map((party) => partyName(party, locale)),
      locale,
    )
  const isTied = agreement.inForce !== null
  const label = (isTied ? t.agreements.parties.tied : t.agreements.parties.untied)({
    left: names(left),
    right: names(right),
  })
  const shown = (parties: Party[]) => parties.map((party) => <PartyName party={party} locale={locale} />)
  return (
    <CordOfParties
      state={state ?? (isTied ? 'tied' : 'untied')}
      label={label}
      left={shown(left)}
      right={shown(right)}
    />
  )
}

/** Plain text as it goes on paper: paragraphs, each with its number before it. */
export const Paragraphs = ({ text }: { text: string }) => (
  <>
    {paragraphsOf(text).map(({ marker, lines }) => (
      <p>
        {marker ? `${marker} ` : ''}
        {lines.flatMap((line, index) => (index === 0 ? [line] : [<br />, line]))}
      </p>
    ))}
  </>
)

type TextProps = Reader & {
  agreement: Agreement
  /** What stands beside a clause: its state, and what can be done with it. */
  aside?: (clause: Clause) => Child
}

/** The text in its authentic languages side by side, each passage in its own language. */
export function AgreementText({ t, locale, agreement, aside }: TextProps) {
  const { languages } = agreement
  const preamble: Passage = {
    id: 'preamble',
    texts: languages.map((language) => {
      const text = agreement.preamble[language]
      return text ? <Paragraphs text={text} /> : null
    }),
  }
  return (
    <Bilingual
      languages={languages.map((language) => ({ locale: language, label: languageIn(language, locale) }))}
      missing={t.agreements.facts.missing}
      passages={[preamble, ...agreement.clauses.map((clause) => passageOf(clause, languages, aside))]}
    />
  )
}

function passageOf(clause: Clause, languages: Locale[], aside: TextProps['aside']): Passage {
  return {
    id: `clause-${clause.number}`,
    texts: languages.map((language) => {
      const text = clause.texts[language]
      if (!text) return null
      return (
        <>
          <h3>
            {clause.number}. {text.heading}
          </h3>
          <Paragraphs text={text.body} />
        </>
      )
    }),
    aside: aside?.(clause),
  }
}

export const officeOf = (signatory: Signatory, locale: Locale): string => contentFor(signatory.office, locale).text

/** An office and where it is held: Japanese names the organisation first. */
export function OfficeAt({ signatory, party, locale }: { signatory: Signatory; party: Party; locale: Locale }) {
  const office = officeOf(signatory, locale)
  const organisation = <PartyName party={party} locale={locale} />
  if (locale === 'ja')
    return (
      <>
        {organisation} {office}
      </>
    )
  return (
    <>
      {office}, {organisation}
    </>
  )
}
