import { dateText } from '../../../language/dates.ts'
import type { Locale } from '../../../language/locales.ts'
import { localTime } from '../../../language/times.ts'
import { nameLang, nameText, Passage, ProfileName } from '../../../organisations/pages/profileText.tsx'
import type { Catalogue } from '../../../platform/i18n/catalogue.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { ErrorSummary, Form, FormActions } from '../../../ui/form.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { Lines } from '../../../ui/card.tsx'
import type { Entries, FieldErrors } from '../../../web/forms.ts'
import type { Need } from '../finding.ts'
import { mayRevise, mayTranslate } from '../revising.ts'
import type { NeedAct } from '../tables.ts'
import { type Matches, MatchesOf } from './matches.tsx'
import { NeedStatus } from './status.tsx'

export type NeedProps = {
  t: Catalogue
  locale: Locale
  need: Need
  /** Today in the need's zone, `YYYY-MM-DD`. */
  today: string
  /** What the asker may do with it now. */
  acts: NeedAct[]
  /** Null for those who do not keep it, and once it is over. */
  matches: Matches | null
  entries: Entries
  errors: FieldErrors
}

/** One need or offer: what everybody reads, and beneath it what those do who keep it. */
export function NeedView(props: NeedProps) {
  const { t, locale, need, errors } = props
  return (
    <div class="stack-wide">
      <ErrorSummary title={t.errors.summary} errors={errors} />
      <header class="stack">
        <p class="card-kicker">
          {t.needs.directions[need.direction]} · {t.needs.kinds[need.kind]}
        </p>
        <h1 lang={nameLang(need.title, locale)}>{nameText(need.title, locale)}</h1>
        {need.keeps ? <NeedStatus t={t} state={need.state} /> : null}
      </header>
      <div class="preserve-lines">
        <Passage content={need.body} t={t} locale={locale} />
      </div>
      <About {...props} />
      {need.state === 'published' && !need.keeps ? <Asking t={t} locale={locale} need={need} /> : null}
      {props.matches ? <MatchesOf t={t} locale={locale} need={need} matches={props.matches} /> : null}
      {need.keeps ? <Keeping {...props} /> : null}
    </div>
  )
}

/** The way on for everybody else: an introduction through both coordinators. */
function Asking({ t, locale, need }: Pick<NeedProps, 't' | 'locale' | 'need'>) {
  return (
    <div class="stack">
      <p>{t.needs.asking.body}</p>
      <div>
        <ButtonLink kind="primary" href={`/${locale}/referrals/new?need=${need.reference}`}>
          {t.needs.asking.action}
        </ButtonLink>
      </div>
    </div>
  )
}

function About({ t, locale, need }: NeedProps) {
  const words = t.needs.about
  return (
    <Facts
      items={[
        {
          term: words.owner,
          value: need.owner ? <Owner locale={locale} need={need} owner={need.owner} /> : t.needs.anonymous,
        },
        { term: words.cluster, value: <ProfileName name={need.cluster.name} locale={locale} /> },
        { term: words.partners, value: need.partners.map((kind) => t.needs.partners[kind]).join(' · ') },
        { term: words.readiness, value: need.readiness ? `TRL ${need.readiness}` : null },
        { term: 'EMDN', value: need.emdn.join(' · ') },
        { term: words.expiresOn, value: t.needs.untilIn({ date: dateText(locale, need.expiresOn), zone: need.zone }) },
        { term: words.reference, value: <span class="reference">{need.reference}</span> },
      ]}
    />
  )
}

function Owner({ locale, owner }: { locale: Locale; need: Need; owner: NonNullable<Need['owner']> }) {
  return (
    <a href={`/${locale}/members/${owner.slug}`}>
      <ProfileName name={owner.name} locale={locale} />
    </a>
  )
}

/** For those who keep it: what may be done, from whom it is kept, how it went. */
function Keeping(props: NeedProps) {
  const { t, locale, need } = props
  const words = t.needs.keeping
  const rivals = [...need.rivals.organisations, ...need.rivals.clusters].map(({ name }) => nameText(name, locale))
  return (
    <section class="stack-wide" aria-labelledby="keeping">
      <h2 id="keeping">{words.title}</h2>
      {need.isAnonymous ? <p>{words.anonymous}</p> : null}
      {rivals.length > 0 ? <p>{words.rivals({ names: rivals.join(' · ') })}</p> : null}
      {mayRevise(need) || mayTranslate(need) ? (
        <div>
          <ButtonLink href={`/${locale}/needs/${need.reference}/edit`}>
            {mayRevise(need) ? words.revise : words.translate}
          </ButtonLink>
        </div>
      ) : null}
      <Acts {...props} />
      <History {...props} />
    </section>
  )
}

function Acts({ t, locale, need, acts, entries, errors }: NeedProps) {
  const words = t.needs.keeping
  const action = `/${locale}/needs/${need.reference}/steps`
  const others = (['submitted', 'published', 'renewed'] as const).filter((act) => acts.includes(act))
  return (
    <>
      {others.map((act, index) => (
        <Form action={action} hidden={{ act }} class="stack">
          <p class="soft">{words.explains[act]}</p>
          <FormActions>
            <Button kind={index === others.length - 1 ? 'primary' : 'secondary'}>{words.acts[act]}</Button>
          </FormActions>
        </Form>
      ))}
      {acts.includes('returned') ? (
        <Form action={action} hidden={{ act: 'returned' }}>
          <TextArea
            name="reason"
            label={words.reason}
            hint={words.reasonHint}
            value={entries['reason']}
            error={errors['reason']}
          />
          <FormActions>
            <Button kind="secondary">{words.acts.returned}</Button>
          </FormActions>
        </Form>
      ) : null}
      {acts.includes('withdrawn') ? (
        <details>
          <summary>{words.acts.withdrawn}</summary>
          <Form action={action} hidden={{ act: 'withdrawn' }} class="stack">
            <p>{words.explains.withdrawn}</p>
            <FormActions>
              <Button kind="grave">{words.acts.withdrawn}</Button>
            </FormActions>
          </Form>
        </details>
      ) : null}
    </>
  )
}

function History({ t, locale, need }: NeedProps) {
  const words = t.needs.keeping
  const day = (at: Date) => dateText(locale, localTime(at.toISOString(), need.zone).date)
  return (
    <section class="stack" aria-labelledby="history">
      <h3 id="history">{words.history}</h3>
      <Lines>
        {[{ act: 'entered' as const, at: need.enteredAt, reason: null, byPerson: null }, ...need.steps].map(
          ({ act, at, reason, byPerson }) => (
            <div class="stack">
              <p>
                {day(at)} · {words.happened[act]}
                {act === 'published' && byPerson !== null && byPerson === need.enteredBy ? ` (${words.sameHands})` : ''}
              </p>
              {reason ? <p class="preserve-lines">{reason}</p> : null}
            </div>
          ),
        )}
      </Lines>
    </section>
  )
}
