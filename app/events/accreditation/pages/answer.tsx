import { Button } from '../../../ui/button.tsx'
import { Form, FormActions } from '../../../ui/form.tsx'
import { FileField, TextArea } from '../../../ui/inputs.tsx'
import type { OpenRequest } from '../answering.ts'
import type { PressEvent } from '../pressEvent.ts'
import { Errors, Paragraphs, Trail } from './parts.tsx'
import { type Reader, shown } from './words.ts'

type AnswerProps = Reader & {
  event: PressEvent
  request: OpenRequest
  action: string
  entries?: Record<string, string>
  errors?: Record<string, string>
}

/** What the press office still needs, and the form to give it; the link in the mail leads here. */
export function AnswerPage(props: AnswerProps) {
  const { t, locale, event, request, action, entries, errors } = props
  const words = t.accreditation.answer
  return (
    <article class="stack-wide press-form">
      <Errors t={t} errors={errors} />
      <div class="stack">
        <Trail {...props} here={words.title} />
        <h1>{words.title}</h1>
        <p class="lede">{words.lede({ event: shown(event.title, locale).text })}</p>
        <p>{t.accreditation.wants[request.wanted].sentence}</p>
        {request.note ? (
          <div class="press-asked stack">
            <p class="soft">{words.note}</p>
            <Paragraphs text={request.note} />
          </div>
        ) : null}
      </div>
      <Form action={action} hasFile>
        <TextArea
          name="answer"
          label={words.answer}
          value={entries?.['answer']}
          error={errors?.['answer']}
          optional={t.accounts.account.optional}
          maxlength={2000}
        />
        <FileField
          name="proof"
          label={words.proof}
          error={errors?.['proof']}
          optional={t.accounts.account.optional}
          accept="application/pdf,image/jpeg,image/png"
        />
        <FormActions>
          <Button>{words.send}</Button>
        </FormActions>
      </Form>
    </article>
  )
}
