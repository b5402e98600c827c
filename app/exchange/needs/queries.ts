import { sql } from 'kysely'
import { organisationsOf, type Scope } from '../../accounts/scope.ts'
import type { Locale } from '../../language/locales.ts'
import { localTime } from '../../language/times.ts'
import type { ProfileText } from '../../organisations/profileText.ts'
import type { Db } from '../../platform/db/tables.ts'
import type { Named } from './finding.ts'
import { circleOf, isNoRival, isPublished, latestAct } from './policy.ts'
import { soughtIn } from './searching.ts'
import { type NeedState, stateOf } from './state.ts'
import type { Direction, NeedAct, NeedKind } from './tables.ts'

export type ListedNeed = {
  reference: string
  direction: Direction
  kind: NeedKind
  title: ProfileText
  owner: Named | null
  cluster: Named
  expiresOn: string
  /** What of a question it answers, as it was typed; nothing where none was asked. */
  foundBy: string[]
}

export type NeedFilter = {
  /** What somebody looks for, in any language. */
  q?: string | undefined
  direction?: Direction | undefined
  kind?: NeedKind | undefined
  /** A cluster by its short name. */
  cluster?: string | undefined
  /** The language it was written in. */
  language?: Locale | undefined
}

const PAGE = 20

/** What is published now, what answers more of a question first, then the latest; anonymous needs without whose they are. Pages count from 1. */
export async function publishedNeeds(
  db: Db,
  scope: Scope,
  now: Date,
  filter: NeedFilter,
  page: number,
): Promise<{ needs: ListedNeed[]; total: number; hasMore: boolean }> {
  let query = rows(db)
    .select(sql<string>`count(*) over ()`.as('total'))
    .where(isPublished(now))
    .where(isNoRival(await circleOf(db, scope, now)))
  if (filter.direction) query = query.where('need.direction', '=', filter.direction)
  if (filter.kind) query = query.where('need.kind', '=', filter.kind)
  if (filter.cluster) query = query.where('cluster.slug', '=', filter.cluster)
  if (filter.language) query = query.where(sql`need.title ->> 'original'`, '=', filter.language)
  const sought = filter.q ? soughtIn(filter.q) : []
  const conditions = sought.map(({ isIn }) => isIn)
  const all = sql<boolean[]>`array[${conditions.length > 0 ? sql.join(conditions) : sql``}]::boolean[]`
  if (filter.q) query = query.where(conditions.length > 0 ? sql<boolean>`true = any(${all})` : sql<boolean>`false`)
  const found = await query
    .select(all.as('answers'))
    .orderBy(sql`cardinality(array_remove(${all}, false))`, 'desc')
    .orderBy('need.entered_at', 'desc')
    .orderBy('need.id', 'desc')
    .limit(PAGE + 1)
    .offset((page - 1) * PAGE)
    .execute()
  return {
    needs: found.slice(0, PAGE).map((row) => ({
      ...listed(row, !row.is_anonymous),
      foundBy: sought.flatMap(({ typed }, index) => (row.answers[index] ? [typed] : [])),
    })),
    total: Number(found[0]?.total ?? 0),
    hasMore: found.length > PAGE,
  }
}

export type KeptNeed = ListedNeed & { id: string; state: NeedState; reviews: boolean }

/** What the asker keeps, with where it stands: their own organisation's, and that of the members they coordinate. */
export async function keptNeeds(db: Db, scope: Scope, now: Date): Promise<KeptNeed[]> {
  const own = organisationsOf(scope, 'member', 'manager', 'coordinator')
  const homes = organisationsOf(scope, 'manager', 'coordinator')
  if (own.length === 0) return []
  const found = await rows(db)
    .select(latestAct.as('latest'))
    .where(
      sql<boolean>`(need.organisation_id = any(${own}::uuid[]) or cluster.managing_organisation_id = any(${homes}::uuid[]))`,
    )
    .orderBy('need.entered_at', 'desc')
    .orderBy('need.id', 'desc')
    .limit(200)
    .execute()
  return found.map((row) => ({
    ...listed(row, true),
    id: row.id,
    state: stateOf(row.latest as NeedAct | null, row.expires_on, localTime(now.toISOString(), row.zone).date),
    reviews: homes.includes(row.homeId),
  }))
}

const rows = (db: Db) =>
  db
    .selectFrom('need')
    .innerJoin('organisation as owner', 'owner.id', 'need.organisation_id')
    .innerJoin('cluster', 'cluster.id', 'need.cluster_id')
    .select(['need.id', 'need.reference', 'need.direction', 'need.kind', 'need.title', 'need.is_anonymous'])
    .select(['need.expires_on', 'need.zone', 'owner.slug as ownerSlug', 'owner.name as ownerName'])
    .select(['cluster.slug', 'cluster.name', 'cluster.managing_organisation_id as homeId'])

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

const listed = (row: Row, isNamed: boolean): ListedNeed => ({
  reference: row.reference,
  direction: row.direction,
  kind: row.kind,
  title: row.title,
  owner: isNamed ? { slug: row.ownerSlug, name: row.ownerName } : null,
  cluster: { slug: row.slug, name: row.name },
  expiresOn: row.expires_on,
  foundBy: [],
})

/** A member in one of its clusters: for whom the asker may enter a need. */
export type Place = { organisation: Named; cluster: Named; organisationId: string; clusterId: string; zone: string }

/** For whom the asker may enter a need today. */
export async function placesOf(db: Db, scope: Scope, now: Date): Promise<Place[]> {
  const own = organisationsOf(scope, 'member', 'manager', 'coordinator')
  const homes = organisationsOf(scope, 'manager', 'coordinator')
  if (own.length === 0) return []
  const today = now.toISOString().slice(0, 10)
  const found = await db
    .selectFrom('cluster_membership as membership')
    .innerJoin('organisation as owner', 'owner.id', 'membership.organisation_id')
    .innerJoin('cluster', 'cluster.id', 'membership.cluster_id')
    .select(['owner.id', 'owner.slug', 'owner.name', 'owner.time_zone as zone'])
    .select(['cluster.id as clusterId', 'cluster.slug as clusterSlug', 'cluster.name as clusterName'])
    .distinctOn(['owner.slug', 'cluster.slug'])
    .where((where) => where.or([where('membership.since', 'is', null), where('membership.since', '<=', today)]))
    .where((where) => where.or([where('membership.until', 'is', null), where('membership.until', '>=', today)]))
    .where(sql<boolean>`(owner.id = any(${own}::uuid[]) or cluster.managing_organisation_id = any(${homes}::uuid[]))`)
    .orderBy('owner.slug')
    .orderBy('cluster.slug')
    .limit(1000)
    .execute()
  return found.map((row) => ({
    organisation: { slug: row.slug, name: row.name },
    cluster: { slug: row.clusterSlug, name: row.clusterName },
    organisationId: row.id,
    clusterId: row.clusterId,
    zone: row.zone,
  }))
}

/** All clusters, to filter by and to exclude. */
export const allClusters = (db: Db, _scope: Scope): Promise<Named[]> =>
  db.selectFrom('cluster').select(['slug', 'name']).orderBy('slug').execute()
