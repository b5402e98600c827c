import type { Locale } from '../language/locales.ts'
import { Field, type FieldProps, type Wiring } from './field.tsx'

type Width = 'short' | 'medium' | 'full'

type TextProps = FieldProps & {
  /** The entry to show, also when it was refused: nobody types twice. */
  value?: string | undefined
  type?: 'text' | 'email' | 'url' | 'tel' | 'search' | 'password' | 'number' | 'date' | 'time' | 'datetime-local'
  width?: Width
  /** WHATWG autofill token: `email`, `name`, `organization`, `one-time-code`. */
  autocomplete?: string
  inputmode?: 'numeric' | 'decimal' | 'email' | 'url' | 'tel'
  /** The language of what is to be written here, if not the page's. */
  lang?: Locale
  required?: boolean
  readonly?: boolean
  maxlength?: number
  min?: string
  max?: string
  step?: string
  placeholder?: string
  spellcheck?: boolean
}

/** One line of text, an address, a number, a date. Dates use the browser's own field: value `YYYY-MM-DD`. */
export function TextField(props: TextProps) {
  return (
    <Field {...props}>
      {(wiring: Wiring) => (
        <input
          {...control(wiring, props.width ?? widthOf(props.type))}
          name={props.name}
          type={props.type ?? 'text'}
          value={props.value}
          autocomplete={props.autocomplete}
          inputmode={props.inputmode}
          lang={props.lang}
          required={props.required}
          readonly={props.readonly}
          maxlength={props.maxlength}
          min={props.min}
          max={props.max}
          step={props.step}
          placeholder={props.placeholder}
          spellcheck={props.spellcheck}
        />
      )}
    </Field>
  )
}

/** Several lines of text; it grows with what is written where the browser can. */
export function TextArea(
  props: FieldProps & {
    value?: string | undefined
    rows?: number
    lang?: Locale
    maxlength?: number
    required?: boolean
  },
) {
  return (
    <Field {...props}>
      {(wiring: Wiring) => (
        // The parser drops one line end after <textarea>: without this one, a text that begins with an empty line would lose it.
        <textarea
          {...control(wiring, 'full')}
          name={props.name}
          rows={props.rows ?? 4}
          lang={props.lang}
          maxlength={props.maxlength}
          required={props.required}
        >
          {'\n'}
          {props.value ?? ''}
        </textarea>
      )}
    </Field>
  )
}

export type Option = { value: string; label: string; lang?: Locale }

/** One of many. Up to about seven options, `Radios` show them all and are easier to use. */
export function Select(
  props: FieldProps & { options: Option[]; value?: string | undefined; width?: Width; required?: boolean },
) {
  return (
    <Field {...props}>
      {(wiring: Wiring) => (
        <select {...control(wiring, props.width ?? 'medium')} name={props.name} required={props.required}>
          {props.options.map((option) => (
            <option value={option.value} lang={option.lang} selected={option.value === props.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** A file from the reader's device. `accept`: endings or media types; the server checks again. */
export function FileField(props: FieldProps & { accept?: string; required?: boolean; multiple?: boolean }) {
  return (
    <Field {...props}>
      {(wiring: Wiring) => (
        <input
          {...control(wiring, 'full')}
          name={props.name}
          type="file"
          accept={props.accept}
          required={props.required}
          multiple={props.multiple}
        />
      )}
    </Field>
  )
}

function widthOf(type: TextProps['type']): Width {
  return type === 'number' || type === 'time'
    ? 'short'
    : type === 'date' || type === 'datetime-local'
      ? 'medium'
      : 'full'
}

function control(wiring: Wiring, width: Width) {
  return {
    id: wiring.id,
    class: width === 'full' ? 'input' : `input input-${width}`,
    'aria-describedby': wiring.describedBy,
    'aria-invalid': wiring.invalid,
  }
}
