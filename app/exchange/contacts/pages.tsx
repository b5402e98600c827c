import { dateText } from '../../language/dates.ts'
import type { Locale } from '../../language/locales.ts'
import { pick } from '../../language/translated.ts'
import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Lines } from '../../ui/card.tsx'
import { Radios } from '../../ui/choices.tsx'
import { ErrorSummary, Form, FormActions } from '../../ui/form.tsx'
import { Select, TextArea, TextField } from '../../ui/inputs.tsx'
import { Empty } from '../../ui/notice.tsx'
import type { Entries, FieldErrors } from '../../web/forms.ts'
import type { LogEntry, LogPlace } from './queries.ts'
import { contactKinds } from './tables.ts'

export type LogProps = {
  t: Catalogue
  locale: Locale
  place: LogPlace
  /** Today where the reader is, `YYYY-MM-DD`. */
  today: string
  entries: LogEntry[]
  older: string | null
  written?: Entries
  errors?: FieldErrors
}

/** The log of contacts: one short form, then what was entered, the latest first. */
export function LogView(props: LogProps) {
  const { t, locale, place, entries, older, errors = {} } = props
  const words = t.contacts
  return (
    <div class="stack-wide">
      <ErrorSummary title={t.errors.summary} errors={errors} />
      <header class="stack">
        <h1>{words.of({ organisation: place.name })}</h1>
        <p class="lede">{words.lede}</p>
        <p>
          <a href={`/${locale}/handover/${place.slug}`}>{words.toHandover}</a> ·{' '}
          <a href={`/${locale}/contacts/${place.slug}/mail`}>{t.mailIn.short}</a>
        </p>
      </header>
      <LogForm {...props} />
      <section class="stack" aria-labelledby="steps">
        <h2 id="steps">{words.list}</h2>
        {entries.length === 0 ? (
          <Empty title={words.none.title}>
            <p>{words.none.body}</p>
          </Empty>
        ) : (
          <Lines>
            {entries.map((entry) => (
              <Entry {...props} entry={entry} />
            ))}
          </Lines>
        )}
        {entries.length === 0 ? null : (
          <p class="row">
            <ButtonLink href={`/${locale}/contacts/${place.slug}/export?format=xlsx`}>{words.xlsx}</ButtonLink>
            <ButtonLink href={`/${locale}/contacts/${place.slug}/export?format=csv`}>{words.csv}</ButtonLink>
          </p>
        )}
        {older ? (
          <ButtonLink href={`/${locale}/contacts/${place.slug}?before=${older}`}>{words.older}</ButtonLink>
        ) : null}
      </section>
    </div>
  )
}

function LogForm({ t, locale, place, today, written = {}, errors = {} }: LogProps) {
  const words = t.contacts.form
  const field = (name: string) => ({ name, value: written[name], error: errors[name] })
  return (
    <section class="stack" aria-labelledby="enter">
      <h2 id="enter">{words.title}</h2>
      <Form action={`/${locale}/contacts/${place.slug}`} hidden={written['draft'] ? { draft: written['draft'] } : {}}>
        <Radios
          name="kind"
          label={words.kind}
          choices={contactKinds.map((kind) => ({ value: kind, label: t.contacts.kinds[kind] }))}
          value={written['kind'] ?? 'meeting'}
          error={errors['kind']}
        />
        <TextField {...field('heldOn')} type="date" label={words.heldOn} value={written['heldOn'] ?? today} />
        <TextField {...field('counterpart')} label={words.counterpart} />
        <TextField {...field('people')} label={words.people} optional={words.optional} />
        <TextArea {...field('agreed')} label={words.agreed} hint={words.agreedHint} />
        {place.agreements.length ? (
          <Select
            name="agreement"
            label={words.agreement}
            optional={words.optional}
            options={[
              { value: '', label: words.noAgreement },
              ...place.agreements.map(({ id, title }) => ({ value: id, label: pick(title, locale)?.text ?? id })),
            ]}
            value={written['agreement']}
            error={errors['agreement']}
          />
        ) : null}
        <TextField {...field('next')} label={words.next} hint={words.nextHint} optional={words.optional} />
        <TextField {...field('dueOn')} type="date" label={words.dueOn} optional={words.optional} />
        <FormActions>
          <Button>{words.action}</Button>
        </FormActions>
      </Form>
    </section>
  )
}

function Entry({ t, locale, place, entry }: LogProps & { entry: LogEntry }) {
  const words = t.contacts
  const facts = [dateText(locale, entry.heldOn), words.kinds[entry.kind], entry.enteredBy]
  return (
    <article class="stack">
      <h3>{[entry.counterpart, entry.people].filter(Boolean).join(' · ')}</h3>
      <p class="soft small">{facts.filter(Boolean).join(' · ')}</p>
      <p class="preserve-lines">{entry.agreed}</p>
      {entry.steps.map((step) => (
        <div class="row">
          <span>{words.step({ what: step.what, person: step.person, date: dateText(locale, step.dueOn) })}</span>
          {step.done ? (
            <span class="soft">{words.done}</span>
          ) : (
            <form method="post" action={`/${locale}/contacts/${place.slug}/steps/${step.id}/completion`}>
              <Button kind="quiet">
                <span aria-hidden="true">{words.finish}</span>
                <span class="visually-hidden">{words.finishNamed({ what: step.what })}</span>
              </Button>
            </form>
          )}
        </div>
      ))}
      <form method="post" action={`/${locale}/contacts/${place.slug}/${entry.id}/withdrawal`}>
        <Button kind="quiet">
          <span aria-hidden="true">{words.withdraw}</span>
          <span class="visually-hidden">
            {words.withdrawNamed({ counterpart: entry.counterpart, date: dateText(locale, entry.heldOn) })}
          </span>
        </Button>
      </form>
    </article>
  )
}
