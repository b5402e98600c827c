import { NameInputs } from '../../accounts/nameInputs.tsx'
import { placeName } from '../../language/places.ts'
import { Radios } from '../../ui/choices.tsx'
import { Select, TextArea, TextField } from '../../ui/inputs.tsx'
import type { Entries, FieldErrors } from '../../web/forms.ts'
import { answerName } from '../registration/form.ts'
import type { FormField } from '../tables.ts'
import { zoneOptions } from './publicPage.tsx'
import { type Reader, shown } from './words.ts'

export type OwnOrganisation = { id: string; name: string }

type Props = Reader & {
  entries: Entries
  errors: FieldErrors
  fields: readonly FormField[]
  /** For members, those they act for; for others null: they write whom they come for. */
  organisations: readonly OwnOrganisation[] | null
  /** Part of what somebody was admitted for, and not to be changed. */
  hasFixedAffiliation?: boolean
}

/** Who comes and for whom, with the purpose of every datum beside it. */
export function RegistrationFields(props: Props) {
  const { t, locale, entries, errors } = props
  const words = t.events.form
  const zone = entries['timeZone'] ?? ''
  const usual = zoneOptions(locale)
  const known = zone === '' || usual.some((option) => option.value === zone)
  return (
    <>
      <p class="soft">{words.purposes.name}</p>
      <NameInputs t={t} locale={locale} entries={entries} errors={errors} />
      {props.hasFixedAffiliation ? null : <Affiliation {...props} />}
      <Select
        name="timeZone"
        label={words.zone}
        hint={words.purposes.zone}
        error={errors['timeZone']}
        value={zone}
        required
        options={[
          { value: '', label: words.choose },
          ...(known ? [] : [{ value: zone, label: placeName(locale, zone) }]),
          ...usual,
        ]}
      />
      {props.fields.map((field) => (
        <Question {...props} field={field} />
      ))}
    </>
  )
}

function Affiliation({ t, entries, errors, organisations }: Props) {
  const words = t.events.form
  if (organisations)
    return (
      <Select
        name="organisationId"
        label={words.affiliation}
        hint={words.purposes.affiliation}
        error={errors['organisationId']}
        value={entries['organisationId'] ?? ''}
        required
        options={[
          { value: '', label: words.choose },
          ...organisations.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    )
  return (
    <TextField
      name="affiliation"
      label={words.affiliation}
      hint={words.purposes.affiliation}
      error={errors['affiliation']}
      value={entries['affiliation']}
      autocomplete="organization"
      maxlength={200}
      optional={t.accounts.account.optional}
    />
  )
}

function Question({ t, locale, entries, errors, field }: Props & { field: FormField }) {
  const name = answerName(field)
  const label = shown(field.label, locale)
  const purpose = shown(field.purpose, locale)
  const common = {
    name,
    label: <span lang={label?.locale}>{label?.text}</span>,
    hint: <span lang={purpose?.locale}>{purpose?.text}</span>,
    error: errors[name],
    ...(field.required ? { required: true } : { optional: t.accounts.account.optional }),
  }
  const value = entries[name]
  if (field.kind === 'long-text') return <TextArea {...common} value={value} rows={4} maxlength={3000} />
  if (field.kind === 'telephone') return <TextField {...common} value={value} type="tel" autocomplete="tel" />
  if (field.kind === 'text') return <TextField {...common} value={value} maxlength={300} />
  const words = t.events.form
  const choices =
    field.kind === 'yes-no'
      ? [
          { value: 'yes', label: words.yes },
          { value: 'no', label: words.no },
        ]
      : (field.choices ?? []).map((choice) => ({
          value: choice.key,
          label: shown(choice.label, locale)?.text ?? choice.key,
        }))
  return <Radios {...common} choices={choices} value={value} />
}
