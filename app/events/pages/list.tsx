import { ButtonLink } from '../../ui/button.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Empty } from '../../ui/notice.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Status } from '../../ui/status.tsx'
import { Table } from '../../ui/table.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import type { EventSummary } from '../queries.ts'
import { addressOf, type Reader, shown, whenOf } from './words.ts'

export type ListData = {
  events: EventSummary[]
  when: 'ahead' | 'past'
  page: number
  hasMore: boolean
  mayPlan: boolean
}

/** What is to come and what has been, by the reader's clock. */
export function EventList(props: Reader & ListData) {
  const { t, locale, events, when } = props
  const words = t.events.list
  const address = `/${locale}/events`
  return (
    <div class="stack-wide">
      <div class="stack">
        <h1>{t.events.title}</h1>
        <p class="lede">{words.intro}</p>
        {props.mayPlan ? (
          <div>
            <ButtonLink kind="primary" href={`${address}/new`}>
              {words.plan}
            </ButtonLink>
          </div>
        ) : null}
      </div>
      <Tabs
        label={t.events.title}
        tabs={[
          { href: address, label: words.ahead, current: when === 'ahead' },
          { href: `${address}?when=past`, label: words.past, current: when === 'past' },
        ]}
      />
      {events.length === 0 ? (
        <Empty title={when === 'ahead' ? words.nothingAhead : words.nothingPast}>
          <p>{props.mayPlan ? words.organiser : words.visitor}</p>
        </Empty>
      ) : (
        <Events {...props} />
      )}
      {props.page > 1 || props.hasMore ? <Pages {...props} /> : null}
    </div>
  )
}

function Pages({ t, locale, when, page, hasMore }: Reader & ListData) {
  const words = t.events.list
  const at = (number: number) => `/${locale}/events?when=${when}&page=${number}`
  return (
    <Pager
      label={words.pages}
      position=""
      {...(page > 1 ? { previous: { href: at(page - 1), label: words.previous } } : {})}
      {...(hasMore ? { next: { href: at(page + 1), label: words.next } } : {})}
    />
  )
}

function Events(props: Reader & ListData) {
  const { t, locale, events } = props
  const words = t.events.list
  return (
    <Table
      caption={words.caption}
      hidesCaption
      columns={[{ label: words.event }, { label: words.when }]}
      rows={events.map((event) => {
        const title = shown(event.title, locale)
        return [
          <>
            <a href={addressOf(locale, event)} lang={title?.locale}>
              {title?.text}
            </a>
            <span class="person-office">{t.events.kinds[event.kind]}</span>
            {event.isCancelled ? <Status tone="ended">{t.events.states.cancelled}</Status> : null}
            {event.isPublished ? null : <Status tone="open">{t.events.states.draft}</Status>}
          </>,
          <Moment time={whenOf(event, props)} />,
        ]
      })}
    />
  )
}
