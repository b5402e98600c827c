import type { Child } from 'hono/jsx'
import { WarningShape } from './shapes.tsx'

/** What every field says about itself. The id is the name, so that an error summary can link to it. */
export type FieldProps = {
  name: string
  label: Child
  hint?: Child
  /** What to do about it, as a sentence. */
  error?: string | undefined
  /** Set where one form holds the same name twice. */
  id?: string
  /** The word for "optional". Fields are required unless they carry it, so nothing needs an asterisk. */
  optional?: string
}

/** What the control inside a field needs to be tied to its label, hint and error. */
export type Wiring = { id: string; describedBy: string | undefined; invalid: 'true' | undefined }

export function wire(props: FieldProps): Wiring {
  const id = props.id ?? props.name
  const described = [props.hint ? `${id}-hint` : '', props.error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return { id, describedBy: described || undefined, invalid: props.error ? 'true' : undefined }
}

/** One control with its label, hint and error. */
export function Field(props: FieldProps & { children: (wiring: Wiring) => Child }) {
  const wiring = wire(props)
  return (
    <div class={props.error ? 'field field-wrong' : 'field'}>
      <label class="field-label" for={wiring.id}>
        {props.label}
        <Optional word={props.optional} />
      </label>
      <HintAndError id={wiring.id} hint={props.hint} error={props.error} />
      {props.children(wiring)}
    </div>
  )
}

/** Several controls that answer one question together. */
export function FieldGroup(props: FieldProps & { children: (wiring: Wiring) => Child }) {
  const wiring = wire(props)
  return (
    <fieldset class={props.error ? 'field field-wrong' : 'field'} aria-describedby={wiring.describedBy}>
      <legend class="field-label">
        {props.label}
        <Optional word={props.optional} />
      </legend>
      <HintAndError id={wiring.id} hint={props.hint} error={props.error} />
      {props.children(wiring)}
    </fieldset>
  )
}

function Optional({ word }: { word: string | undefined }) {
  return word ? <span class="field-optional"> ({word})</span> : null
}

function HintAndError(props: { id: string; hint: Child | undefined; error: string | undefined }) {
  return (
    <>
      {props.hint ? (
        <div class="field-hint" id={`${props.id}-hint`}>
          {props.hint}
        </div>
      ) : null}
      {props.error ? (
        <div class="field-error" id={`${props.id}-error`}>
          <WarningShape />
          <span>{props.error}</span>
        </div>
      ) : null}
    </>
  )
}
