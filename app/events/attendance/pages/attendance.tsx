import { nameText } from '../../../language/names.ts'
import { Button } from '../../../ui/button.tsx'
import { Form, FormActions } from '../../../ui/form.tsx'
import { Empty, Notice } from '../../../ui/notice.tsx'
import { Table } from '../../../ui/table.tsx'
import type { EventView } from '../../event.ts'
import { addressOf, type Reader } from '../../pages/words.ts'
import { type Attending, byOrganisation } from '../attendanceList.ts'
import { OrganisersFrame } from './frame.tsx'

export type AttendanceData = {
  event: EventView
  people: readonly Attending[]
  hasBegun: boolean
  errors?: Record<string, string>
}

/** The check list: who was there. Below it, how many came for whom. */
export function AttendancePage(props: Reader & AttendanceData) {
  const words = props.t.invitations.attendance
  return (
    <OrganisersFrame {...props} part="attendance">
      <p>{words.intro}</p>
      {props.hasBegun ? null : <Notice kind="note" title={words.notYet} />}
      {props.people.length === 0 ? <Empty title={words.empty}>{words.emptyBody}</Empty> : <CheckList {...props} />}
      {props.people.length === 0 ? null : <Summary {...props} />}
    </OrganisersFrame>
  )
}

function CheckList({ t, locale, event, people, hasBegun }: Reader & AttendanceData) {
  const words = t.invitations.attendance
  const columns = [
    { label: words.name },
    { label: words.organisation },
    { label: words.category },
    { label: words.present },
    { label: words.known },
  ]
  const rows = people.map((one) => {
    const name = nameText(one.name, locale)
    return [
      name,
      one.affiliation ?? '',
      t.events.categories[one.kind],
      <Tick id={one.registrationId} label={words.presentOf({ name })} came={one.came} isOff={!hasBegun} />,
      <Known t={t} person={one} />,
    ]
  })
  return (
    <Form action={addressOf(locale, event, '/attendance')} class="stack">
      <Table caption={words.caption} columns={columns} rows={rows} />
      {hasBegun ? (
        <FormActions>
          <Button>{words.save}</Button>
        </FormActions>
      ) : null}
    </Form>
  )
}

/** `shown` tells what was ticked when the page was made: only what somebody changed is recorded. */
function Tick(props: { id: string; label: string; came: boolean | null; isOff: boolean }) {
  return (
    <span class="attendance-tick">
      <input
        type="checkbox"
        name="present"
        value={props.id}
        aria-label={props.label}
        checked={props.came ?? false}
        disabled={props.isOff}
      />
      {props.came ? <input type="hidden" name="shown" value={props.id} /> : null}
    </span>
  )
}

function Known({ t, person }: Pick<Reader, 't'> & { person: Attending }) {
  const words = t.invitations.attendance
  if (!person.source) return <span class="soft">{words.unknown}</span>
  const minutes = person.minutes === null ? '' : ` · ${words.minutes({ count: person.minutes })}`
  return <span>{`${words.sources[person.source]}${minutes}`}</span>
}

function Summary({ t, people }: Reader & AttendanceData) {
  const words = t.invitations.attendance
  const groups = byOrganisation(people)
  const columns = [
    { label: words.organisation },
    { label: words.registered, isNumeric: true },
    { label: words.came, isNumeric: true },
  ]
  const total = groups.reduce((sum, one) => [sum[0]! + one.registered, sum[1]! + one.came], [0, 0])
  const rows = groups.map((one) => [one.affiliation ?? words.noOrganisation, String(one.registered), String(one.came)])
  return <Table caption={words.summary} columns={columns} rows={rows} foot={[words.total, ...total.map(String)]} />
}
