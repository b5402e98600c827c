import type { Locale } from '../../../language/locales.ts'
import { timeForReader } from '../../../language/timesForReader.ts'
import { langOf, type ProfileText, textFor } from '../../../organisations/profileText.ts'
import { storedNameText } from '../../../organisations/storedName.ts'
import type { Catalogue } from '../../../platform/i18n/catalogue.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { ErrorSummary, Form, FormActions } from '../../../ui/form.tsx'
import { Select, TextArea } from '../../../ui/inputs.tsx'
import { Moment } from '../../../ui/moment.tsx'
import { Status } from '../../../ui/status.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import type { Entries, FieldErrors } from '../../../web/forms.ts'
import type { Named, ReferralView } from '../queries.ts'
import type { Addressee } from '../responsible.ts'
import { isOpen, type PersonsAct } from '../standing.ts'
import { declineReasons } from '../tables.ts'
import { stageTones } from './list.tsx'

export type ReferralProps = {
  t: Catalogue
  locale: Locale
  zone: string | null
  view: ReferralView
  companies: { id: string; name: ProfileText }[]
  colleagues: Addressee[]
  entries: Entries
  errors: FieldErrors
}

/** One referral: what is asked, how far it has come, and what the reader may do. */
export function ReferralPage(props: ReferralProps) {
  const { t, locale, view, errors } = props
  const { referral } = view
  const words = t.referrals
  const subject = textFor(referral.subject, locale)
  const message = textFor(referral.message, locale)
  return (
    <article class="stack-wide">
      <ErrorSummary title={t.errors.summary} errors={errors} />
      <header class="stack">
        <p class="soft">
          <a href={`/${locale}/referrals`}>{words.title}</a> · <code>{referral.reference}</code>
        </p>
        <h1 lang={subject ? langOf(subject) : undefined}>{subject?.text}</h1>
        <div class="row">
          <Status tone={stageTones[referral.standing.stage]}>{words.stages[referral.standing.stage]}</Status>
          <span class="soft">{words.kinds[referral.kind]}</span>
          {referral.standing.stage === 'introduced' ? (
            <ButtonLink href={`/${locale}/outcomes/${referral.reference}`}>{t.impact.outcomes.title}</ButtonLink>
          ) : null}
        </div>
      </header>
      <p class="preserve-lines" lang={message ? langOf(message) : undefined}>
        {message?.text}
      </p>
      {view.need ? (
        <p>
          <a href={`/${locale}/needs/${view.need}`}>{words.toNeed({ reference: view.need })}</a>
        </p>
      ) : null}
      <Who {...props} />
      <div class="columns">
        <section class="stack" aria-labelledby="way">
          <h2 id="way">{words.way}</h2>
          <Way {...props} />
        </section>
        <section class="stack" aria-labelledby="acts">
          <h2 id="acts">{words.actsTitle}</h2>
          <Acts {...props} />
        </section>
      </div>
    </article>
  )
}

function Who({ t, locale, view }: ReferralProps) {
  const words = t.referrals.who
  const { asker, company, home, partner, referral } = view
  const hidden = <span class="soft">{words.hidden}</span>
  return (
    <Facts
      items={[
        { term: words.asker, value: asker ? <Party t={t} locale={locale} named={asker} /> : hidden },
        { term: words.home, value: textFor(home.name, locale)?.text },
        { term: words.partner, value: textFor(partner.name, locale)?.text },
        {
          term: words.company,
          value: company ? (
            <Party t={t} locale={locale} named={company} />
          ) : referral.standing.companyId ? (
            hidden
          ) : (
            <span class="soft">{words.notYet}</span>
          ),
        },
      ]}
    />
  )
}

function Party({ locale, named }: { t: Catalogue; locale: Locale; named: Named }) {
  const name = textFor(named.name, locale)
  return (
    <>
      <a href={`/${locale}/members/${named.slug}`} lang={name ? langOf(name) : undefined}>
        {name?.text}
      </a>
      {named.contacts.length > 0 ? (
        <ul role="list">
          {named.contacts.map((person) => (
            <li>
              {storedNameText(person.name, locale)}
              {person.address ? (
                <>
                  {' · '}
                  <a href={`mailto:${person.address}`}>{person.address}</a>
                </>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

/** Steps along the cord. What a side wrote stands with it; who acted is told as the side, not by name. */
function Way({ t, locale, zone, view }: ReferralProps) {
  const words = t.referrals
  const { steps, standing, last } = view.referral
  const moment = (at: Date, declared: string, isInline = false) => (
    <Moment time={timeForReader({ instant: at.toISOString(), zone: declared }, { locale, zone })} isInline={isInline} />
  )
  const taken = steps.map((step) => ({
    title: words.acts[step.act]({ side: words.sides[step.side] }),
    when: moment(step.at, zone ?? 'UTC'),
    state: 'tied' as const,
    stateWord: '',
    children:
      step.words || step.reason ? (
        <p class="preserve-lines">
          {[step.reason ? words.reasons[step.reason] : '', step.words ?? ''].filter(Boolean).join(' · ')}
        </p>
      ) : null,
  }))
  const next =
    isOpen(standing.stage) && last.due
      ? [
          {
            title: words.turns[standing.stage],
            when: (
              <>
                {words.until} {moment(last.due.at, last.due.zone, true)}
              </>
            ),
            state: 'now' as const,
            stateWord: words.now,
          },
        ]
      : []
  return <Timeline label={words.way} steps={[...taken, ...next]} />
}

function Acts(props: ReferralProps) {
  const { t, view } = props
  const words = t.referrals
  if (view.acts.length === 0) return <p class="soft">{words.nothingToDo}</p>
  return (
    <div class="stack-wide">
      {view.acts.map(({ act, side }) => (
        <Act {...props} act={act} side={side} />
      ))}
      <Colleagues {...props} />
    </div>
  )
}

const asksForWords: Partial<Record<PersonsAct, 'needed' | 'possible'>> = {
  'asked-back': 'needed',
  replied: 'needed',
  answered: 'needed',
  'passed-on': 'possible',
  'passed-to': 'possible',
  accepted: 'possible',
  declined: 'possible',
}

function Act({
  t,
  locale,
  view,
  companies,
  entries,
  errors,
  act,
  side,
}: ReferralProps & { act: PersonsAct; side: string }) {
  const words = t.referrals.doing
  const id = (name: string) => `${name}-${act}-${side}`
  const wasSent = entries['act'] === act && entries['side'] === side
  const error = (name: string) => (wasSent ? errors[name] : undefined)
  return (
    <details open={wasSent}>
      <summary>{words.acts[act]}</summary>
      <Form action={`/${locale}/referrals/${view.referral.reference}/acts`} hidden={{ act, side }}>
        <p>{words.hints[act]}</p>
        {act === 'passed-to' ? (
          <Select
            name="to"
            id={id('to')}
            label={words.to}
            options={companies
              .filter((company) => !view.referral.standing.triedIds.includes(company.id))
              .map((company) => ({ value: company.id, label: textFor(company.name, locale)?.text ?? company.id }))}
            value={entries['to'] ?? view.referral.standing.wantedId ?? undefined}
            error={error('to')}
            width="full"
          />
        ) : null}
        {act === 'declined' ? (
          <Select
            name="reason"
            id={id('reason')}
            label={words.reason}
            hint={words.reasonHint}
            options={declineReasons.map((value) => ({ value, label: t.referrals.reasons[value] }))}
            error={error('reason')}
            width="full"
          />
        ) : null}
        {asksForWords[act] ? (
          <TextArea
            name="words"
            id={id('words')}
            label={words.words}
            rows={3}
            value={wasSent ? entries['words'] : undefined}
            error={error('words')}
            {...(asksForWords[act] === 'possible' ? { optional: t.undertakings.optional } : {})}
          />
        ) : null}
        <FormActions>
          <Button kind={act === 'declined' || act === 'withdrawn' ? 'grave' : 'primary'}>{words.acts[act]}</Button>
        </FormActions>
      </Form>
    </details>
  )
}

function Colleagues({ t, locale, view, colleagues }: ReferralProps) {
  if (colleagues.length < 2) return null
  const words = t.referrals.doing
  return (
    <details>
      <summary>{words.assign}</summary>
      <Form action={`/${locale}/referrals/${view.referral.reference}/assignment`}>
        <Select
          name="person"
          label={words.person}
          options={colleagues.map(({ personId, name }) => ({ value: personId, label: name }))}
          value={view.referral.last.responsible?.personId ?? undefined}
        />
        <FormActions>
          <Button kind="secondary">{words.assign}</Button>
        </FormActions>
      </Form>
    </details>
  )
}
