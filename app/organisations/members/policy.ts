import { holds, type Scope } from '../../accounts/scope.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'

/** The organisations that run the clusters an organisation is in on a day, `YYYY-MM-DD`. */
export async function homesOf(db: Db | Tx, organisationId: string, today: string): Promise<string[]> {
  const rows = await db
    .selectFrom('cluster_membership as membership')
    .innerJoin('cluster', 'cluster.id', 'membership.cluster_id')
    .select('cluster.managing_organisation_id')
    .distinct()
    .where('membership.organisation_id', '=', organisationId)
    .where((where) => where.or([where('membership.since', 'is', null), where('membership.since', '<=', today)]))
    .where((where) => where.or([where('membership.until', 'is', null), where('membership.until', '>=', today)]))
    .execute()
  return rows.map((row) => row.managing_organisation_id)
}

/** A profile is kept by the member's own people, and by the coordinators of its clusters for members that are busy. */
export const keepsProfile = (scope: Scope, organisationId: string, homes: readonly string[]): boolean =>
  holds(scope, organisationId, 'member', 'manager', 'coordinator') ||
  homes.some((home) => holds(scope, home, 'manager', 'coordinator'))
