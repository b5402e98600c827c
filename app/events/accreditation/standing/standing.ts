import { organisationsOf, type Scope } from '../../../accounts/scope.ts'
import type { Locale } from '../../../language/locales.ts'
import type { PersonName } from '../../../language/names.ts'
import { localTime } from '../../../language/times.ts'
import type { Content } from '../../../language/translated.ts'
import { isId } from '../../../platform/ids.ts'
import type { Db, Tx } from '../../../platform/db/tables.ts'
import type { PressEvent } from '../pressEvent.ts'
import type { PressRole } from '../tables.ts'
import { alliedWith } from './allied.ts'

/** Somebody's accreditation beyond one event. */
export type Standing = {
  id: string
  organisationId: string
  organisationName: Content
  zone: string
  address: string
  name: PersonName
  outlet: string
  outletKey: string
  role: PressRole
  locale: Locale
  givenFor: string
  givenAt: Date
  expiresAt: Date
  revokedAt: Date | null
  revokedBecause: string | null
}

export const isValid = (standing: Standing, now: Date): boolean =>
  standing.revokedAt === null && standing.expiresAt > now

/** All that the asker's organisations have given, the newest first. */
export async function standingGivenBy(db: Db | Tx, scope: Scope): Promise<Standing[]> {
  const own = organisationsOf(scope, 'coordinator', 'manager')
  if (own.length === 0) return []
  const rows = await selection(db).where('organisation_id', 'in', own).orderBy('given_at', 'desc').execute()
  return rows.map(presented)
}

/** A standing accreditation that the asker's organisation has given. */
export async function ownStanding(db: Db | Tx, scope: Scope, id: string): Promise<Standing | null> {
  const own = organisationsOf(scope, 'coordinator', 'manager')
  if (own.length === 0 || !isId(id)) return null
  const row = await selection(db)
    .where('standing_accreditation.id', '=', id)
    .where('organisation_id', 'in', own)
    .executeTakeFirst()
  return row ? presented(row) : null
}

/** What the asker's organisation made of one application, the last of it. */
export async function standingOfApplication(
  db: Db | Tx,
  scope: Scope,
  registrationId: string,
): Promise<Standing | null> {
  const own = organisationsOf(scope, 'coordinator', 'manager')
  if (own.length === 0) return null
  const row = await selection(db)
    .where('given_for', '=', registrationId)
    .where('organisation_id', 'in', own)
    .orderBy('given_at', 'desc')
    .executeTakeFirst()
  return row ? presented(row) : null
}

/** What would admit this address to the event, if it can be shown to be the applicant's own. */
export async function standingFor(
  db: Db | Tx,
  event: PressEvent,
  addressKey: string,
  now: Date,
): Promise<Standing | null> {
  const hosts = [...new Set([event.leadOrganisationId, ...event.hostIds])]
  const allied = await alliedWith(db, hosts, localTime(now.toISOString(), event.zone).date)
  const row = await selection(db)
    .where('address_key', '=', addressKey)
    .where('organisation_id', 'in', allied)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('expires_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? presented(row) : null
}

const selection = (db: Db | Tx) =>
  db
    .selectFrom('standing_accreditation')
    .innerJoin('organisation', 'organisation.id', 'standing_accreditation.organisation_id')
    .selectAll('standing_accreditation')
    .select(['organisation.name as organisation_name', 'organisation.time_zone'])

const presented = (row: Awaited<ReturnType<ReturnType<typeof selection>['execute']>>[number]): Standing => ({
  id: row.id,
  organisationId: row.organisation_id,
  organisationName: row.organisation_name,
  zone: row.time_zone,
  address: row.address,
  name: row.name,
  outlet: row.outlet,
  outletKey: row.outlet_key,
  role: row.role,
  locale: row.locale,
  givenFor: row.given_for,
  givenAt: row.given_at,
  expiresAt: row.expires_at,
  revokedAt: row.revoked_at,
  revokedBecause: row.revoked_because,
})
