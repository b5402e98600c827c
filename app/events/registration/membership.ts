import { sql } from 'kysely'
import { holds, organisationsOf, type Scope } from '../../accounts/scope.ts'
import { plainRole } from '../../platform/db/plainRole.ts'
import type { Db } from '../../platform/db/tables.ts'
import { transaction } from '../../platform/db/transaction.ts'

/**
 * Whether somebody may come for an organisation where an event takes members: the asker belongs to it, and it is a host, a member of a host's
 * cluster, or one to which an agreement in force opens a host's events. The database looks the grant up, as for profiles.
 */
export function comesAsMember(
  db: Db,
  scope: Scope,
  { eventId, organisationId }: { eventId: string; organisationId?: string | null },
  now: Date,
): Promise<boolean> {
  if (!organisationId || !organisationsOf(scope).includes(organisationId)) return Promise.resolve(false)
  const coordinates = holds(scope, organisationId, 'manager', 'coordinator') ? organisationId : ''
  return transaction(db, async (tx) => {
    await plainRole(tx, {
      now: now.toISOString(),
      organisations: `{${organisationId}}`,
      coordinates: `{${coordinates}}`,
      purpose: '',
    })
    const { rows } = await sql<{ comes: boolean }>`
      with host as (
        select lead_organisation_id as id from event where id = ${eventId}
        union
        select organisation_id from event_host where event_id = ${eventId}
      )
      select exists (
        select from host where id = ${organisationId} or id = any (opened_to_asker('events'))
          or ${organisationId} in (
            select m.organisation_id from cluster c join cluster_membership m on m.cluster_id = c.id
            where c.managing_organisation_id = host.id
              and (m.since is null or m.since <= ${now.toISOString()}::timestamptz::date)
              and (m.until is null or m.until >= ${now.toISOString()}::timestamptz::date))
      ) as comes`.execute(tx)
    return rows[0]?.comes === true
  })
}
