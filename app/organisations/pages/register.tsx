import { languageName } from '../../language/countries.ts'
import { locales } from '../../language/locales.ts'
import { placeName, usualZones } from '../../language/places.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary, Form, FormActions } from '../../ui/form.tsx'
import { Select, TextField } from '../../ui/inputs.tsx'
import type { Entries, FieldErrors } from '../../web/forms.ts'
import type { OrganisationKind } from '../tables.ts'
import type { Reader } from './profileText.tsx'

type Props = Reader & { entries?: Entries; errors?: FieldErrors }

/** The few facts with which an organisation begins. */
export function RegisterView({ t, locale, entries = {}, errors = {} }: Props) {
  const words = t.organisations.register
  const field = (name: string) => ({ name, value: entries[name], error: errors[name] })
  const kinds = Object.entries(t.organisations.kinds) as [OrganisationKind, string][]
  return (
    <div class="stack-wide">
      <ErrorSummary title={t.errors.summary} errors={errors} />
      <header class="stack">
        <h1>{words.title}</h1>
        <p>{words.lede}</p>
      </header>
      <Form action={`/${locale}/organisations`}>
        <TextField {...field('name')} label={words.name} required />
        <Select
          {...field('language')}
          value={entries['language'] ?? locale}
          label={words.language}
          options={locales.map((value) => ({ value, label: languageName(value, locale) ?? value }))}
        />
        <TextField {...field('slug')} label={words.slug} hint={words.slugHint} spellcheck={false} required />
        <Select {...field('kind')} label={words.kind} options={kinds.map(([value, label]) => ({ value, label }))} />
        <TextField
          {...field('country')}
          label={words.country}
          hint={words.countryHint}
          width="short"
          maxlength={2}
          required
        />
        <Select
          {...field('timeZone')}
          label={words.timeZone}
          options={usualZones.map((value) => ({ value, label: placeName(locale, value) }))}
        />
        <TextField {...field('seat')} label={words.seat} optional={words.optional} />
        <TextField {...field('website')} type="url" label={words.website} optional={words.optional} />
        <FormActions>
          <Button>{words.submit}</Button>
        </FormActions>
      </Form>
    </div>
  )
}
