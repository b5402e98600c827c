import { isOperator, type Scope } from '../accounts/scope.ts'
import type { Locale } from '../language/locales.ts'
import type { Content, Translated } from '../language/translated.ts'
import type { StoredName } from '../organisations/storedName.ts'
import type { Db } from '../platform/db/tables.ts'
import { mayMove, mayPlan } from './policy.ts'
import { type Ceremony, readCeremony } from './reading.ts'

/** Whom to turn to when something fails. */
export type Helper = { name: StoredName; locale: Locale; address: string | null }

/** An event with what its ceremony's pages need to know of it, and what the asker may do there. */
export type CeremonyEvent = {
  id: string
  slug: string
  title: Content
  begins: Date
  ends: Date
  zone: string
  /** Where the leading organisation sits, if its clock is the ceremony's: Kobe, not Tokyo. */
  place: Translated | undefined
  languages: Locale[]
  demonstration: boolean
  leadOrganisationId: string
  hostIds: string[]
  agreement: { id: string; reference: string; isPublic: boolean } | null
  isPublished: boolean
  /** Set when it will not take place; the reason, if one was given. */
  cancelled: { reason: Content | null } | null
  /** Null until a run of show is written. */
  ceremony: Ceremony | null
  mayMove: boolean
  mayPlan: boolean
  /** The asker's own place among the signatories. */
  signatoryId: string | null
}

/**
 * The ceremony of an address, for whoever may know of it: everybody once its event is published, before that those who organise it,
 * who were named to move it, who sign at it, and the operator of the installation.
 */
export async function findCeremony(db: Db, scope: Scope, slug: string): Promise<CeremonyEvent | null> {
  const row = await eventRow(db, slug)
  if (!row) return null
  const hosts = await db.selectFrom('event_host').select('organisation_id').where('event_id', '=', row.id).execute()
  const event = { leadOrganisationId: row.lead_organisation_id, hostIds: hosts.map((host) => host.organisation_id) }
  const ceremony = await readCeremony(db, row.id)
  const rights = {
    mayMove: ceremony ? mayMove(scope, ceremony) : false,
    mayPlan: mayPlan(scope, event),
    signatoryId: await ownPlace(db, scope, row.agreement_id),
  }
  const isPublished = row.published_at !== null
  const isCrew = rights.mayMove || rights.mayPlan || rights.signatoryId !== null
  if (!isPublished && !isCrew && !isOperator(scope)) return null
  const { agreement_id: agreementId, reference } = row
  return {
    id: row.id,
    slug,
    title: row.title,
    begins: row.begins_at,
    ends: row.ends_at,
    zone: row.zone,
    place: row.time_zone === row.zone && row.seat ? row.seat.text : undefined,
    languages: row.languages,
    demonstration: row.demonstration,
    ...event,
    agreement: agreementId && reference ? { id: agreementId, reference, isPublic: row.shown_at !== null } : null,
    isPublished,
    cancelled: row.cancelled_at ? { reason: row.cancelled_because } : null,
    ceremony,
    ...rights,
  }
}

const eventRow = (db: Db, slug: string) =>
  db
    .selectFrom('event')
    .innerJoin('organisation', 'organisation.id', 'event.lead_organisation_id')
    .leftJoin('event_publication', 'event_publication.event_id', 'event.id')
    .leftJoin('event_cancellation', 'event_cancellation.event_id', 'event.id')
    .leftJoin('agreement', 'agreement.id', 'event.agreement_id')
    .leftJoin('publication', 'publication.agreement_id', 'event.agreement_id')
    .select([
      'event.id',
      'event.title',
      'event.begins_at',
      'event.ends_at',
      'event.zone',
      'event.languages',
      'event.demonstration',
      'event.lead_organisation_id',
      'event.agreement_id',
      'event_publication.published_at',
      'event_cancellation.cancelled_at',
      'event_cancellation.reason as cancelled_because',
      'organisation.seat',
      'organisation.time_zone',
      'agreement.reference',
      'publication.published_at as shown_at',
    ])
    .where('event.slug', '=', slug)
    .executeTakeFirst()

async function ownPlace(db: Db, { person }: Scope, agreementId: string | null): Promise<string | null> {
  if (!person || !agreementId) return null
  const row = await db
    .selectFrom('signatory')
    .select('id')
    .where('agreement_id', '=', agreementId)
    .where('person_id', '=', person.personId)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Those who were named to move the ceremony, else the coordinators of the leading organisation. */
export async function helpersOf(db: Db, event: CeremonyEvent): Promise<Helper[]> {
  const named = event.ceremony?.operatorIds ?? []
  const ids = named.length > 0 ? named : await coordinatorsOf(db, event.leadOrganisationId)
  if (ids.length === 0) return []
  const people = await db
    .selectFrom('person')
    .select(['name', 'locale', 'address'])
    .where('id', 'in', ids)
    .where('erased_at', 'is', null)
    .execute()
  return people.map(({ name, locale, address }) => ({ name, locale: locale as Locale, address }))
}

async function coordinatorsOf(db: Db, organisationId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('role_assignment')
    .select('person_id')
    .where('organisation_id', '=', organisationId)
    .where('role', '=', 'coordinator')
    .where('ended_at', 'is', null)
    .execute()
  return rows.map(({ person_id }) => person_id)
}

export type Candidate = { id: string; name: StoredName; organisation: Content }

/** Coordinators and managers of the organisations that host, who may be named to move the ceremony. */
export async function candidatesFor(db: Db, { leadOrganisationId, hostIds }: CeremonyEvent): Promise<Candidate[]> {
  const rows = await db
    .selectFrom('role_assignment')
    .innerJoin('person', 'person.id', 'role_assignment.person_id')
    .innerJoin('organisation', 'organisation.id', 'role_assignment.organisation_id')
    .select(['person.id', 'person.name', 'organisation.name as organisation', 'organisation.id as organisationId'])
    .where('role_assignment.organisation_id', 'in', [leadOrganisationId, ...hostIds])
    .where('role_assignment.role', 'in', ['coordinator', 'manager'])
    .where('role_assignment.ended_at', 'is', null)
    .where('person.erased_at', 'is', null)
    .orderBy('role_assignment.given_at')
    .orderBy('person.id')
    .execute()
  const seen = new Set<string>()
  const once = rows.filter(({ id }) => !seen.has(id) && seen.add(id))
  return once.map(({ id, name, organisation }) => ({ id, name, organisation }))
}
