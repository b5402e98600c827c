import { holds, type Scope } from '../../accounts/scope.ts'
import type { Db } from '../../platform/db/tables.ts'
import type { ProfileText } from '../profileText.ts'
import type { OrganisationKind } from '../tables.ts'

export type ClusterOfMembers = { id: string; slug: string; name: ProfileText; homeId: string; timeZone: string }

/** A cluster whose list of members the asker keeps; null for everybody else. */
export async function clusterOfMembers(db: Db, scope: Scope, slug: string): Promise<ClusterOfMembers | null> {
  const row = await db
    .selectFrom('cluster')
    .innerJoin('organisation as home', 'home.id', 'cluster.managing_organisation_id')
    .select(['cluster.id', 'cluster.slug', 'cluster.name', 'home.id as homeId', 'home.time_zone as timeZone'])
    .where('cluster.slug', '=', slug)
    .executeTakeFirst()
  return row && holds(scope, row.homeId, 'manager', 'coordinator') ? row : null
}

export type ListedMember = {
  id: string
  slug: string
  name: ProfileText
  kind: OrganisationKind
  since: string | null
  /** How many parts of the profile are written. */
  parts: number
}

const PAGE = 100

/** Members of a cluster on a day, by their short names; `after` is the last one already seen. */
export async function membersOf(
  db: Db,
  _scope: Scope,
  clusterId: string,
  { today, after }: { today: string; after?: string | undefined },
): Promise<{ members: ListedMember[]; next: string | null; total: number; byKind: [OrganisationKind, number][] }> {
  const current = db
    .selectFrom('cluster_membership as membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .innerJoin('member_profile as profile', 'profile.organisation_id', 'organisation.id')
    .where('membership.cluster_id', '=', clusterId)
    .where('profile.withdrawn_at', 'is', null)
    .where((where) => where.or([where('membership.since', 'is', null), where('membership.since', '<=', today)]))
    .where((where) => where.or([where('membership.until', 'is', null), where('membership.until', '>=', today)]))
  const rows = await current
    .select(['organisation.id', 'organisation.slug', 'organisation.name', 'organisation.kind', 'membership.since'])
    .select((count) =>
      count
        .selectFrom('profile_part')
        .select((all) => all.fn.countAll<string>().as('parts'))
        .whereRef('profile_part.organisation_id', '=', 'organisation.id')
        .as('parts'),
    )
    .where('organisation.slug', '>', after ?? '')
    .orderBy('organisation.slug')
    .limit(PAGE + 1)
    .execute()
  const kinds = await current
    .select('organisation.kind')
    .select((count) => count.fn.count<string>('organisation.id').distinct().as('count'))
    .groupBy('organisation.kind')
    .orderBy('organisation.kind')
    .execute()
  const members = rows.slice(0, PAGE).map((row) => ({ ...row, parts: Number(row.parts ?? 0) }))
  const byKind = kinds.map(({ kind, count }): [OrganisationKind, number] => [kind, Number(count)])
  return {
    members,
    next: rows.length > PAGE ? (members.at(-1)?.slug ?? null) : null,
    total: byKind.reduce((sum, [, count]) => sum + count, 0),
    byKind,
  }
}
