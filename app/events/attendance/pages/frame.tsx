import type { Child } from 'hono/jsx'
import { Tabs } from '../../../ui/tabs.tsx'
import type { EventView } from '../../event.ts'
import { Errors, Trail } from '../../pages/parts.tsx'
import { addressOf, type Reader } from '../../pages/words.ts'

export type Part = 'attendance' | 'follow-up' | 'material' | 'reminders'

type FrameProps = Reader & {
  event: EventView
  part: Part
  errors?: Record<string, string> | undefined
  children?: Child
}

/** What organisers do before and after an event, each on a page of its own. */
export function OrganisersFrame(props: FrameProps) {
  const { t, locale, event, part } = props
  const words = t.invitations.parts
  const labels = {
    attendance: words.attendance,
    'follow-up': words.followUp,
    material: words.material,
    reminders: words.reminders,
  }
  const tabs = (Object.keys(labels) as Part[]).map((one) => ({
    href: addressOf(locale, event, `/${one}`),
    label: labels[one],
    current: one === part,
  }))
  return (
    <div class="stack-wide">
      <Errors t={t} errors={props.errors} />
      <div class="stack">
        <Trail {...props} here={labels[part]} />
        <h1>{labels[part]}</h1>
        <Tabs label={words.label} tabs={tabs} />
      </div>
      {props.children}
    </div>
  )
}
