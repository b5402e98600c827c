import { type Locale, locales } from '../../language/locales.ts'
import { Checkboxes, Radios } from '../../ui/choices.tsx'
import { Select, TextArea, TextField } from '../../ui/inputs.tsx'
import type { Entries, FieldErrors } from '../../web/forms.ts'
import { localesIn } from '../entries.ts'
import { zoneOptions } from './publicPage.tsx'
import { languageIn, type Reader } from './words.ts'

type Props = Reader & { entries: Entries; errors: FieldErrors }

/** What an event is, when and where: the fields that planning and changing share. */
export function FactFields(props: Props) {
  const { t, locale, entries, errors } = props
  const words = t.events.planning
  const others = locales.filter((language) => language !== locale)
  const isOpen = others.some((language) =>
    ['title', 'subtitle', 'description', 'place'].some((name) => entries[`${name}.${language}`]),
  )
  return (
    <>
      <Texts {...props} language={locale} />
      <details open={isOpen}>
        <summary>{words.translations}</summary>
        <div class="form">
          <Select
            name="original"
            label={words.original}
            hint={words.originalHint}
            value={entries['original'] ?? locale}
            options={locales.map((language) => ({ value: language, label: languageIn(language, locale) }))}
          />
          {others.map((language) => (
            <Texts {...props} language={language} />
          ))}
        </div>
      </details>
      <TextField
        name="begins.date"
        label={words.date}
        type="date"
        value={entries['begins.date']}
        error={errors['begins.date']}
        required
      />
      <TextField
        name="begins.time"
        label={words.from}
        type="time"
        value={entries['begins.time']}
        error={errors['begins.time']}
        required
      />
      <TextField
        name="ends.time"
        label={words.to}
        hint={words.toHint}
        type="time"
        value={entries['ends.time']}
        error={errors['ends.time']}
        required
      />
      <TextField
        name="ends.date"
        label={`${words.date} (${words.to})`}
        type="date"
        value={entries['ends.date']}
        error={errors['ends.date']}
        optional={t.accounts.account.optional}
      />
      <Select
        name="zone"
        label={words.zone}
        value={entries['zone']}
        error={errors['zone']}
        options={zoneOptions(locale)}
        required
      />
      <Radios
        name="venue"
        label={words.venue}
        value={entries['venue'] ?? 'online'}
        choices={(['online', 'place', 'hybrid'] as const).map((kind) => ({
          value: kind,
          label: words.venueKinds[kind],
        }))}
      />
      <Radios
        name="provider"
        label={words.provider}
        value={entries['provider'] ?? 'zoom-webinar'}
        choices={(['zoom-webinar', 'link'] as const).map((kind) => ({ value: kind, label: words.providers[kind] }))}
      />
      <Languages {...props} name="languages" label={words.languages} />
      <Languages {...props} name="interpretation" label={words.interpretation} hint={words.interpretationHint} />
    </>
  )
}

function Texts({ t, locale, entries, errors, language }: Props & { language: Locale }) {
  const words = t.events.planning
  const named = { language: languageIn(language, locale) }
  const optional = { optional: t.accounts.account.optional }
  const own = (name: string) => ({
    name: `${name}.${language}`,
    value: entries[`${name}.${language}`],
    error: errors[`${name}.${language}`],
    lang: language,
  })
  return (
    <>
      <TextField
        {...own('title')}
        label={words.titleIn(named)}
        maxlength={300}
        {...(language === locale ? {} : optional)}
      />
      <TextField {...own('subtitle')} label={words.subtitleIn(named)} maxlength={300} {...optional} />
      <TextArea {...own('description')} label={words.descriptionIn(named)} rows={4} maxlength={10_000} {...optional} />
      <TextField {...own('place')} label={words.placeIn(named)} maxlength={300} {...optional} />
    </>
  )
}

function Languages({
  locale,
  entries,
  errors,
  name,
  label,
  hint,
}: Props & { name: string; label: string; hint?: string }) {
  return (
    <Checkboxes
      name={name}
      label={label}
      {...(hint ? { hint } : {})}
      error={errors[name]}
      values={localesIn(entries[name])}
      choices={locales.map((language) => ({ value: language, label: languageIn(language, locale) }))}
    />
  )
}
