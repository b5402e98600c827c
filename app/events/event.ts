import type { Locale } from '../language/locales.ts'
import type { Content, Translated } from '../language/translated.ts'
import type { Db, Tx } from '../platform/db/tables.ts'
import { type ProgrammeItem, programmeOf } from './programme/programmeOf.ts'
import { categoriesOf, type Category } from './registration/categories.ts'
import type { EventKind, Venue } from './tables.ts'

export type { Category } from './registration/categories.ts'

/** One of those who invite, with the place and the clock they live by. */
export type Host = {
  organisationId: string
  slug: string
  name: Content
  country: string
  /** IANA name. */
  zone: string
  seat: Translated | null
  isLead: boolean
}

/** An event as its readers know it. Nothing in here lets anybody in. */
export type EventView = {
  id: string
  slug: string
  kind: EventKind
  title: Content
  subtitle: Content | null
  description: Content | null
  /** Where its times were declared; `place` is a nearer name for it than the zone's city (Kobe, not Tokyo). */
  zone: string
  place: Translated | null
  begins: Date
  ends: Date
  venue: Venue
  languages: Locale[]
  interpretation: { from: Locale; to: Locale }[]
  leadOrganisationId: string
  hostIds: string[]
  /** In the order of display. A lead that the list does not name comes first. */
  hosts: Host[]
  agreementId: string | null
  demonstration: boolean
  published: { at: Date } | null
  cancelled: { at: Date; reason: Content | null } | null
  /** How many changes those invited have heard of; calendars number by it. */
  sequence: number
  programme: ProgrammeItem[]
  categories: Category[]
}

/** Puts an event together from its rows. No scope is asked here: callers have asked already, or ask with what they get. */
export async function assembleEvent(db: Db | Tx, by: { slug: string } | { id: string }): Promise<EventView | null> {
  const row = await db
    .selectFrom('event')
    .leftJoin('event_publication', 'event_publication.event_id', 'event.id')
    .leftJoin('event_cancellation', 'event_cancellation.event_id', 'event.id')
    .selectAll('event')
    .select(['published_at', 'cancelled_at', 'event_cancellation.reason'])
    .select((select) =>
      select
        .selectFrom('event_change')
        .select((change) => change.fn.max('sequence').as('sequence'))
        .whereRef('event_change.event_id', '=', 'event.id')
        .as('sequence'),
    )
    .where((where) => ('id' in by ? where('event.id', '=', by.id) : where('event.slug', '=', by.slug)))
    .executeTakeFirst()
  if (!row) return null
  // One after another: inside a transaction there is one connection.
  const { hosts, hostIds } = await hostsOf(db, row.id, row.lead_organisation_id)
  const lead = hosts.find((host) => host.isLead)
  return {
    id: row.id,
    slug: row.slug,
    kind: row.kind,
    title: row.title,
    subtitle: row.subtitle,
    description: row.description,
    zone: row.zone,
    place: lead?.zone === row.zone ? lead.seat : null,
    begins: row.begins_at,
    ends: row.ends_at,
    venue: row.venue,
    languages: row.languages,
    interpretation: row.interpretation,
    leadOrganisationId: row.lead_organisation_id,
    hostIds,
    hosts,
    agreementId: row.agreement_id,
    demonstration: row.demonstration,
    published: row.published_at ? { at: row.published_at } : null,
    cancelled: row.cancelled_at ? { at: row.cancelled_at, reason: row.reason } : null,
    sequence: row.sequence ?? 0,
    programme: await programmeOf(db, row.id),
    categories: await categoriesOf(db, row.id),
  }
}

async function hostsOf(db: Db | Tx, eventId: string, leadId: string): Promise<{ hosts: Host[]; hostIds: string[] }> {
  const rows = await db
    .selectFrom('organisation')
    .leftJoin('event_host', (join) =>
      join.onRef('event_host.organisation_id', '=', 'organisation.id').on('event_host.event_id', '=', eventId),
    )
    .select(['organisation.id', 'slug', 'name', 'country', 'time_zone', 'seat', 'position'])
    .where((where) => where.or([where('position', 'is not', null), where('organisation.id', '=', leadId)]))
    .orderBy('position', (order) => order.asc().nullsFirst())
    .execute()
  const hosts = rows.map((row) => ({
    organisationId: row.id,
    slug: row.slug,
    name: row.name,
    country: row.country,
    zone: row.time_zone,
    seat: row.seat?.text ?? null,
    isLead: row.id === leadId,
  }))
  return { hosts, hostIds: rows.flatMap((row) => (row.position === null ? [] : [row.id])) }
}
