import type { Locale } from '../../language/locales.ts'
import { langOf, textFor } from '../../organisations/profileText.ts'
import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { Radios } from '../../ui/choices.tsx'
import { ErrorSummary, Form, FormActions } from '../../ui/form.tsx'
import { Select, TextArea, TextField } from '../../ui/inputs.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Entries, FieldErrors } from '../../web/forms.ts'
import type { AskedFollowUp } from '../answering.ts'
import { followUpAnswers, outcomeKinds } from '../tables.ts'

type Props = {
  t: Catalogue
  locale: Locale
  followUp: AskedFollowUp
  token: string
  entries: Entries
  errors: FieldErrors
}

/** Two taps from a mail: what came of it, and send. */
export function FollowUpPage({ t, locale, followUp, token, entries, errors }: Props) {
  const words = t.impact.followUp
  const subject = textFor(followUp.subject, locale)
  return (
    <div class="stack-wide">
      <ErrorSummary title={t.errors.summary} errors={errors} />
      <header class="stack">
        <h1>{words.title}</h1>
        <p class="lede" lang={subject ? langOf(subject) : undefined}>
          {subject?.text}
        </p>
        <p>{words.since({ months: followUp.months })}</p>
      </header>
      {followUp.isOpen ? (
        <Form action={`/${locale}/follow-ups/${token}`}>
          <Radios
            name="answer"
            label={words.question}
            choices={followUpAnswers.map((value) => ({ value, label: words.answers[value] }))}
            value={entries['answer'] ?? followUp.answer ?? undefined}
            error={errors['answer']}
          />
          <Select
            name="outcome"
            label={words.outcome}
            hint={words.outcomeHint}
            options={[
              { value: '', label: '–' },
              ...outcomeKinds.map((value) => ({ value, label: t.impact.kinds[value] })),
            ]}
            value={entries['outcome']}
            error={errors['outcome']}
          />
          <TextField
            name="metOn"
            type="date"
            label={words.metOn}
            hint={words.metOnHint}
            optional={t.undertakings.optional}
            value={entries['metOn']}
            error={errors['metOn']}
          />
          <TextArea
            name="words"
            label={words.words}
            optional={t.undertakings.optional}
            value={entries['words']}
            error={errors['words']}
            rows={3}
          />
          <FormActions>
            <Button>{words.action}</Button>
          </FormActions>
        </Form>
      ) : (
        <Notice kind="note" title={t.impact.refusals['too-late']} />
      )}
    </div>
  )
}
