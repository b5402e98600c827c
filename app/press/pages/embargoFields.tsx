import { zoneLabel } from './zones.ts'
import { Checkbox, Radios } from '../../ui/choices.tsx'
import { Select, TextField } from '../../ui/inputs.tsx'
import type { Entries, FieldErrors } from '../../web/forms.ts'
import type { Reader } from './words.ts'

type EmbargoFieldsData = { entries?: Entries; errors?: FieldErrors; zones: string[] }

/** An instant and where it is declared; or as soon as everybody has approved; and whether the signature is waited for. */
export function EmbargoFields({ t, locale, zone, entries, errors, zones }: Reader & EmbargoFieldsData) {
  const words = t.press.embargo
  const offered = [...new Set([...(zone ? [zone] : []), ...zones, ...(entries?.['zone'] ? [entries['zone']] : [])])]
  return (
    <>
      <Radios
        name="when"
        label={words.when}
        choices={[
          { value: 'at', label: words.at, hint: words.atHint },
          { value: 'on-approval', label: words.onApproval },
        ]}
        value={entries?.['when'] ?? 'at'}
      />
      <TextField
        name="date"
        type="date"
        label={words.date}
        value={entries?.['date']}
        error={errors?.['date']}
        width="medium"
      />
      <TextField
        name="time"
        type="time"
        label={words.time}
        value={entries?.['time']}
        error={errors?.['time']}
        width="short"
      />
      <Select
        name="zone"
        label={words.zone}
        hint={words.zoneHint}
        options={offered.map((one) => ({ value: one, label: zoneLabel(one, locale) }))}
        value={entries?.['zone'] ?? offered[0]}
        error={errors?.['zone']}
      />
      {errors?.['time'] === words.flaws.occursTwice ? (
        <Select
          name="which"
          label={words.which}
          options={[
            { value: 'earlier', label: words.earlier },
            { value: 'later', label: words.later },
          ]}
          value={entries?.['which'] ?? 'earlier'}
        />
      ) : null}
      <Checkbox
        name="uponSignature"
        label={words.uponSignature}
        hint={words.uponSignatureHint}
        checked={entries?.['uponSignature'] === 'yes'}
        error={errors?.['uponSignature']}
      />
    </>
  )
}
