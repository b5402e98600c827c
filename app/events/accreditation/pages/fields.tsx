import { type Locale, locales } from '../../../language/locales.ts'
import { placeName, usualZones } from '../../../language/places.ts'
import { Checkbox, Checkboxes, Radios } from '../../../ui/choices.tsx'
import { FileField, Select, TextArea, TextField } from '../../../ui/inputs.tsx'
import type { Entries, FieldErrors } from '../../../web/forms.ts'
import { pressRoles } from '../tables.ts'
import type { Terms } from '../terms.ts'
import type { FormField } from '../../tables.ts'
import { daysText, languageIn, type Reader, shown } from './words.ts'

export type FieldsProps = Reader & { entries: Entries; errors: FieldErrors; terms: Terms }

/** Every field says beside it what its entry is for. */
export function OutletFields({ t, entries, errors, terms, standing }: FieldsProps & { standing: boolean }) {
  const words = t.accreditation.apply
  return (
    <>
      {standing ? null : (
        <>
          <TextField
            name="outlet"
            label={words.outlet}
            hint={words.outletPurpose}
            value={entries['outlet']}
            error={errors['outlet']}
            autocomplete="organization"
            maxlength={200}
            required
          />
          <Radios
            name="role"
            label={words.role}
            hint={words.rolePurpose}
            value={entries['role']}
            error={errors['role']}
            choices={pressRoles.map((role) => ({ value: role, label: t.accreditation.roles[role] }))}
          />
        </>
      )}
      <TextField
        name="crew"
        type="number"
        label={words.crew}
        hint={words.crewPurpose({ largest: terms.largestCrew })}
        value={entries['crew'] ?? '1'}
        error={errors['crew']}
        min="1"
        max={String(terms.largestCrew)}
      />
      <TextField
        name="pressClub"
        label={words.pressClub}
        hint={words.pressClubPurpose}
        value={entries['pressClub']}
        error={errors['pressClub']}
        optional={t.accounts.account.optional}
        maxlength={200}
      />
    </>
  )
}

type NamePart = 'family' | 'given' | 'latinFamily' | 'latinGiven' | 'kanaFamily' | 'kanaGiven'

/** A name in the order of the page's language; the reading stands open where names are written in kanji. */
export function NameFields(props: FieldsProps) {
  const { t, locale, entries, errors } = props
  const words = t.accounts.name
  const isJapanese = locale === 'ja'
  const part = (name: NamePart, autocomplete?: string) => (
    <TextField
      name={name}
      label={words[name]}
      value={entries[name]}
      error={errors[name]}
      maxlength={100}
      {...(autocomplete ? { autocomplete } : {})}
      {...(name === 'family' || name === 'given'
        ? { required: true }
        : // A Japanese page asks for the reading of kanji, so it does not call it optional.
          isJapanese && name.startsWith('kana')
          ? {}
          : { optional: t.accounts.account.optional })}
    />
  )
  const main = [part('family', 'family-name'), part('given', 'given-name')]
  const reading = (
    <div class="form">
      <p class="soft">{t.accreditation.apply.readingHint}</p>
      {part('kanaFamily')}
      {part('kanaGiven')}
    </div>
  )
  const latin = (
    <div class="form">
      <p class="soft">{words.latinHint}</p>
      {part('latinFamily')}
      {part('latinGiven')}
    </div>
  )
  const folded = isJapanese ? ['latinFamily', 'latinGiven'] : ['latinFamily', 'latinGiven', 'kanaFamily', 'kanaGiven']
  return (
    <>
      <p class="soft">{t.accreditation.apply.nameHint}</p>
      {isJapanese ? main : main.toReversed()}
      {isJapanese ? reading : null}
      <Radios
        name="order"
        label={words.order}
        value={entries['order'] ?? (isJapanese ? 'family-first' : 'given-first')}
        error={errors['order']}
        choices={[
          { value: 'family-first', label: words['family-first'] },
          { value: 'given-first', label: words['given-first'] },
        ]}
      />
      <details open={folded.some((name) => entries[name] || errors[name])}>
        <summary>{isJapanese ? words.latin : `${words.latin} · ${words.kana}`}</summary>
        {latin}
        {isJapanese ? null : reading}
      </details>
    </>
  )
}

export function ContactFields({ t, locale, entries, errors, standing, zone }: FieldsProps & { standing: boolean }) {
  const words = t.accreditation.apply
  const chosen = entries['zone'] ?? zone ?? ''
  const zones = [...usualZones, ...Intl.supportedValuesOf('timeZone').filter((other) => !usualZones.includes(other))]
  return (
    <>
      {standing ? null : (
        <TextField
          name="address"
          type="email"
          label={words.address}
          hint={words.addressPurpose}
          value={entries['address']}
          error={errors['address']}
          autocomplete="email"
          spellcheck={false}
          required
        />
      )}
      <TextField
        name="mobile"
        type="tel"
        label={words.mobile}
        hint={words.mobilePurpose}
        value={entries['mobile']}
        error={errors['mobile']}
        autocomplete="tel"
        width="medium"
        required
      />
      <Select
        name="correspondence"
        label={words.correspondence}
        hint={words.correspondencePurpose}
        value={entries['correspondence'] ?? locale}
        error={errors['correspondence']}
        options={locales.map((language) => ({
          value: language,
          label: languageIn(language, language),
          lang: language,
        }))}
      />
      <Select
        name="zone"
        label={words.zone}
        hint={words.zonePurpose}
        value={chosen}
        error={errors['zone']}
        options={[
          // Nobody is put into Tokyo because they did not look.
          ...(chosen ? [] : [{ value: '', label: t.events.form.choose }]),
          ...zones.map((name) => ({ value: name, label: zoneLabel(locale, name) })),
        ]}
      />
    </>
  )
}

const zoneLabel = (locale: Locale, zone: string) => {
  const place = placeName(locale, zone)
  return place === zone ? zone : `${place} (${zone})`
}

export function ProofField({ t, locale, errors, terms }: FieldsProps) {
  const words = t.accreditation.apply
  return (
    <FileField
      name="proof"
      label={words.proof}
      hint={words.proofPurpose({ days: daysText(locale, terms.proofDays) })}
      error={errors['proof']}
      accept="application/pdf,image/jpeg,image/png"
      {...(terms.proofNeeded ? { required: true } : { optional: t.accounts.account.optional })}
    />
  )
}

export function QuestionFields({ t, locale, entries, errors }: FieldsProps) {
  const words = t.accreditation.apply
  return (
    <>
      <Checkbox name="asks" label={words.asks} hint={words.asksPurpose} checked={entries['asks'] === 'yes'} />
      <TextArea
        name="question"
        label={words.question}
        hint={words.questionPurpose}
        value={entries['question']}
        error={errors['question']}
        optional={t.accounts.account.optional}
        maxlength={1000}
        rows={3}
      />
      <Checkboxes
        name="languages"
        label={words.languages}
        hint={words.languagesPurpose}
        values={(entries['languages'] ?? locale).split('\n')}
        choices={locales.map((language) => ({ value: language, label: languageIn(language, locale) }))}
      />
    </>
  )
}

/** What the event asks besides, each with the purpose its organisers gave it. */
export function OwnFields({ t, locale, entries, errors, fields }: FieldsProps & { fields: readonly FormField[] }) {
  return (
    <>
      {fields.map((field) => {
        const name = `answer.${field.key}`
        const common = {
          name,
          label: shown(field.label, locale).text,
          hint: shown(field.purpose, locale).text,
          error: errors[name],
          ...(field.required ? {} : { optional: t.accounts.account.optional }),
        }
        const choices =
          field.kind === 'yes-no'
            ? (['yes', 'no'] as const).map((value) => ({ value, label: t.events.form[value] }))
            : (field.choices ?? []).map(({ key, label }) => ({ value: key, label: shown(label, locale).text }))
        if (field.kind === 'long-text') return <TextArea {...common} value={entries[name]} maxlength={2000} />
        if (choices.length > 0) return <Radios {...common} value={entries[name]} choices={choices} />
        const type = field.kind === 'telephone' ? 'tel' : 'text'
        return <TextField {...common} type={type} value={entries[name]} maxlength={500} />
      })}
    </>
  )
}
