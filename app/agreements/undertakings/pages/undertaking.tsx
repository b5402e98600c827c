import type { Child } from 'hono/jsx'
import { dateText } from '../../../language/dates.ts'
import { pick } from '../../../language/translated.ts'
import { Button } from '../../../ui/button.tsx'
import { Lines } from '../../../ui/card.tsx'
import { Radios } from '../../../ui/choices.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Form, FormActions } from '../../../ui/form.tsx'
import { FileField, Select, TextArea, TextField } from '../../../ui/inputs.tsx'
import { Empty } from '../../../ui/notice.tsx'
import { Status, type Tone } from '../../../ui/status.tsx'
import type { Entries, FieldErrors } from '../../../web/forms.ts'
import type { Agreement } from '../../agreement.ts'
import { Errors, Trail } from '../../pages/parts.tsx'
import { dayOf, partyById, partyName, type Reader, titleFor } from '../../pages/words.ts'
import type { Occurrence, OccurrenceState } from '../occurrences.ts'
import type { Evidence, Undertaking } from '../reading.ts'

export type UndertakingData = Reader & {
  agreement: Agreement
  undertaking: Undertaking
  /** Whether the asker answers for it. */
  owns: boolean
  /** The parties for which the asker may judge evidence. */
  judges: string[]
  colleagues: { id: string; name: string }[]
  people: Map<string, string>
  entries?: Entries
  errors?: FieldErrors
}

export const occurrenceTones: Record<OccurrenceState, Tone> = {
  kept: 'done',
  questioned: 'waiting',
  missed: 'late',
  ahead: 'open',
}

/** One undertaking: what is owed, what was shown for each of its days, and what the others say to it. */
export function UndertakingView(props: UndertakingData) {
  const { t, locale, agreement, undertaking } = props
  const words = t.undertakings
  const title = pick(undertaking.title, locale)
  const agreed = titleFor(agreement, locale)
  return (
    <article class="stack-wide">
      <Errors t={t} errors={props.errors} />
      <header class="stack">
        <Trail {...props} here={words.one} />
        <p class="soft" lang={agreed.locale}>
          {agreed.text}
        </p>
        <h1 lang={title?.locale}>{title?.text}</h1>
        <p>
          <a href={`/${locale}/agreements/${agreement.reference}/life#undertakings`}>{words.toAll}</a>
        </p>
      </header>
      <About {...props} />
      <section class="stack" aria-labelledby="occurrences">
        <h2 id="occurrences">{words.occurrences}</h2>
        {undertaking.occurrences.length === 0 ? (
          <Empty title={words.none.title}>
            <p>{words.none.body}</p>
          </Empty>
        ) : (
          <Lines>
            {undertaking.occurrences.map((occurrence) => (
              <OccurrenceLine {...props} occurrence={occurrence} />
            ))}
          </Lines>
        )}
      </section>
      {props.owns && !undertaking.endedAt ? <ShowForm {...props} /> : null}
      {props.owns && !undertaking.endedAt ? <Settings {...props} /> : null}
    </article>
  )
}

function About({ t, locale, agreement, undertaking, people }: UndertakingData) {
  const words = t.undertakings
  const party = partyById(agreement, undertaking.organisationId)
  const clause = agreement.clauses.find(({ id }) => id === undertaking.clauseId)
  const heading =
    clause && pick(Object.fromEntries(Object.entries(clause.texts).map(([l, x]) => [l, x.heading])), locale)
  return (
    <Facts
      items={[
        { term: words.facts.party, value: party ? partyName(party, locale) : null },
        { term: words.facts.person, value: people.get(undertaking.personId ?? '') ?? words.everybody },
        { term: words.facts.cadence, value: words.cadences[undertaking.cadence] },
        { term: words.facts.evidence, value: words.evidenceKinds[undertaking.evidenceKind] },
        {
          term: words.facts.clause,
          value:
            clause && heading ? (
              <a href={`/${locale}/agreements/${agreement.reference}#clause-${clause.number}`} lang={heading.locale}>
                {clause.number}. {heading.text}
              </a>
            ) : null,
        },
        {
          term: words.facts.ended,
          value: undertaking.endedAt ? dayOf(undertaking.endedAt, agreement, locale) : null,
        },
      ]}
    />
  )
}

function OccurrenceLine(props: UndertakingData & { occurrence: Occurrence<Evidence> }) {
  const { t, locale, occurrence } = props
  const words = t.undertakings
  return (
    <div class="stack">
      <p class="row">
        <strong>{occurrence.due ? dateText(locale, occurrence.due) : words.asItArose}</strong>
        <Status tone={occurrenceTones[occurrence.state]}>{words.states[occurrence.state]}</Status>
      </p>
      {occurrence.evidence.map((evidence) => (
        <EvidenceView {...props} evidence={evidence} />
      ))}
    </div>
  )
}

function EvidenceView(props: UndertakingData & { evidence: Evidence }) {
  const { t, locale, agreement, evidence, people, judges, owns } = props
  const words = t.undertakings
  const below = `/${locale}/agreements/${agreement.reference}/evidence/${evidence.id}`
  const who = people.get(evidence.shownBy ?? '')
  return (
    <div class="stack">
      <p class="preserve-lines">{evidence.note}</p>
      <Things {...props} />
      <p class="soft small">{[who, dayOf(evidence.shownAt, agreement, locale)].filter(Boolean).join(' · ')}</p>
      {evidence.answers.map((answer) => (
        <p>
          <Status tone={answer.answer === 'confirmed' ? 'done' : 'waiting'}>
            {words.answered[answer.answer]({ party: nameOf(agreement, answer.organisationId, locale) })}
          </Status>
          {answer.reason ? <span> {answer.reason}</span> : null}
        </p>
      ))}
      {judges.length > 0 ? <JudgeForm {...props} action={`${below}/answers`} /> : null}
      {owns ? (
        <form method="post" action={`${below}/withdrawal`}>
          <Button kind="quiet">{words.withdraw}</Button>
        </form>
      ) : null}
    </div>
  )
}

const nameOf = (agreement: Agreement, id: string, locale: Reader['locale']): string => {
  const party = partyById(agreement, id)
  return party ? partyName(party, locale) : ''
}

/** What was laid down beside the note. */
function Things({ t, locale, agreement, evidence }: UndertakingData & { evidence: Evidence }) {
  const words = t.undertakings
  const things: Child[] = []
  const event = evidence.event && pick(evidence.event.title, locale)
  if (evidence.event && event)
    things.push(
      <a href={`/${locale}/events/${evidence.event.slug}`} lang={event.locale}>
        {event.text}
      </a>,
    )
  if (evidence.link)
    things.push(
      <a href={evidence.link} rel="noreferrer nofollow">
        {evidence.link}
      </a>,
    )
  if (evidence.referral)
    things.push(
      <a href={`/${locale}/referrals/${evidence.referral}`}>{words.referral({ reference: evidence.referral })}</a>,
    )
  if (evidence.file)
    things.push(
      <a href={`/${locale}/agreements/${agreement.reference}/evidence/${evidence.id}/file`}>
        {words.file({ name: evidence.file })}
      </a>,
    )
  return things.length > 0 ? <p class="row">{things}</p> : null
}

function JudgeForm({
  t,
  locale,
  agreement,
  judges,
  action,
  evidence,
}: UndertakingData & { evidence: Evidence; action: string }) {
  const words = t.undertakings.judge
  return (
    <details>
      <summary>{words.title}</summary>
      <Form action={action}>
        {judges.length > 1 ? (
          <Select
            name="organisation"
            id={`organisation-${evidence.id}`}
            label={words.party}
            options={judges.map((id) => ({ value: id, label: nameOf(agreement, id, locale) }))}
          />
        ) : (
          <input type="hidden" name="organisation" value={judges[0]} />
        )}
        <Radios
          name="answer"
          id={`answer-${evidence.id}`}
          label={words.answer}
          choices={[
            { value: 'confirmed', label: words.confirm },
            { value: 'questioned', label: words.question },
          ]}
          value="confirmed"
        />
        <TextArea name="reason" id={`reason-${evidence.id}`} label={words.reason} hint={words.reasonHint} rows={2} />
        <FormActions>
          <Button kind="secondary">{words.action}</Button>
        </FormActions>
      </Form>
    </details>
  )
}

function ShowForm({ t, locale, agreement, undertaking, entries = {}, errors = {} }: UndertakingData) {
  const words = t.undertakings.show
  const kind = undertaking.evidenceKind
  const field = (name: string) => ({ name, value: entries[name], error: errors[name] })
  const optional = (own: string) => (kind === own ? {} : { optional: t.undertakings.optional })
  const days = undertaking.occurrences.flatMap(({ due, state }) => (due && state !== 'kept' ? [due] : []))
  if (undertaking.cadence !== 'as-it-arises' && days.length === 0) return null
  return (
    <section class="stack" aria-labelledby="show">
      <h2 id="show">{words.title}</h2>
      <Form action={`/${locale}/agreements/${agreement.reference}/undertakings/${undertaking.id}/evidence`} hasFile>
        {undertaking.cadence === 'as-it-arises' ? null : (
          <Select
            {...field('dueOn')}
            label={words.dueOn}
            options={days.map((day) => ({ value: day, label: dateText(locale, day) }))}
            value={entries['dueOn'] ?? days[0]}
          />
        )}
        <TextArea {...field('note')} label={words.note} hint={words.noteHint} />
        {kind === 'event' ? <TextField {...field('event')} label={words.event} hint={words.eventHint} /> : null}
        {kind === 'referral' ? <TextField {...field('referral')} label={words.referral} width="medium" /> : null}
        <TextField {...field('link')} type="url" label={words.link} {...optional('link')} />
        <FileField
          name="file"
          error={errors['file']}
          label={words.file}
          hint={words.fileHint}
          accept=".pdf,.png,.jpg,.jpeg"
          {...optional('file')}
        />
        <FormActions>
          <Button>{words.action}</Button>
        </FormActions>
      </Form>
    </section>
  )
}

function Settings({ t, locale, agreement, undertaking, colleagues, errors = {} }: UndertakingData) {
  const words = t.undertakings.settings
  const here = `/${locale}/agreements/${agreement.reference}/undertakings/${undertaking.id}`
  return (
    <section class="stack" aria-labelledby="settings">
      <h2 id="settings">{words.title}</h2>
      <Form action={`${here}/assignment`}>
        <Select
          name="person"
          label={words.person}
          options={[
            { value: '', label: t.undertakings.everybody },
            ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={undertaking.personId ?? ''}
          error={errors['person']}
        />
        <FormActions>
          <Button kind="secondary">{words.assign}</Button>
        </FormActions>
      </Form>
      <details>
        <summary>{words.endTitle}</summary>
        <p>{words.endBody}</p>
        <form method="post" action={`${here}/end`}>
          <Button kind="grave">{words.end}</Button>
        </form>
      </details>
    </section>
  )
}
