import { dateText } from '../../language/dates.ts'
import type { Locale } from '../../language/locales.ts'
import { langOf, textFor } from '../../organisations/profileText.ts'
import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { Lines } from '../../ui/card.tsx'
import { Radios } from '../../ui/choices.tsx'
import { ErrorSummary, Form, FormActions } from '../../ui/form.tsx'
import { FileField, Select, TextArea, TextField } from '../../ui/inputs.tsx'
import { Empty } from '../../ui/notice.tsx'
import { Status } from '../../ui/status.tsx'
import { Table } from '../../ui/table.tsx'
import type { Entries, FieldErrors } from '../../web/forms.ts'
import { judgeOf } from '../outcomes.ts'
import type { Outcome, Results } from '../results.ts'
import { outcomeKinds } from '../tables.ts'

type Props = {
  t: Catalogue
  locale: Locale
  results: Results
  today: string
  entries: Entries
  errors: FieldErrors
}

const nameOf = ({ results, locale }: Pick<Props, 'results' | 'locale'>, id: string): string =>
  textFor(results.parties.get(id) ?? null, locale)?.text ?? ''

/** What came of one introduction, what was asked, and what the other side says to it. */
export function OutcomesPage(props: Props) {
  const { t, locale, results, errors } = props
  const words = t.impact.outcomes
  const subject = textFor(results.subject, locale)
  return (
    <article class="stack-wide">
      <ErrorSummary title={t.errors.summary} errors={errors} />
      <header class="stack">
        <p class="soft">
          <a href={`/${locale}/referrals/${results.reference}`}>{t.referrals.one({ reference: results.reference })}</a>
        </p>
        <h1>{words.title}</h1>
        <p class="lede" lang={subject ? langOf(subject) : undefined}>
          {subject?.text}
        </p>
      </header>
      <section class="stack" aria-labelledby="outcomes">
        <h2 id="outcomes">{words.reported}</h2>
        {results.outcomes.length === 0 ? (
          <Empty title={words.empty.title}>
            <p>{words.empty.body}</p>
          </Empty>
        ) : (
          <Lines>
            {results.outcomes.map((outcome) => (
              <OutcomeLine {...props} outcome={outcome} />
            ))}
          </Lines>
        )}
      </section>
      <ReportForm {...props} />
      <Meetings {...props} />
      <FollowUps {...props} />
    </article>
  )
}

function OutcomeLine(props: Props & { outcome: Outcome }) {
  const { t, locale, results, outcome } = props
  const words = t.impact.outcomes
  const below = `/${locale}/outcomes/${results.reference}/${outcome.id}`
  const judges = judgeOf(results, outcome) !== undefined
  return (
    <div class="stack">
      <p class="row">
        <strong>{t.impact.kinds[outcome.kind]}</strong>
        <span class="soft">{dateText(locale, outcome.happenedOn)}</span>
        <span class="soft">{words.by({ party: nameOf(props, outcome.reportedFor) })}</span>
      </p>
      {outcome.note ? <p class="preserve-lines">{outcome.note}</p> : null}
      {outcome.link ? (
        <p>
          <a href={outcome.link} rel="noreferrer nofollow">
            {outcome.link}
          </a>
        </p>
      ) : null}
      {outcome.file ? (
        <p>
          <a href={`${below}/file`}>{t.undertakings.file({ name: outcome.file })}</a>
        </p>
      ) : null}
      {outcome.answers.map(({ organisationId, answer, reason }) => (
        <p>
          <Status tone={answer === 'confirmed' ? 'done' : 'waiting'}>
            {t.undertakings.answered[answer]({ party: nameOf(props, organisationId) })}
          </Status>
          {reason ? <span> {reason}</span> : null}
        </p>
      ))}
      {judges ? (
        <details>
          <summary>{t.undertakings.judge.title}</summary>
          <Form action={`${below}/answers`}>
            <Radios
              name="answer"
              id={`answer-${outcome.id}`}
              label={t.undertakings.judge.answer}
              choices={[
                { value: 'confirmed', label: t.undertakings.judge.confirm },
                { value: 'questioned', label: t.undertakings.judge.question },
              ]}
              value="confirmed"
            />
            <TextArea
              name="reason"
              id={`reason-${outcome.id}`}
              label={t.undertakings.judge.reason}
              hint={t.undertakings.judge.reasonHint}
              rows={2}
            />
            <FormActions>
              <Button kind="secondary">{t.undertakings.judge.action}</Button>
            </FormActions>
          </Form>
        </details>
      ) : null}
      {results.speaksFor.includes(outcome.reportedFor) ? (
        <form method="post" action={`${below}/withdrawal`}>
          <Button kind="quiet">{words.withdraw}</Button>
        </form>
      ) : null}
    </div>
  )
}

function ReportForm({ t, locale, results, today, entries, errors }: Props) {
  const words = t.impact.outcomes.form
  const field = (name: string) => ({ name, value: entries[name], error: errors[name] })
  return (
    <section class="stack" aria-labelledby="report">
      <h2 id="report">{words.title}</h2>
      <Form action={`/${locale}/outcomes/${results.reference}`} hasFile>
        <Select
          {...field('kind')}
          label={words.kind}
          options={outcomeKinds.map((value) => ({ value, label: t.impact.kinds[value] }))}
        />
        <TextField
          {...field('happenedOn')}
          type="date"
          label={words.happenedOn}
          value={entries['happenedOn'] ?? today}
        />
        <TextArea {...field('note')} label={words.note} hint={words.noteHint} rows={3} />
        <TextField {...field('link')} type="url" label={words.link} optional={t.undertakings.optional} />
        <FileField
          name="file"
          label={t.undertakings.show.file}
          hint={t.undertakings.show.fileHint}
          accept=".pdf,.png,.jpg,.jpeg"
          optional={t.undertakings.optional}
          error={errors['file']}
        />
        <FormActions>
          <Button>{words.action}</Button>
        </FormActions>
      </Form>
    </section>
  )
}

/** On which days the companies met: what was said of it, and one short form. */
function Meetings(props: Props) {
  const { t, locale, results, today, entries, errors } = props
  const words = t.impact.outcomes.meetings
  const here = `/${locale}/outcomes/${results.reference}/meetings`
  return (
    <section class="stack" aria-labelledby="meetings">
      <h2 id="meetings">{words.title}</h2>
      {results.meetings.length > 0 ? (
        <Lines>
          {results.meetings.map(({ id, heldOn, note, reportedFor }) => (
            <div class="stack">
              <p class="row">
                <strong>{dateText(locale, heldOn)}</strong>
                <span class="soft">{t.impact.outcomes.by({ party: nameOf(props, reportedFor) })}</span>
              </p>
              {note ? <p class="preserve-lines">{note}</p> : null}
              {results.speaksFor.includes(reportedFor) ? (
                <form method="post" action={`${here}/${id}/withdrawal`}>
                  <Button kind="quiet">{t.impact.outcomes.withdraw}</Button>
                </form>
              ) : null}
            </div>
          ))}
        </Lines>
      ) : null}
      <Form action={here}>
        <TextField
          name="heldOn"
          type="date"
          label={words.heldOn}
          value={entries['heldOn'] ?? today}
          error={errors['heldOn']}
        />
        <TextArea
          name="met"
          label={words.note}
          rows={2}
          optional={t.undertakings.optional}
          value={entries['met']}
          error={errors['met']}
        />
        <FormActions>
          <Button kind="secondary">{words.action}</Button>
        </FormActions>
      </Form>
    </section>
  )
}

function FollowUps(props: Props) {
  const { t, locale, results } = props
  const words = t.impact.outcomes.asked
  return (
    <section class="stack" aria-labelledby="asked">
      <h2 id="asked">{words.title}</h2>
      <Table
        caption={words.title}
        hidesCaption
        columns={[{ label: words.day }, { label: words.company }, { label: words.answer }]}
        rows={results.followUps.map((followUp) => [
          dateText(locale, followUp.dueOn),
          nameOf(props, followUp.organisationId),
          followUp.answer
            ? [t.impact.followUp.answers[followUp.answer], followUp.words].filter(Boolean).join(' · ')
            : followUp.isAsked
              ? words.none
              : words.unasked,
        ])}
      />
    </section>
  )
}
