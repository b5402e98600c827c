import type { Locale } from '../language/locales.ts'
import type { Catalogue } from '../platform/i18n/catalogue.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { ErrorSummary, Form, FormActions } from '../ui/form.tsx'
import { TextField } from '../ui/inputs.tsx'
import type { FieldErrors } from '../web/forms.ts'

type Props = { t: Catalogue; locale: Locale; address: string; errors: FieldErrors }

/** What goes, what stays and why, and the one press that does it. */
export function ErasureView({ t, locale, address, errors }: Props) {
  const words = t.erasure
  return (
    <div class="stack-wide">
      <ErrorSummary title={t.errors.summary} errors={errors} />
      <header class="stack">
        <h1>{words.title}</h1>
        <p class="lede">{words.lede}</p>
      </header>
      <section class="stack" aria-labelledby="goes">
        <h2 id="goes">{words.goes.title}</h2>
        <ul>
          {words.goes.items.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      </section>
      <section class="stack" aria-labelledby="stays">
        <h2 id="stays">{words.stays.title}</h2>
        <ul>
          {words.stays.items.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      </section>
      <Form action={`/${locale}/account/erasure`}>
        <TextField
          name="address"
          label={words.address}
          hint={words.addressHint({ address })}
          error={errors['address']}
          autocomplete="off"
          required
        />
        <FormActions>
          <Button kind="grave">{words.erase}</Button>
          <ButtonLink href={`/${locale}/account`}>{words.back}</ButtonLink>
        </FormActions>
      </Form>
    </div>
  )
}

export function ErasedView({ t, locale }: { t: Catalogue; locale: Locale }) {
  const words = t.erasure.done
  return (
    <div class="stack-wide">
      <h1>{words.title}</h1>
      <p class="lede">{words.body}</p>
      <p>
        <a href={`/${locale}`}>{words.home}</a>
      </p>
    </div>
  )
}
