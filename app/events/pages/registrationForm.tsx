import { Button, ButtonLink } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { TextField } from '../../ui/inputs.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Entries, FieldErrors } from '../../web/forms.ts'
import type { Category, EventView } from '../event.ts'
import { type Openness, takesRegistrations } from '../registration/openness.ts'
import { Deadline } from './deadline.tsx'
import { Errors, OpennessStatus, Trail } from './parts.tsx'
import { type OwnOrganisation, RegistrationFields } from './registrationFields.tsx'
import { addressOf, type Reader, shown, textOf, whenOf } from './words.ts'

export type RegistrationData = {
  event: EventView
  category: Category
  openness: Openness
  organisations: OwnOrganisation[] | null
  entries: Entries
  errors: FieldErrors
}

/** One category's form, or why there is none now. */
export function RegistrationPage(props: Reader & RegistrationData) {
  const { t, locale, event, category, openness, entries, errors } = props
  const words = t.events.form
  const name = textOf(category.title, locale) || t.events.categories[category.kind]
  const title = words.title({ category: name })
  const eventTitle = shown(event.title, locale)
  return (
    <article class="stack-wide">
      <Errors t={t} errors={errors} />
      <div class="stack">
        <Trail {...props} here={title} />
        <h1>{title}</h1>
        <p class="lede" lang={eventTitle?.locale}>
          {eventTitle?.text}
        </p>
        <Moment time={whenOf(event, props)} />
        <p>
          <OpennessStatus t={t} openness={openness} />
        </p>
        <Deadline {...props} />
      </div>
      {takesRegistrations(openness) ? (
        <Form
          action={addressOf(locale, event, `/registration/${category.kind}`)}
          hidden={{ submission: entries['submission'] ?? '' }}
        >
          <p>{words.intro}</p>
          <TextField
            name="address"
            label={words.address}
            hint={words.purposes.address}
            error={errors['address']}
            value={entries['address']}
            type="email"
            autocomplete="email"
            maxlength={254}
            required
          />
          <RegistrationFields {...props} fields={category.fields} />
          <Checkbox
            name="participation"
            label={words.consents.participation}
            error={errors['participation']}
            checked={entries['participation'] === 'yes'}
            required
          />
          <Checkbox
            name="follow-up"
            label={words.consents['follow-up']}
            checked={entries['follow-up'] === 'yes'}
            optional={t.accounts.account.optional}
          />
          <FormActions>
            <Button>{words.submit}</Button>
            <ButtonLink href={addressOf(locale, event)}>{t.common.actions.cancel}</ButtonLink>
          </FormActions>
        </Form>
      ) : (
        <Notice kind="note" title={words.closedTitle}>
          <p>
            <a href={addressOf(locale, event)} lang={eventTitle?.locale}>
              {eventTitle?.text}
            </a>
          </p>
        </Notice>
      )}
    </article>
  )
}

/** Says the same to whoever registers an address again, whether they are its owner or not. */
export function ReceivedPage(props: Reader & { event: EventView }) {
  const words = props.t.events.form
  return (
    <article class="stack">
      <Trail {...props} here={words.receivedTitle} />
      <h1>{words.receivedTitle}</h1>
      <p class="prose">{words.receivedBody}</p>
    </article>
  )
}
