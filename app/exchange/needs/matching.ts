import { sql } from 'kysely'
import { asSearcher } from '../search/asSearcher.ts'
import type { Scope } from '../../accounts/scope.ts'
import type { Locale } from '../../language/locales.ts'
import type { FieldGroup } from '../../organisations/members/profile.ts'
import type { ProfileText } from '../../organisations/profileText.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'
import { EVERY, facetTerm } from '../search/facets.ts'
import { partsOfBits } from '../search/weighing.ts'
import type { Named, Need } from './finding.ts'
import { type Circle, circleOf, clustersOf, isNoRival, isPublished } from './policy.ts'
import { areNoRivals } from './rivalry.ts'
import { type Shared, sharedIn } from './shared.ts'
import type { Direction } from './tables.ts'

export type MemberMatch = Named & {
  language: Locale
  country: string
  clusters: string[]
  shared: Shared
  /** The country of the need's cluster, where the member seeks a market there. */
  seeks: string | null
}

export type NeedMatch = {
  reference: string
  direction: Direction
  title: ProfileText
  owner: Named | null
  cluster: Named
  /** Whether it is of the asker's own cluster: no introduction is needed there. */
  isNeighbour: boolean
  shared: Shared
}

/** So many matches are shown of each kind. */
const SHOWN = 6
const CANDIDATES = 60

/** Members whose profile, as far as the asker may see it, speaks of the same as a need; who has most in common comes first. */
export async function matchingMembers(db: Db, scope: Scope, now: Date, need: Need): Promise<MemberMatch[]> {
  const terms = await termsOf(db, need.id)
  const home = await db
    .selectFrom('organisation')
    .select('country')
    .where('id', '=', need.cluster.homeId)
    .executeTakeFirstOrThrow()
  const sought = facetTerm('sought', home.country)
  const found = await asSearcher(db, scope, now, (tx) => candidates(tx, [...terms, { term: sought, weight: 0.5 }]))
  const today = now.toISOString().slice(0, 10)
  const ids = found.map(({ organisationId }) => organisationId)
  if (ids.length === 0) return []
  // What a need speaks of itself, not by a wider concept alone.
  const said = new Set(terms.filter(({ weight }) => weight >= 1).map(({ term }) => term))
  const members = await db
    .selectFrom('organisation')
    .innerJoin('member_profile as profile', 'profile.organisation_id', 'organisation.id')
    .select(['organisation.id', 'organisation.slug', 'organisation.name', 'organisation.country', 'profile.language'])
    .select(
      sql<string[]>`array(select cluster.slug from cluster_membership inside
      join cluster on cluster.id = inside.cluster_id where inside.organisation_id = organisation.id
        and (inside.since is null or inside.since <= ${today}::date)
        and (inside.until is null or inside.until >= ${today}::date))`.as('clusters'),
    )
    .where('organisation.id', 'in', ids)
    .where('organisation.id', '<>', need.organisationId)
    .where('profile.withdrawn_at', 'is', null)
    .where(areNoRivals(sql`${need.organisationId}::uuid`, sql.ref('organisation.id'), today))
    .where(
      sql<boolean>`not exists (select from need_dismissal gone
        where gone.need_id = ${need.id}::uuid and gone.organisation_id = organisation.id)`,
    )
    .execute()
  return found
    .flatMap(({ organisationId, terms: common }): MemberMatch[] => {
      const member = members.find(({ id }) => id === organisationId)
      const shared = sharedIn(common.filter((term) => said.has(term)))
      if (!member || isNothing(shared)) return []
      const { slug, name, country, language, clusters } = member
      const seeks = common.includes(sought) ? home.country : null
      return [{ slug, name, country, language, clusters, shared, seeks }]
    })
    .slice(0, SHOWN)
}

const isNothing = ({ concepts, codes }: Shared) => concepts.length + codes.length === 0

type Term = { term: string; weight: number }

const termsOf = (db: Db, needId: string): Promise<Term[]> =>
  db.selectFrom('need_term').select(['term', 'weight']).where('need_id', '=', needId).execute()

/** Rare concepts weigh more than common ones; a profile that speaks of little else, more than one that mentions it. */
async function candidates(tx: Tx, wanted: Term[]): Promise<{ organisationId: string; terms: string[] }[]> {
  const { rows } = await sql<{
    organisation_id: string
    found: { term: string; parts: number }[]
    visible: FieldGroup[]
  }>`
    with wanted (term, weight) as (
      select * from unnest(${wanted.map(({ term }) => term)}::text[], ${wanted.map(({ weight }) => weight)}::real[])
    ), total as (select coalesce((select df from term where term = ${EVERY}), 0) + 1 as n),
    found as (
      select p.profile, term.term, max(p.impact) as impact, bit_or(p.parts)::int as parts,
        max(wanted.weight * ln(1 + (greatest(total.n, term.df) - term.df + 0.5) / (term.df + 0.5))) as weight
      from wanted join term using (term) join posting p on p.term_id = term.id, total
      group by p.profile, term.term
    )
    select s.organisation_id, jsonb_agg(jsonb_build_object('term', found.term, 'parts', found.parts)) as found,
      array(select field_group from profile_part part where part.organisation_id = s.organisation_id) as visible
    from found join searched_profile s using (profile)
    group by s.organisation_id
    order by sum(found.weight * least(found.impact, 100) / 100.0) desc, s.organisation_id
    limit ${CANDIDATES}::int`.execute(tx)
  // The index may be a minute older than the profile: what the asker no longer sees there counts for nothing.
  return rows.map(({ organisation_id, found, visible }) => ({
    organisationId: organisation_id,
    terms: found
      .filter(({ parts }) => partsOfBits(parts).some((part) => part === 'name' || visible.includes(part)))
      .map(({ term }) => term),
  }))
}

/** What a need was understood to speak of, to be checked by those who wrote it. */
export async function understood(db: Db, _scope: Scope, need: Need): Promise<Shared> {
  const terms = await termsOf(db, need.id)
  return sharedIn(terms.filter(({ weight }) => weight >= 1).map(({ term }) => term))
}

/** Published needs of the other direction that speak of the same: what is offered to a request, who asks for an offer. */
export async function matchingNeeds(db: Db, scope: Scope, now: Date, need: Need): Promise<NeedMatch[]> {
  return among(db, now, await circleOf(db, scope, now), need.organisationId, await termsOf(db, need.id), need)
}

/** Published needs and offers of others that speak of what one's own organisation's profile says. */
export async function needsForProfile(db: Db, scope: Scope, now: Date, organisationId: string): Promise<NeedMatch[]> {
  const terms = await asSearcher(db, scope, now, async (tx) => {
    const { rows } = await sql<Term>`
      select term.term, max(least(p.impact, 100) / 100.0)::real as weight
      from searched_profile s join posting p using (profile) join term on term.id = p.term_id
      where s.organisation_id = ${organisationId}::uuid and (term.term like '#%' or term.term like '=emdn:__%')
      group by term.term`.execute(tx)
    return rows
  })
  return among(db, now, await circleOf(db, scope, now), organisationId, terms, null)
}

async function among(
  db: Db,
  now: Date,
  circle: Circle,
  organisationId: string,
  terms: Term[],
  need: Need | null,
): Promise<NeedMatch[]> {
  if (terms.length === 0) return []
  const today = now.toISOString().slice(0, 10)
  const dismissed = need
    ? sql`(gone.need_id = ${need.id}::uuid and gone.other_need_id = need.id)
        or (gone.need_id = need.id and gone.other_need_id = ${need.id}::uuid)`
    : sql`gone.need_id = need.id and gone.organisation_id = ${organisationId}::uuid`
  let query = db
    .with('wanted', (from) =>
      from
        .selectFrom(
          sql<Term>`unnest(${terms.map(({ term }) => term)}::text[], ${terms.map(({ weight }) => weight)}::real[])`.as(
            sql`given (term, weight)`,
          ),
        )
        .select([
          sql<string>`given.term`.as('term'),
          sql<number>`given.weight`.as('weight'),
          sql<number>`(select count(*) from need_term seen where seen.term = given.term)`.as('df'),
        ]),
    )
    .selectFrom('need')
    .innerJoin('need_term as its', 'its.need_id', 'need.id')
    .innerJoin('wanted', 'wanted.term', 'its.term')
    .innerJoin('organisation as owner', 'owner.id', 'need.organisation_id')
    .innerJoin('cluster', 'cluster.id', 'need.cluster_id')
    .select(['need.id', 'need.reference', 'need.direction', 'need.title', 'need.is_anonymous'])
    .select(['owner.slug as ownerSlug', 'owner.name as ownerName', 'cluster.slug', 'cluster.name'])
    .select('cluster.id as clusterId')
    // A wider concept on both sides is no likeness.
    .select(
      sql<string[]>`coalesce(array_agg(its.term) filter (where its.weight + wanted.weight >= 1.5), '{}')`.as('terms'),
    )
    .where('need.organisation_id', '<>', organisationId)
    .where(isPublished(now))
    .where(isNoRival(circle))
    .where(areNoRivals(sql`${organisationId}::uuid`, sql.ref('need.organisation_id'), today))
    .where(sql<boolean>`not exists (select from need_dismissal gone where ${dismissed})`)
    .groupBy(['need.id', 'cluster.id', 'owner.slug', 'owner.name', 'cluster.slug', 'cluster.name'])
    .orderBy(
      sql`sum(least(its.weight, wanted.weight) * ln(1 + ((select count(*) from need) - wanted.df + 0.5) / (wanted.df + 0.5)))`,
      'desc',
    )
    .orderBy('need.id')
    .limit(CANDIDATES)
  if (need) query = query.where('need.direction', '<>', need.direction)
  const neighbours = await clustersOf(db, [organisationId], now)
  return (await query.execute())
    .map((row) => ({
      reference: row.reference,
      direction: row.direction,
      title: row.title,
      owner: row.is_anonymous ? null : { slug: row.ownerSlug, name: row.ownerName },
      cluster: { slug: row.slug, name: row.name },
      isNeighbour: neighbours.includes(row.clusterId),
      shared: sharedIn(row.terms),
    }))
    .filter(({ shared }) => !isNothing(shared))
    .slice(0, SHOWN)
}
