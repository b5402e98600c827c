import './tables.ts'
import { sql } from 'kysely'
import type { Scope } from '../../accounts/scope.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'
import type { ListCluster } from '../lists.ts'
import type { FieldGroup } from '../members/profile.ts'
import type { ProfileText } from '../profileText.ts'
import type { ReasonCode } from './detection/comparing.ts'
import { keepsAll } from './policy.ts'

/** One of two entries, as far as everybody may know it. */
export type Side = {
  id: string
  slug: string
  name: ProfileText
  legalForm: string | null
  country: string
  seat: ProfileText | null
  website: string | null
  /** Whose lists it stands on, by name. */
  clusters: ProfileText[]
  numbers: string[]
  parts: FieldGroup[]
}

export type OpenPair = {
  id: string
  /** In hundredths. */
  score: number
  reasons: ReasonCode[]
  one: Side
  other: Side
  /** Whether both stand on lists of the asker alone: then the asker may make one of them. */
  mayMerge: boolean
}

export type DecidedPair = {
  id: string
  decision: 'merged' | 'not-the-same'
  at: Date
  names: ProfileText[]
  slug: string | null
}

export const PAIRS_AT_ONCE = 20

const onList = (cluster: ListCluster, now: Date) => sql<boolean>`exists (
  select from cluster_membership m
  where m.organisation_id in (pair.one_id, pair.other_id) and m.cluster_id = ${cluster.id}
    and (m.until is null or m.until >= ${now.toISOString()}::timestamptz::date))`

const bothThere = sql<boolean>`
  (select count(*) from organisation where id in (pair.one_id, pair.other_id)) = 2`

const undecided = sql<boolean>`
  not exists (select from duplicate_decision decision where decision.proposal_id = pair.id)`

/** Whether a pair concerns a cluster: one of the two is on its list today, or its office has decided on it. */
export async function isPairOf(
  db: Db | Tx,
  _scope: Scope,
  cluster: ListCluster,
  proposalId: string,
  now: Date,
): Promise<boolean> {
  const row = await db
    .selectFrom('duplicate_proposal as pair')
    .leftJoin('duplicate_decision as decision', 'decision.proposal_id', 'pair.id')
    .select('pair.id')
    .where('pair.id', '=', proposalId)
    .where((where) => where.or([where('decision.decided_for', '=', cluster.id), onList(cluster, now)]))
    .executeTakeFirst()
  return row !== undefined
}

/** How many pairs wait for the office of a cluster. */
export async function countOpenPairs(db: Db, _scope: Scope, cluster: ListCluster, now: Date): Promise<number> {
  const { count } = await db
    .selectFrom('duplicate_proposal as pair')
    .select((all) => all.fn.countAll<string>().as('count'))
    .where(onList(cluster, now))
    .where(bothThere)
    .where(undecided)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Pairs that wait, the surest first. */
export async function openPairs(
  db: Db,
  scope: Scope,
  cluster: ListCluster,
  now: Date,
  from: number,
): Promise<OpenPair[]> {
  const rows = await db
    .selectFrom('duplicate_proposal as pair')
    .select(['pair.id', 'pair.score', 'pair.reasons', 'pair.one_id', 'pair.other_id'])
    .where(onList(cluster, now))
    .where(bothThere)
    .where(undecided)
    .orderBy('pair.score', 'desc')
    .orderBy('pair.id')
    .limit(PAIRS_AT_ONCE)
    .offset(from)
    .execute()
  const sides = await sidesOf(
    db,
    rows.flatMap((row) => [row.one_id, row.other_id]),
  )
  const pairs: OpenPair[] = []
  for (const { id, score, reasons, one_id, other_id } of rows)
    pairs.push({
      id,
      score,
      reasons,
      one: sides.get(one_id)!,
      other: sides.get(other_id)!,
      mayMerge: await keepsAll(db, scope, [one_id, other_id], now),
    })
  return pairs
}

async function sidesOf(db: Db, ids: string[]): Promise<Map<string, Side>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('organisation')
    .select(['id', 'slug', 'name', 'legal_form as legalForm', 'country', 'seat', 'website'])
    .select(
      sql<ProfileText[]>`(select coalesce(jsonb_agg(distinct cluster.name), '[]') from cluster_membership membership
        join cluster on cluster.id = membership.cluster_id where membership.organisation_id = organisation.id)`.as(
        'clusters',
      ),
    )
    .select(
      sql<string[]>`(select coalesce(jsonb_agg(distinct external_id), '[]') from member_external_id
        where organisation_id = organisation.id)`.as('numbers'),
    )
    .select(
      sql<FieldGroup[]>`(select coalesce(jsonb_agg(field_group order by field_group), '[]') from profile_part
        where organisation_id = organisation.id)`.as('parts'),
    )
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** What the office has decided lately, so that it can be taken back. */
export async function decidedPairs(db: Db, _scope: Scope, cluster: ListCluster): Promise<DecidedPair[]> {
  const rows = await db
    .selectFrom('duplicate_decision as decision')
    .innerJoin('duplicate_proposal as pair', 'pair.id', 'decision.proposal_id')
    .leftJoin('organisation as one', 'one.id', 'pair.one_id')
    .leftJoin('organisation as other', 'other.id', 'pair.other_id')
    .leftJoin('organisation_merge as merge', (join) =>
      join.onRef('merge.proposal_id', '=', 'pair.id').on('merge.undone_at', 'is', null),
    )
    .select(['pair.id', 'decision.decision', 'decision.decided_at as at', 'merge.gone_name as goneName'])
    .select(['one.name as oneName', 'other.name as otherName', 'one.slug as oneSlug', 'other.slug as otherSlug'])
    .where('decision.decided_for', '=', cluster.id)
    .orderBy('decision.decided_at', 'desc')
    .limit(PAIRS_AT_ONCE)
    .execute()
  return rows.map(({ id, decision, at, goneName, oneName, otherName, oneSlug, otherSlug }) => ({
    id,
    decision,
    at,
    // The one that stays first.
    names: [oneName, otherName, goneName].filter((name) => name !== null),
    slug: decision === 'merged' ? (oneSlug ?? otherSlug) : null,
  }))
}

/** When all lists were last looked through; null before the first time. */
export async function lastLook(db: Db, _scope: Scope): Promise<Date | null> {
  const row = await db
    .selectFrom('duplicate_look')
    .select('looked_at')
    .orderBy('looked_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.looked_at ?? null
}
