import { Button } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/choices.tsx'
import { Form, FormActions } from '../../../ui/form.tsx'
import type { EventView } from '../../event.ts'
import { addressOf, type Reader } from '../../pages/words.ts'
import { reminderChoices } from '../../invitations/reminding.ts'
import { OrganisersFrame } from './frame.tsx'

type RemindersData = { event: EventView; minutes: readonly number[]; errors?: Record<string, string> }

/** When everybody who is registered is reminded. */
export function RemindersPage(props: Reader & RemindersData) {
  const { t, locale, event, minutes } = props
  const words = t.invitations.reminders
  return (
    <OrganisersFrame {...props} part="reminders">
      <Form action={addressOf(locale, event, '/reminders')}>
        <p>{words.intro}</p>
        <Checkboxes
          name="minutes"
          label={words.choices}
          choices={reminderChoices.map((one) => ({ value: String(one), label: words.before[one] }))}
          values={minutes.map(String)}
          error={props.errors?.['minutes']}
        />
        <FormActions>
          <Button>{words.save}</Button>
        </FormActions>
      </Form>
    </OrganisersFrame>
  )
}
