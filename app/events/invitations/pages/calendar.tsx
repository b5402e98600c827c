import type { Locale } from '../../../language/locales.ts'
import type { Catalogue } from '../../../platform/i18n/catalogue.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Form, FormActions } from '../../../ui/form.tsx'
import { Moment } from '../../../ui/moment.tsx'
import { Empty } from '../../../ui/notice.tsx'
import { addressOf, momentOf, type Reader, shown, whenOf } from '../../pages/words.ts'
import type { ListedEvent } from '../feeds.ts'

/** What is ahead of the asker, and the secret address under which their calendar program finds the same. */
export function CalendarPage(props: Reader & { events: readonly ListedEvent[]; madeAt: Date | null }) {
  const { t, locale, events } = props
  const words = t.invitations.calendar
  return (
    <div class="stack-wide">
      <div class="stack">
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
      </div>
      <section class="stack">
        <h2>{words.events}</h2>
        {events.length === 0 ? <Empty title={words.none}>{words.noneBody}</Empty> : null}
        <ul role="list" class="stack">
          {events.map((event) => (
            <EventLine {...props} event={event} />
          ))}
        </ul>
        <p>
          <a href={`/${locale}/events.ics`}>{words.subscribe}</a>
        </p>
      </section>
      <section class="stack" id="address">
        <h2>{words.address}</h2>
        <p>{words.addressBody}</p>
        <Address {...props} />
      </section>
    </div>
  )
}

function EventLine({ t, locale, zone, event }: Reader & { event: ListedEvent }) {
  const title = shown(event.title, locale)
  return (
    <li class="stack-close">
      <a href={addressOf(locale, event)} lang={title?.locale}>
        {title?.text}
      </a>
      <Moment time={whenOf(event, { locale, zone })} />
      {event.cancelled_at ? <p>{t.events.states.cancelled}</p> : null}
    </li>
  )
}

function Address({ t, locale, zone, madeAt }: Reader & { madeAt: Date | null }) {
  const words = t.invitations.calendar
  const make = (
    <Form action={`/${locale}/calendar/address`}>
      <FormActions>
        <Button kind={madeAt ? 'secondary' : 'primary'}>{madeAt ? words.makeAnother : words.make}</Button>
      </FormActions>
    </Form>
  )
  if (!madeAt) return make
  const moment = momentOf(madeAt, { zone: zone ?? 'UTC', place: null }, { locale, zone })
  return (
    <>
      <p>{words.madeOn({ moment: moment.text })}</p>
      {make}
      <Form action={`/${locale}/calendar/address/end`}>
        <FormActions>
          <Button kind="grave">{words.end}</Button>
        </FormActions>
      </Form>
    </>
  )
}

/** The only page that ever shows the address. */
export function AddressMadePage({ t, locale, address }: { t: Catalogue; locale: Locale; address: string }) {
  const words = t.invitations.calendar
  return (
    <div class="stack-wide">
      <h1>{words.madeTitle}</h1>
      <p>{words.madeBody}</p>
      <p>
        <copy-text data-label={words.copy} data-done={words.copied}>
          <code>{address}</code>
        </copy-text>
      </p>
      <p>
        <ButtonLink href={`/${locale}/calendar`}>{words.back}</ButtonLink>
      </p>
    </div>
  )
}
