import { type ExpressionBuilder, sql } from 'kysely'
import type { Locale } from '../../language/locales.ts'
import type { Db, Tables } from '../../platform/db/tables.ts'
import { catalogues } from '../../platform/i18n/catalogue.ts'
import { type CalendarEntry, writeCalendar } from '../calendar/calendar.ts'
import { addressKey } from '../registration/keys.ts'
import { entryOf } from './entry.ts'

const DAY = 24 * 60 * 60_000

/** How far back a feed goes: long enough that nobody misses what they slept through. */
const PAST = 60 * DAY
const MOST = 500

type Where = (where: ExpressionBuilder<Tables, 'event'>) => ReturnType<typeof sql<boolean>>

export type ListedEvent = Awaited<ReturnType<typeof eventsFor>>[number]

async function eventsFor(db: Db, since: Date, where: Where | null) {
  let query = db
    .selectFrom('event')
    .innerJoin('event_publication', 'event_publication.event_id', 'event.id')
    .leftJoin('event_cancellation', 'event_cancellation.event_id', 'event.id')
    .innerJoin('organisation', 'organisation.id', 'event.lead_organisation_id')
    .select(['event.id', 'event.slug', 'title', 'zone', 'venue', 'begins_at as begins', 'ends_at as ends'])
    .select(['published_at', 'cancelled_at', 'organisation.time_zone', 'organisation.seat'])
    .select((eb) => [
      eb
        .selectFrom('event_change')
        .select(({ fn }) => fn.max('sequence').as('sequence'))
        .whereRef('event_change.event_id', '=', 'event.id')
        .as('sequence'),
      eb
        .selectFrom('event_change')
        .select(({ fn }) => fn.max('changed_at').as('changed'))
        .whereRef('event_change.event_id', '=', 'event.id')
        .as('changed'),
    ])
    .where('ends_at', '>=', since)
    .orderBy('begins_at')
    .orderBy('event.id')
    .limit(MOST)
  if (where) query = query.where((eb) => where(eb as never))
  const rows = await query.execute()
  return rows.map((row) => ({ ...row, place: row.time_zone === row.zone ? (row.seat?.text ?? null) : null }))
}

/** What somebody sees in their own calendar: where they have a place, and what their organisations host. */
export const eventsOfPerson = (db: Db, person: { id: string; address: string }, since: Date) =>
  eventsFor(
    db,
    since,
    () => sql<boolean>`(exists (
      select from registration join registration_decision as decision
        on decision.registration_id = registration.id and decision.replaced_at is null and decision.decision = 'confirmed'
      where registration.event_id = event.id
        and (registration.person_id = ${person.id} or registration.address_key = ${addressKey(person.address)}))
    or exists (
      select from role_assignment as held
      where held.person_id = ${person.id} and held.ended_at is null
        and (held.organisation_id = event.lead_organisation_id
          or held.organisation_id in (select organisation_id from event_host where event_host.event_id = event.id))))`,
  )

/** The same bytes until something in it changes, so that programs that ask every hour are told "nothing new". */
export async function publicFeed(db: Db, now: Date, origin: string, language: Locale): Promise<string> {
  const events = await eventsFor(db, new Date(now.getTime() - PAST), null)
  return feedOf(events, origin, language, catalogues[language].invitations.calendar.feedName)
}

export async function personFeed(
  db: Db,
  now: Date,
  origin: string,
  person: { id: string; address: string; locale: Locale },
): Promise<string> {
  const events = await eventsOfPerson(db, person, new Date(now.getTime() - PAST))
  return feedOf(events, origin, person.locale, catalogues[person.locale].invitations.calendar.ownFeedName)
}

function feedOf(events: readonly ListedEvent[], origin: string, language: Locale, name: string): string {
  const entries = events.map((event) => publicEntry(event, origin, language))
  return writeCalendar({ method: 'PUBLISH', name: { text: `${name} · Musubi`, language }, entries })
}

const publicEntry = (event: ListedEvent, origin: string, language: Locale): CalendarEntry =>
  entryOf({
    event,
    origin,
    language,
    sequence: event.sequence ?? 0,
    stamp: event.changed && event.changed > event.published_at ? event.changed : event.published_at,
    isCancelled: event.cancelled_at !== null,
  })

/** One event to be put into a calendar by whoever reads its page. */
export async function eventFile(db: Db, eventId: string, origin: string, language: Locale): Promise<string | null> {
  const [event] = await eventsFor(db, new Date(0), () => sql<boolean>`event.id = ${eventId}`)
  return event ? writeCalendar({ method: 'PUBLISH', entries: [publicEntry(event, origin, language)] }) : null
}
