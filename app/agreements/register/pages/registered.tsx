import { dateText } from '../../../language/dates.ts'
import { countryName } from '../../../language/countries.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { Agreement, Registration } from '../../agreement.ts'
import { ActivityLog, type ActivityLine } from '../../pages/activityLog.tsx'
import { Parties, StandingStatus, Trail } from '../../pages/parts.tsx'
import { Remarks } from '../../pages/publicPage.tsx'
import { dayOf, languagesListed, leadOf, monthsText, partyName, type Reader, titleFor } from '../../pages/words.ts'

export type RegisteredData = Reader & {
  agreement: Agreement
  registration: Registration
  keeps: boolean
  people: Map<string, string>
  activity: ActivityLine[]
  olderActivity: number | null
}

/** An agreement that was signed elsewhere: what is known of it, and what is not. */
export function RegisteredAgreement(props: RegisteredData) {
  const { t, locale, agreement, keeps } = props
  const title = titleFor(agreement, locale)
  const words = t.register
  const here = `/${locale}/agreements/${agreement.reference}`
  return (
    <article class="stack-wide">
      <header class="stack">
        <Trail {...props} agreement={undefined} here={agreement.reference} />
        <p class="soft">{t.agreements.kinds[agreement.kind]}</p>
        <h1 lang={title.locale}>{title.text}</h1>
        <div class="row">
          <StandingStatus t={t} standing={agreement.standing} />
          {agreement.inForce ? <ButtonLink href={`${here}/life`}>{t.life.title}</ButtonLink> : null}
          {keeps ? <ButtonLink href={`${here}/registration`}>{words.correct}</ButtonLink> : null}
        </div>
      </header>
      <Remarks {...props} />
      <Notice kind="note" title={words.elsewhereTitle}>
        <p>{words.elsewhereBody}</p>
      </Notice>
      <section class="stack" aria-labelledby="facts">
        <h2 id="facts">{t.agreements.facts.title}</h2>
        <RegisteredFacts {...props} />
      </section>
      <ActivityLog {...props} lines={props.activity} older={props.olderActivity} />
    </article>
  )
}

function RegisteredFacts(props: RegisteredData) {
  const { t, locale, agreement, registration, people } = props
  const words = t.register.facts
  const unknown = <span class="soft">{t.register.unknown}</span>
  const lead = leadOf(agreement)
  const { inForce } = agreement
  const { scan } = registration
  return (
    <Facts
      items={[
        { term: t.agreements.facts.reference, value: <code>{agreement.reference}</code> },
        { term: t.agreements.parties.title, value: <Parties {...props} parties={agreement.parties} /> },
        { term: words.others, value: registration.others.length > 0 ? <Others {...props} /> : null },
        {
          term: words.languages,
          value: agreement.languages.length > 0 ? languagesListed(agreement.languages, locale) : unknown,
        },
        { term: words.signedOn, value: registration.signedOn ? dateText(locale, registration.signedOn) : unknown },
        { term: words.term, value: agreement.termMonths ? monthsText(locale, agreement.termMonths) : unknown },
        {
          term: words.inForce,
          value: inForce
            ? t.agreements.facts.inForce({
                from: dayOf(inForce.from, agreement, locale),
                until: dateText(locale, inForce.until),
              })
            : unknown,
        },
        { term: words.notice, value: agreement.noticeMonths ? monthsText(locale, agreement.noticeMonths) : unknown },
        { term: words.responsible, value: people.get(registration.responsiblePersonId ?? '') ?? unknown },
        { term: words.contacts, value: registration.contacts ?? unknown },
        {
          term: words.scan,
          value: scan ? <a href={`/${locale}/agreements/${agreement.reference}/scan`}>{scan.name}</a> : words.noScan,
        },
        { term: words.source, value: registration.source ?? unknown },
        { term: words.note, value: registration.note },
        {
          term: words.registered,
          value: words.registeredBy({
            party: lead ? partyName(lead, locale) : '',
            date: dayOf(registration.registeredAt, agreement, locale),
          }),
        },
      ]}
    />
  )
}

function Others({ locale, registration }: RegisteredData) {
  return (
    <ul role="list">
      {registration.others.map(({ name, country }) => (
        <li>{country ? `${name} (${countryName(country, locale) ?? country})` : name}</li>
      ))}
    </ul>
  )
}
