import type { Locale } from '../language/locales.ts'
import type { Content, Translated } from '../language/translated.ts'
import type { Db, Tx } from '../platform/db/tables.ts'
import type { CategoryKind, EventKind, FormField, Speaker, Venue } from './tables.ts'

/** An organisation that invites, with the place whose clock its people live by. */
export type EventHost = { id: string; slug: string; name: Translated; timeZone: string; seat: Translated | null }

export type ProgrammeItem = {
  id: string
  begins: Date
  minutes: number
  title: Content
  description: Content | null
  speakers: Speaker[]
  languages: Locale[]
}

/** The rules by which one kind of guest is taken in. */
export type Category = {
  id: string
  kind: CategoryKind
  title: Content
  opensAt: Date | null
  closesAt: Date
  closesInclusive: boolean
  zone: string
  capacity: number | null
  capPerAffiliation: number | null
  needsApproval: boolean
  waitingList: boolean
  lateQueue: boolean
  fields: FormField[]
}

/** An event as its readers know it. Nothing in here lets anybody in. */
export type EventView = {
  id: string
  slug: string
  kind: EventKind
  title: Content
  subtitle: Content | null
  description: Content | null
  zone: string
  begins: Date
  ends: Date
  venue: Venue
  languages: Locale[]
  interpretation: { from: Locale; to: Locale }[]
  leadOrganisationId: string
  /** Those who invite besides the lead. */
  hostIds: string[]
  /** The lead first, then the others in the order of display. */
  hosts: EventHost[]
  agreementId: string | null
  demonstration: boolean
  published: { at: Date } | null
  cancelled: { at: Date; reason: Content | null } | null
  /** How often what the invited must know has changed; calendars number by it. */
  sequence: number
  programme: ProgrammeItem[]
  categories: Category[]
}

/** Puts an event together from its rows. No scope is asked here: callers in `finding.ts` and the verbs have asked already. */
export async function assembleEvent(db: Db | Tx, wanted: { id: string } | { slug: string }): Promise<EventView | null> {
  const row = await db
    .selectFrom('event')
    .leftJoin('event_publication', 'event_publication.event_id', 'event.id')
    .leftJoin('event_cancellation', 'event_cancellation.event_id', 'event.id')
    .selectAll('event')
    .select(['published_at', 'cancelled_at', 'event_cancellation.reason as cancellation_reason'])
    .select((expression) =>
      expression
        .selectFrom('event_change')
        .select(({ fn }) => fn.max('sequence').as('sequence'))
        .whereRef('event_change.event_id', '=', 'event.id')
        .as('sequence'),
    )
    .where('id' in wanted ? 'event.id' : 'event.slug', '=', 'id' in wanted ? wanted.id : wanted.slug)
    .executeTakeFirst()
  if (!row) return null
  const { id } = row
  // One after another: inside a transaction there is one connection.
  const others = await hostIdsOf(db, id)
  return {
    id: row.id,
    slug: row.slug,
    kind: row.kind,
    title: row.title,
    subtitle: row.subtitle,
    description: row.description,
    zone: row.zone,
    begins: row.begins_at,
    ends: row.ends_at,
    venue: row.venue,
    languages: row.languages,
    interpretation: row.interpretation,
    leadOrganisationId: row.lead_organisation_id,
    hostIds: others,
    hosts: await hostsOf(db, [row.lead_organisation_id, ...others]),
    agreementId: row.agreement_id,
    demonstration: row.demonstration,
    published: row.published_at ? { at: row.published_at } : null,
    cancelled: row.cancelled_at ? { at: row.cancelled_at, reason: row.cancellation_reason } : null,
    sequence: row.sequence ?? 0,
    programme: await programmeOf(db, id),
    categories: await categoriesOf(db, id),
  }
}

async function hostIdsOf(db: Db | Tx, eventId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('event_host')
    .select('organisation_id')
    .where('event_id', '=', eventId)
    .orderBy('position')
    .execute()
  return rows.map(({ organisation_id }) => organisation_id)
}

async function hostsOf(db: Db | Tx, ids: string[]): Promise<EventHost[]> {
  const rows = await db
    .selectFrom('organisation')
    .select(['id', 'slug', 'name', 'time_zone', 'seat'])
    .where('id', 'in', ids)
    .execute()
  return ids.flatMap((id) => {
    const row = rows.find((candidate) => candidate.id === id)
    if (!row) return []
    return [{ id, slug: row.slug, name: row.name.text, timeZone: row.time_zone, seat: row.seat?.text ?? null }]
  })
}

async function programmeOf(db: Db | Tx, eventId: string): Promise<ProgrammeItem[]> {
  const rows = await db
    .selectFrom('programme_item')
    .selectAll()
    .where('event_id', '=', eventId)
    .orderBy('position')
    .execute()
  return rows.map(({ id, begins_at: begins, minutes, title, description, speakers, languages }) => ({
    id,
    begins,
    minutes,
    title,
    description,
    speakers,
    languages,
  }))
}

async function categoriesOf(db: Db | Tx, eventId: string): Promise<Category[]> {
  const rows = await db
    .selectFrom('registration_category')
    .selectAll()
    .where('event_id', '=', eventId)
    .orderBy('position')
    .execute()
  return rows.map(categoryOf)
}

type CategoryRow = Awaited<ReturnType<typeof rowsOfCategory>>
const rowsOfCategory = (db: Db | Tx) => db.selectFrom('registration_category').selectAll().executeTakeFirstOrThrow()

export const categoryOf = (row: CategoryRow): Category => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  opensAt: row.opens_at,
  closesAt: row.closes_at,
  closesInclusive: row.closes_inclusive,
  zone: row.zone,
  capacity: row.capacity,
  capPerAffiliation: row.cap_per_affiliation,
  needsApproval: row.needs_approval,
  waitingList: row.waiting_list,
  lateQueue: row.late_queue,
  fields: row.fields,
})
