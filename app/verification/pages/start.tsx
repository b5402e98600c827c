import type { Locale } from '../../language/locales.ts'
import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary, Form, FormActions } from '../../ui/form.tsx'
import { FileField, TextField } from '../../ui/inputs.tsx'
import { BrowserCheck } from './browserCheck.tsx'
import { CheckYourself, NotProven } from './limits.tsx'

type Props = {
  t: Catalogue
  locale: Locale
  errors?: { file?: string; reference?: string }
  reference?: string
  rootFingerprint: string
}

/** Three ways to check: send the file, check it here, or look up an agreement that is kept here. */
export function VerifyView({ t, locale, errors = {}, reference, rootFingerprint }: Props) {
  const words = t.verification
  return (
    <div class="stack-wide">
      <ErrorSummary title={t.errors.summary} errors={errors} />
      <header class="stack">
        <h1>{words.title}</h1>
        <p class="lede">{words.lede}</p>
      </header>
      <section class="stack" aria-labelledby="upload">
        <h2 id="upload">{words.upload.title}</h2>
        <Form action={`/${locale}/verify`} hasFile>
          <FileField
            name="file"
            label={words.upload.file}
            hint={words.upload.hint}
            accept=".pdf,application/pdf"
            error={errors.file}
            required
          />
          <FormActions>
            <Button>{words.upload.submit}</Button>
          </FormActions>
        </Form>
      </section>
      <BrowserCheck t={t} locale={locale} />
      <section class="stack" aria-labelledby="lookup">
        <h2 id="lookup">{words.lookup.title}</h2>
        <Form action={`/${locale}/verify`} method="get">
          <TextField
            name="reference"
            label={words.lookup.reference}
            hint={words.lookup.hint}
            value={reference}
            error={errors.reference}
            width="medium"
            spellcheck={false}
            autocomplete="off"
          />
          <FormActions>
            <Button kind="secondary">{words.lookup.submit}</Button>
          </FormActions>
        </Form>
      </section>
      <NotProven t={t} />
      <CheckYourself t={t} rootFingerprint={rootFingerprint} />
    </div>
  )
}
