import type { Scope } from '../accounts/scope.ts'
import type { Locale } from '../language/locales.ts'
import type { ContactKind } from '../exchange/contacts/tables.ts'
import type { Translated } from '../language/translated.ts'
import { textFor } from '../organisations/profileText.ts'
import { storedNameText } from '../organisations/storedName.ts'
import type { Db } from '../platform/db/tables.ts'
import { mayReadResponsibilities } from './policy.ts'
import type { Handover } from './tables.ts'

export type Colleague = { personId: string; name: string; roles: string[] }

export type Place = { id: string; slug: string; name: string; timeZone: string; colleagues: Colleague[] }

/** An organisation and those who manage or coordinate there, for somebody who does too; null for everybody else. */
export async function placeBySlug(db: Db, scope: Scope, slug: string, reader: Locale): Promise<Place | null> {
  const row = await db
    .selectFrom('organisation')
    .select(['id', 'slug', 'name', 'time_zone'])
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (!row || !mayReadResponsibilities(scope, row.id)) return null
  const holders = await db
    .selectFrom('role_assignment as held')
    .innerJoin('person', 'person.id', 'held.person_id')
    .select(['person.id', 'person.name', 'held.role'])
    .where('held.organisation_id', '=', row.id)
    .where('held.role', 'in', ['manager', 'coordinator'])
    .where('held.ended_at', 'is', null)
    .orderBy('held.given_at')
    .orderBy('held.id')
    .execute()
  const colleagues = new Map<string, Colleague>()
  for (const holder of holders) {
    const one = colleagues.get(holder.id) ?? {
      personId: holder.id,
      name: storedNameText(holder.name, reader),
      roles: [],
    }
    one.roles.push(holder.role)
    colleagues.set(holder.id, one)
  }
  const name = textFor(row.name, reader)?.text ?? row.slug
  return { id: row.id, slug: row.slug, name, timeZone: row.time_zone, colleagues: [...colleagues.values()] }
}

export type Acquaintance = {
  counterpart: string
  people: string | null
  kind: ContactKind
  heldOn: string
  /** What was said last. */
  agreed: string
}

/** Whom one knows and what was said last: the newest entry of the log for everybody who was met. */
export async function acquaintancesOf(db: Db, _scope: Scope, organisationId: string): Promise<Acquaintance[]> {
  const rows = await db
    .selectFrom('contact_entry')
    .distinctOn(['counterpart', 'people'])
    .select(['counterpart', 'people', 'kind', 'held_on as heldOn', 'agreed'])
    .where('organisation_id', '=', organisationId)
    .where('withdrawn_at', 'is', null)
    .orderBy('counterpart')
    .orderBy('people')
    .orderBy('held_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.toSorted((one, other) => other.heldOn.localeCompare(one.heldOn)).slice(0, MOST)
}

/** Former handovers at the organisation, newest first. */
export async function handoversAt(db: Db, _scope: Scope, organisationId: string, reader: Locale): Promise<Handover[]> {
  const rows = await db
    .selectFrom('handover')
    .innerJoin('person as leaving', 'leaving.id', 'handover.from_person_id')
    .innerJoin('person as coming', 'coming.id', 'handover.to_person_id')
    .select([
      'handover.note',
      'handover.moved',
      'handover.handed_over_at as at',
      'leaving.name as leaving_name',
      'coming.name as coming_name',
    ])
    .where('handover.organisation_id', '=', organisationId)
    .orderBy('handover.handed_over_at', 'desc')
    .limit(MOST)
    .execute()
  return rows.map(({ note, moved, at, leaving_name, coming_name }) => ({
    note,
    moved,
    at,
    from: storedNameText(leaving_name, reader),
    to: storedNameText(coming_name, reader),
  }))
}

export type Running = { reference: string; title: Translated; until: string | null }

/** Agreements that the organisation is party to and that have not ended, the nearest end first. */
export async function runningAgreements(
  db: Db,
  _scope: Scope,
  organisationId: string,
  today: string,
): Promise<Running[]> {
  return db
    .selectFrom('agreement')
    .innerJoin('agreement_party as party', 'party.agreement_id', 'agreement.id')
    .leftJoin('entry_into_force as force', 'force.agreement_id', 'agreement.id')
    .select(['agreement.reference', 'agreement.title', 'force.in_force_until as until'])
    .where('party.organisation_id', '=', organisationId)
    .where((where) => where.or([where('force.in_force_until', 'is', null), where('force.in_force_until', '>=', today)]))
    .orderBy('force.in_force_until')
    .orderBy('agreement.id', 'desc')
    .limit(MOST)
    .execute()
}

/** What fits one page that somebody reads on a first day. */
const MOST = 40
