import type { Locale } from '../language/locales.ts'
import type { Catalogue } from '../platform/i18n/catalogue.ts'
import { Radios } from '../ui/choices.tsx'
import { TextField } from '../ui/inputs.tsx'
import type { Entries, FieldErrors } from '../web/forms.ts'

type NameInputsProps = { t: Catalogue; locale: Locale; entries: Entries; errors: FieldErrors }

/**
 * A name in the forms its owner has. In Japanese the family name comes first on the form too. Other scripts stay folded away until they
 * are wanted or filled.
 */
export function NameInputs(props: NameInputsProps) {
  const { t, locale, entries, errors } = props
  const words = t.accounts.name
  const familyFirst = locale === 'ja'
  const filled = ['latinFamily', 'latinGiven', 'kanaFamily', 'kanaGiven'].some((name) => entries[name] || errors[name])
  const family = <NamePart {...props} name="family" autocomplete="family-name" />
  const given = <NamePart {...props} name="given" autocomplete="given-name" optional />
  return (
    <>
      {familyFirst ? family : given}
      {familyFirst ? given : family}
      <Radios
        name="order"
        label={words.order}
        value={entries['order']}
        error={errors['order']}
        choices={[
          { value: 'family-first', label: words['family-first'] },
          { value: 'given-first', label: words['given-first'] },
        ]}
      />
      <details open={filled}>
        <summary>
          {words.latin} · {words.kana}
        </summary>
        <div class="form">
          <p class="soft">{words.latinHint}</p>
          <NamePart {...props} name="latinFamily" optional />
          <NamePart {...props} name="latinGiven" optional />
          <p class="soft">{words.kanaHint}</p>
          <NamePart {...props} name="kanaFamily" optional />
          <NamePart {...props} name="kanaGiven" optional />
        </div>
      </details>
    </>
  )
}

type Part = 'family' | 'given' | 'latinFamily' | 'latinGiven' | 'kanaFamily' | 'kanaGiven'

function NamePart(props: NameInputsProps & { name: Part; autocomplete?: string; optional?: boolean }) {
  const { t, name, entries, errors, autocomplete, optional } = props
  return (
    <TextField
      name={name}
      label={t.accounts.name[name]}
      value={entries[name]}
      error={errors[name]}
      maxlength={100}
      {...(autocomplete ? { autocomplete } : {})}
      {...(optional ? { optional: t.accounts.account.optional } : { required: true })}
    />
  )
}
