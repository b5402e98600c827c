import { Button, ButtonLink } from '../../ui/button.tsx'
import { Checkbox, Radios } from '../../ui/choices.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Select, TextField } from '../../ui/inputs.tsx'
import type { Entries, FieldErrors } from '../../web/forms.ts'
import type { EventView } from '../event.ts'
import { FIELD_ROWS } from '../registration/categoryForm.ts'
import type { CategoryKind } from '../tables.ts'
import { Errors, Trail } from './parts.tsx'
import { zoneOptions } from './publicPage.tsx'
import { addressOf, type Reader } from './words.ts'

type Props = Reader & { event: EventView; kind: CategoryKind; entries: Entries; errors: FieldErrors }

/** One category's rules: when it opens and closes, how many, who decides, and what is asked for which purpose. */
export function CategoryPage(props: Props) {
  const { t, locale, event, kind, entries, errors } = props
  const words = t.events.categoryForm
  const title = words.title({ category: t.events.categories[kind] })
  const optional = { optional: t.accounts.account.optional }
  const own = (name: string) => ({ name, value: entries[name], error: errors[name] })
  const ticked = (name: string) => ({ name, checked: entries[name] === 'yes' })
  return (
    <article class="stack-wide">
      <Errors t={t} errors={errors} />
      <div class="stack">
        <Trail {...props} here={title} />
        <h1>{title}</h1>
      </div>
      <Form action={addressOf(locale, event, `/categories/${kind}`)}>
        <fieldset class="event-row">
          <legend>{words.opens}</legend>
          <TextField {...own('opens.date')} label={words.date} hint={words.opensHint} type="date" {...optional} />
          <TextField {...own('opens.time')} label={words.time} type="time" {...optional} />
        </fieldset>
        <fieldset class="event-row">
          <legend>{words.closes}</legend>
          <TextField {...own('closes.date')} label={words.date} type="date" required />
          <TextField {...own('closes.time')} label={words.time} type="time" required />
        </fieldset>
        <Select {...own('zone')} label={words.zone} options={zoneOptions(locale)} required />
        <Radios
          {...own('boundary')}
          label={words.boundary}
          choices={[
            { value: 'inclusive', label: words.inclusive },
            { value: 'exclusive', label: words.exclusive },
          ]}
        />
        <TextField
          {...own('capacity')}
          label={words.capacity}
          hint={words.capacityHint}
          inputmode="numeric"
          width="short"
          {...optional}
        />
        <TextField
          {...own('capPerAffiliation')}
          label={words.cap}
          hint={words.capHint}
          inputmode="numeric"
          width="short"
          {...optional}
        />
        <Checkbox {...ticked('needsApproval')} label={words.needsApproval} />
        <Checkbox {...ticked('waitingList')} label={words.waitingList} />
        <Checkbox {...ticked('lateQueue')} label={words.lateQueue} />
        {kind === 'press' ? null : <Fields {...props} />}
        <FormActions>
          <Button>{words.save}</Button>
          <ButtonLink href={addressOf(locale, event, '/workspace')}>{t.common.actions.cancel}</ButtonLink>
        </FormActions>
      </Form>
    </article>
  )
}

const fieldKinds = ['text', 'long-text', 'yes-no', 'telephone', 'choice'] as const

function Fields({ t, entries, errors }: Props) {
  const words = t.events.categoryForm
  const filled = Array.from({ length: FIELD_ROWS }, (_, index) => index + 1)
  return (
    <details open={filled.some((row) => entries[`field.${row}.label`])}>
      <summary>{words.fields}</summary>
      <div class="form">
        <p class="soft">{words.fieldsIntro}</p>
        {filled.map((row) => {
          const own = (part: string) => {
            const name = `field.${row}.${part}`
            return { name, value: entries[name], error: errors[name] }
          }
          return (
            <fieldset class="event-row">
              <legend>{words.fieldLabel({ number: row })}</legend>
              <input type="hidden" name={`field.${row}.key`} value={entries[`field.${row}.key`] ?? ''} />
              <TextField {...own('label')} label={words.fieldLabel({ number: row })} maxlength={300} />
              <TextField {...own('purpose')} label={words.fieldPurpose} maxlength={300} />
              <Select
                {...own('kind')}
                label={words.fieldKind}
                options={fieldKinds.map((kind) => ({ value: kind, label: words.fieldKinds[kind] }))}
              />
              <TextField
                {...own('choices')}
                label={words.fieldChoices}
                hint={words.fieldChoicesHint}
                maxlength={2000}
              />
              <Checkbox
                name={`field.${row}.required`}
                label={words.fieldRequired}
                checked={entries[`field.${row}.required`] === 'yes'}
              />
            </fieldset>
          )
        })}
      </div>
    </details>
  )
}
