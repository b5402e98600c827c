import { holds, organisationsOf, type Scope } from '../../accounts/scope.ts'
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/tables.ts'

/** The coordinators of the home cluster review a need. */
export const reviewsFor = (scope: Scope, homeId: string): boolean => holds(scope, homeId, 'manager', 'coordinator')

/** A need is kept by the member's own people, and by the coordinators of its home cluster for members that are busy. */
export const keepsFor = (scope: Scope, organisationId: string, homeId: string): boolean =>
  holds(scope, organisationId, 'member', 'manager', 'coordinator') || reviewsFor(scope, homeId)

/** Whom the asker stands for: the organisations, and the clusters that these run or are in. */
export type Circle = { organisations: string[]; clusters: string[] }

export async function circleOf(db: Db | Tx, scope: Scope, now: Date): Promise<Circle> {
  const organisations = organisationsOf(scope)
  return { organisations, clusters: await clustersOf(db, organisations, now) }
}

/** The clusters that organisations run, or are in today. */
export async function clustersOf(db: Db | Tx, organisations: readonly string[], now: Date): Promise<string[]> {
  if (organisations.length === 0) return []
  const today = now.toISOString().slice(0, 10)
  const rows = await db
    .selectFrom('cluster')
    .leftJoin('cluster_membership as membership', 'membership.cluster_id', 'cluster.id')
    .select('cluster.id')
    .distinct()
    .where((where) =>
      where.or([
        where('cluster.managing_organisation_id', 'in', organisations),
        where.and([
          where('membership.organisation_id', 'in', organisations),
          where.or([where('membership.since', 'is', null), where('membership.since', '<=', today)]),
          where.or([where('membership.until', 'is', null), where('membership.until', '>=', today)]),
        ]),
      ]),
    )
    .execute()
  return rows.map(({ id }) => id)
}

/** Holds for a need (in a query that names it `need`) from which nobody of the circle is excluded. */
export const isNoRival = ({ organisations, clusters }: Circle) => sql<boolean>`not exists (
  select from need_exclusion rival where rival.need_id = need.id
    and (rival.organisation_id = any(${organisations}::uuid[]) or rival.cluster_id = any(${clusters}::uuid[])))`

/** The latest step of a need (in a query that names it `need`). */
export const latestAct = sql<string | null>`(
  select step.act from need_step step where step.need_id = need.id order by step.at desc, step.id desc limit 1)`

/** Holds for a need that everybody may read now. */
export const isPublished = (now: Date) =>
  sql<boolean>`${latestAct} in ('published', 'renewed') and need.expires_on >= (${now}::timestamptz at time zone need.zone)::date`
