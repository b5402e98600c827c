import { Button, ButtonLink } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import type { Agreement } from '../agreement.ts'
import { Errors, Trail } from './parts.tsx'
import type { Reader } from './words.ts'

/** What becoming public means, before it happens; and the way back. */
export function PublicationPage(props: Reader & { agreement: Agreement; errors?: Record<string, string> }) {
  const { t, locale, agreement, errors } = props
  const words = t.agreements.publication
  const { publication } = agreement
  const below = `/${locale}/agreements/${agreement.reference}`
  return (
    <article class="stack-wide">
      <Errors t={t} errors={errors} />
      <div class="stack">
        <Trail {...props} here={words.title} />
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
      </div>
      <Form action={`${below}/publication`}>
        <Checkbox
          name="withText"
          label={words.withText}
          hint={words.withTextHint}
          checked={publication?.withText ?? false}
        />
        <FormActions>
          <Button>{publication ? words.save : words.publish}</Button>
          <ButtonLink href={below}>{t.common.actions.cancel}</ButtonLink>
        </FormActions>
      </Form>
      {publication ? (
        <section class="stack" aria-labelledby="withdraw">
          <h2 id="withdraw">{words.withdrawTitle}</h2>
          <p>{words.withdrawBody}</p>
          <Form action={`${below}/publication/withdrawal`}>
            <Button kind="secondary">{words.withdraw}</Button>
          </Form>
        </section>
      ) : null}
    </article>
  )
}
