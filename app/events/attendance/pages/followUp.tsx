import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Radios } from '../../../ui/choices.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Form, FormActions } from '../../../ui/form.tsx'
import { TextArea, TextField } from '../../../ui/inputs.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { Entries, FieldErrors } from '../../../web/forms.ts'
import type { EventView } from '../../event.ts'
import { addressOf, momentOf, type Reader, textOf } from '../../pages/words.ts'
import type { Audience } from '../../invitations/tables.ts'
import type { followUpsOf } from '../followingUp.ts'
import { OrganisersFrame } from './frame.tsx'

type Listed = Awaited<ReturnType<typeof followUpsOf>>[number]

export type FollowUpData = {
  event: EventView
  followUps: readonly Listed[]
  isOver: boolean
  entries: Entries
  errors: FieldErrors
}

const audiences: Audience[] = ['came', 'absent']

/** What was confirmed and can be taken back, what went out, and the form for what is still to be written. */
export function FollowUpPage(props: Reader & FollowUpData) {
  const { t, locale, event, followUps } = props
  const words = t.invitations.followUp
  const left = audiences.filter((one) => !followUps.some(({ audience }) => audience === one))
  return (
    <OrganisersFrame {...props} part="follow-up">
      <p>{words.intro}</p>
      {props.isOver ? null : <Notice kind="note" title={words.notYet} />}
      {followUps.map((one) => (
        <Confirmed {...props} followUp={one} />
      ))}
      {props.isOver && left.length > 0 ? (
        <Form action={addressOf(locale, event, '/follow-up')} hidden={{ step: 'preview' }}>
          <Radios
            name="audience"
            label={words.audience}
            choices={left.map((value) => ({ value, label: words.audiences[value] }))}
            value={props.entries['audience'] ?? left[0]}
            error={props.errors['audience']}
          />
          <TextField
            name="subject"
            label={words.subject}
            value={props.entries['subject']}
            error={props.errors['subject']}
            maxlength={200}
          />
          <TextArea
            name="body"
            label={words.body}
            hint={words.bodyHint}
            rows={10}
            value={props.entries['body']}
            error={props.errors['body']}
          />
          <FormActions>
            <Button>{words.preview}</Button>
          </FormActions>
        </Form>
      ) : null}
    </OrganisersFrame>
  )
}

function Confirmed({ t, locale, zone, event, followUp }: Reader & FollowUpData & { followUp: Listed }) {
  const words = t.invitations.followUp
  const reader = { locale, zone }
  const { sentAt, dueAt } = followUp
  const moment = momentOf(sentAt ?? dueAt, event, reader).text
  return (
    <Card title={textOf(followUp.subject, locale)} level={2}>
      <p>{words.audiences[followUp.audience]}</p>
      <p>{sentAt ? words.sent({ moment }) : words.waiting({ moment })}</p>
      {sentAt ? null : (
        <Form action={addressOf(locale, event, `/follow-up/${followUp.id}/withdrawal`)}>
          <FormActions>
            <Button kind="secondary">{words.takeBack}</Button>
          </FormActions>
        </Form>
      )}
    </Card>
  )
}

export type PreviewData = {
  event: EventView
  entries: Entries
  audience: Audience
  count: number
  mail: { subject: string; text: string }
}

/** The mail as the first recipient will have it, before anything is confirmed. */
export function PreviewPage(props: Reader & PreviewData) {
  const { t, locale, event, entries, mail } = props
  const words = t.invitations.followUp
  const action = addressOf(locale, event, '/follow-up')
  const kept = { audience: props.audience, subject: entries['subject'] ?? '', body: entries['body'] ?? '' }
  return (
    <OrganisersFrame {...props} part="follow-up">
      <section class="stack">
        <h2>{words.previewTitle}</h2>
        <p>{words.previewBody({ count: props.count })}</p>
        <Facts
          items={[
            { term: words.audience, value: words.audiences[props.audience] },
            { term: words.subject, value: mail.subject },
          ]}
        />
        <pre class="follow-up-mail">{mail.text}</pre>
      </section>
      <Form action={action} hidden={{ ...kept, step: 'confirm' }}>
        <FormActions>
          <Button>{words.send}</Button>
          <Button kind="secondary" name="again" value="yes">
            {words.change}
          </Button>
        </FormActions>
      </Form>
    </OrganisersFrame>
  )
}
