import type { Child } from 'hono/jsx'
import { FieldGroup, type FieldProps, type Wiring, wire } from './field.tsx'
import { WarningShape } from './shapes.tsx'
import type { Locale } from '../language/locales.ts'

export type Choice = { value: string; label: Child; hint?: Child; lang?: Locale }

/** One of a few, all of them shown. The first control carries the field's id, so an error summary leads to it. */
export function Radios(props: FieldProps & { choices: Choice[]; value?: string | undefined; required?: boolean }) {
  return (
    <FieldGroup {...props}>
      {(wiring: Wiring) => (
        <div class="choices">
          {props.choices.map((choice, index) => (
            <OneChoice
              id={index === 0 ? wiring.id : `${wiring.id}-${index + 1}`}
              type="radio"
              name={props.name}
              choice={choice}
              checked={choice.value === props.value}
              required={props.required}
              invalid={wiring.invalid}
            />
          ))}
        </div>
      )}
    </FieldGroup>
  )
}

/** Any of a few. `values` are those already chosen. */
export function Checkboxes(props: FieldProps & { choices: Choice[]; values?: readonly string[] }) {
  return (
    <FieldGroup {...props}>
      {(wiring: Wiring) => (
        <div class="choices">
          {props.choices.map((choice, index) => (
            <OneChoice
              id={index === 0 ? wiring.id : `${wiring.id}-${index + 1}`}
              type="checkbox"
              name={props.name}
              choice={choice}
              checked={props.values?.includes(choice.value) ?? false}
              invalid={wiring.invalid}
            />
          ))}
        </div>
      )}
    </FieldGroup>
  )
}

/** A single yes. It is sent as `value` (`yes` unless told) when ticked, and not at all when not. */
export function Checkbox(props: FieldProps & { checked?: boolean; value?: string; required?: boolean }) {
  const wiring = wire(props)
  return (
    <div class={props.error ? 'field field-wrong' : 'field'}>
      {props.error ? (
        <div class="field-error" id={`${wiring.id}-error`}>
          <WarningShape />
          <span>{props.error}</span>
        </div>
      ) : null}
      <OneChoice
        id={wiring.id}
        type="checkbox"
        name={props.name}
        choice={{ value: props.value ?? 'yes', label: props.label, hint: props.hint }}
        checked={props.checked ?? false}
        required={props.required}
        invalid={wiring.invalid}
        describedBy={wiring.describedBy}
      />
    </div>
  )
}

type OneChoiceProps = {
  id: string
  type: 'radio' | 'checkbox'
  name: string
  choice: Choice
  checked: boolean
  required?: boolean | undefined
  invalid?: 'true' | undefined
  describedBy?: string | undefined
}

function OneChoice({ id, type, name, choice, checked, required, invalid, describedBy }: OneChoiceProps) {
  return (
    <div class="choice">
      <input
        id={id}
        type={type}
        name={name}
        value={choice.value}
        checked={checked}
        required={required}
        aria-invalid={type === 'checkbox' ? invalid : undefined}
        aria-describedby={describedBy ?? (choice.hint ? `${id}-hint` : undefined)}
      />
      <label for={id} lang={choice.lang}>
        {choice.label}
      </label>
      {choice.hint ? (
        <div class="field-hint" id={`${id}-hint`}>
          {choice.hint}
        </div>
      ) : null}
    </div>
  )
}
