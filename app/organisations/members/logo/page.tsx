import type { Locale } from '../../../language/locales.ts'
import type { Catalogue } from '../../../platform/i18n/catalogue.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { ErrorSummary, Form, FormActions } from '../../../ui/form.tsx'
import { FileField } from '../../../ui/inputs.tsx'
import type { FieldErrors } from '../../../web/forms.ts'
import { nameText } from '../../pages/profileText.tsx'
import type { Member } from '../reading.ts'
import { Logo } from './image.tsx'

type Props = {
  t: Catalogue
  locale: Locale
  member: Member
  title: string
  changed: Date | null
  errors: FieldErrors
}

/** The logo as it is, another one, or none. */
export function LogoView({ t, locale, member, title, changed, errors }: Props) {
  const words = t.logos
  const here = `/${locale}/members/${member.slug}/logo`
  return (
    <article class="stack-wide">
      <ErrorSummary title={t.errors.summary} errors={errors} />
      <header class="stack">
        <h1>{title}</h1>
        <p class="lede">{words.lede}</p>
      </header>
      {changed ? (
        <div class="stack">
          <Logo locale={locale} slug={member.slug} changed={changed} alt={nameText(member.name, locale)} />
          <Form action={`${here}/removal`}>
            <Button kind="quiet">{words.remove}</Button>
          </Form>
        </div>
      ) : null}
      <Form action={here} hasFile>
        <FileField
          name="file"
          label={words.file}
          hint={words.hint}
          error={errors['file']}
          accept="image/png,image/jpeg,image/webp"
          required
        />
        <FormActions>
          <Button>{words.upload}</Button>
          <ButtonLink href={`/${locale}/members/${member.slug}/edit`}>{words.toProfile}</ButtonLink>
        </FormActions>
      </Form>
    </article>
  )
}
