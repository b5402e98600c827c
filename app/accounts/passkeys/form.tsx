import type { Child } from 'hono/jsx'
import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import { Button, type ButtonKind } from '../../ui/button.tsx'
import { Form, FormActions } from '../../ui/form.tsx'

type PasskeyFormProps = {
  t: Catalogue
  /** `create` registers a passkey, `get` answers with one. */
  ceremony: 'create' | 'get'
  /** Address that gives the options (POST, JSON). */
  options: string
  /** Where the form goes with the answer in its field `response`. */
  action: string
  hidden?: Record<string, string>
  label: string
  kind?: ButtonKind
  /** What to say to somebody whose browser runs no scripts or knows no passkeys. */
  withoutScript: Child
  /** Further fields of the form. */
  children?: Child
}

/**
 * A form that is sent with a passkey's answer. It needs the island `passkey`; until that has started, the sentence about what to
 * do without stands in its place.
 */
export function PasskeyForm(props: PasskeyFormProps) {
  const { t, ceremony, options, label, kind = 'secondary' } = props
  const words = t.accounts.passkeys.browser
  return (
    <passkey-form
      data-ceremony={ceremony}
      data-options={options}
      data-cancelled={words.cancelled}
      data-failed={words.failed}
      data-known={words.known}
    >
      <div class="soft" data-part="without">
        {props.withoutScript}
      </div>
      <div data-part="with" hidden>
        <Form action={props.action} hidden={{ ...props.hidden, response: '' }}>
          {props.children}
          <FormActions>
            <Button kind={kind}>{label}</Button>
          </FormActions>
          <p role="status" data-part="said"></p>
        </Form>
      </div>
    </passkey-form>
  )
}
