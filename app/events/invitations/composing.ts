import type { Locale } from '../../language/locales.ts'
import { nameText, type PersonName } from '../../language/names.ts'
import { pick } from '../../language/translated.ts'
import { catalogues } from '../../platform/i18n/catalogue.ts'
import { composeMail } from '../../platform/mail/layout.ts'
import type { Mail } from '../../platform/mail/queue.ts'
import type { EventView } from '../event.ts'
import { writeCalendar } from '../calendar/calendar.ts'
import { entryOf, invitationOf } from './entry.ts'
import type { NoticeKind } from './tables.ts'
import { type EventFacts, isOnline, pageOf, titleFor, whenFor, whereFor } from './wording.ts'

export type Recipient = {
  name: PersonName
  address: string
  locale: Locale
  timeZone: string
  /** Where they see and change their registration without an account; null where it cannot be told any more. */
  personalAddress: string | null
}

export type Notice = {
  kind: NoticeKind
  event: EventView
  origin: string
  mailFrom: string
  at: Date
  /** Given by whoever declined. */
  reason?: string | null
  /** When it was to begin until now. */
  before?: Pick<EventFacts, 'begins' | 'ends' | 'zone'>
  calendar?: { method: 'REQUEST' | 'CANCEL'; sequence: number } | null
}

/** One mail about a registration, in the recipient's language and by their clock. */
export function composeNotice(notice: Notice, to: Recipient): Mail {
  const { event, kind } = notice
  const { locale } = to
  const t = catalogues[locale].invitations.mails
  const title = titleFor(event, locale)
  const isOver = kind === 'declined' || kind === 'withdrawn' || kind === 'cancelled'
  const reason = kind === 'cancelled' ? reasonOf(event, locale) : kind === 'declined' ? notice.reason : null
  const paragraphs = [
    t[kind].body({ title }),
    ...(reason ? [t.reason({ reason })] : []),
    whenAndWhere(notice, to),
    ...(!isOver && isOnline(event) ? [t.access] : []),
    t.page({ address: pageOf(notice.origin, event, locale) }),
  ]
  return {
    to: { name: nameText(to.name, locale), address: to.address },
    locale,
    kind: `event-${kind}`,
    subject: t[kind].subject({ title }),
    about: { kind: 'event', id: event.id },
    at: notice.at,
    ...composeMail({
      locale,
      greeting: t.greeting({ name: nameText(to.name, locale) }),
      paragraphs,
      ...(to.personalAddress ? { action: { label: t.manage, href: to.personalAddress } } : {}),
      footer: to.personalAddress ? t.footer : t.publicFooter,
    }),
    ...(notice.calendar ? { calendar: calendarOf(notice, notice.calendar, to) } : {}),
  }
}

function whenAndWhere({ event, before, kind }: Notice, { locale, timeZone }: Recipient): string {
  const t = catalogues[locale].invitations.mails
  const when = whenFor(event, locale, timeZone)
  const earlier = kind === 'moved' && before ? whenFor({ ...event, ...before }, locale, timeZone) : when
  return [
    t.when({ when }),
    ...(earlier === when ? [] : [t.moved.before({ when: earlier })]),
    t.where({ where: whereFor(event, locale) }),
  ].join('\n')
}

const reasonOf = (event: EventView, locale: Locale): string | null => {
  const reason = event.cancelled?.reason
  return (reason && pick(reason.text, locale, reason.original)?.text) ?? null
}

function calendarOf(notice: Notice, { method, sequence }: NonNullable<Notice['calendar']>, to: Recipient) {
  const { event, origin, mailFrom, at: stamp } = notice
  const { locale: language } = to
  const entry = entryOf({ event, origin, language, sequence, stamp, isCancelled: method === 'CANCEL' })
  const attendee = { name: nameText(to.name, language), address: to.address, language }
  return { method, text: writeCalendar({ method, entries: [invitationOf(entry, mailFrom, attendee)] }) }
}
