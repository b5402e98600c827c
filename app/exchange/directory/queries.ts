import type { Scope } from '../../accounts/scope.ts'
import type { ProfileText } from '../../organisations/profileText.ts'
import type { OrganisationKind } from '../../organisations/tables.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'
import type { Wish } from '../search/analysing.ts'
import { asSearcher } from '../search/asSearcher.ts'
import { askIn, type Reason } from '../search/asking.ts'
import { facetTerm } from '../search/facets.ts'
import { type Asked, PAGE } from './forms.ts'

export type ListedCluster = {
  slug: string
  name: ProfileText
  seat: ProfileText | null
  latitude: number | null
  longitude: number | null
  /** How many of its members are listed here. */
  listed: number
}

export type DirectoryHit = {
  organisationId: string
  slug: string
  name: ProfileText
  kind: OrganisationKind
  country: string
  seat: ProfileText | null
  clusters: string[]
  reasons: Reason[]
}

export type Listing = {
  asked: Asked
  hits: DirectoryHit[]
  more: boolean
  wishes: Wish[]
  clusters: ListedCluster[]
  countries: string[]
}

/** A page of the directory, as the asker may see it. */
export const readDirectory = (db: Db, scope: Scope, now: Date, asked: Asked): Promise<Listing> =>
  asSearcher(db, scope, now, async (tx) => {
    const { q: text, filters, page } = asked
    const answer = await askIn(tx, { text, filters, after: (page - 1) * PAGE, limit: PAGE })
    const organisations = await organisationsOf(
      tx,
      answer.hits.map(({ organisationId }) => organisationId),
      now,
    )
    const hits = answer.hits.flatMap(({ organisationId, reasons }) => {
      const found = organisations.find(({ id }) => id === organisationId)
      return found ? [{ ...found, organisationId, reasons }] : []
    })
    return { asked, hits, more: answer.more, wishes: answer.wishes, ...(await placesOf(tx)) }
  })

async function organisationsOf(tx: Tx, ids: string[], now: Date) {
  if (ids.length === 0) return []
  const today = now.toISOString().slice(0, 10)
  const rows = await tx
    .selectFrom('organisation')
    .select(['id', 'slug', 'name', 'kind', 'country', 'seat'])
    .where('id', 'in', ids)
    .execute()
  const memberships = await tx
    .selectFrom('cluster_membership as membership')
    .innerJoin('cluster', 'cluster.id', 'membership.cluster_id')
    .select(['membership.organisation_id as id', 'cluster.slug'])
    .distinct()
    .where('membership.organisation_id', 'in', ids)
    .where((where) => where.or([where('membership.since', 'is', null), where('membership.since', '<=', today)]))
    .where((where) => where.or([where('membership.until', 'is', null), where('membership.until', '>=', today)]))
    .execute()
  return rows.map((row) => ({
    ...row,
    clusters: memberships.filter(({ id }) => id === row.id).map(({ slug }) => slug),
  }))
}

/** Clusters and countries of which somebody is listed here. */
async function placesOf(tx: Tx): Promise<{ clusters: ListedCluster[]; countries: string[] }> {
  const terms = await tx
    .selectFrom('term')
    .select(['term', 'df'])
    .where((where) =>
      where.or([
        where('term', 'like', `${facetTerm('cluster', '')}%`),
        where('term', 'like', `${facetTerm('country', '')}%`),
      ]),
    )
    .where('df', '>', 0)
    .execute()
  const listed = new Map(terms.map(({ term, df }) => [term, df]))
  const rows = await tx
    .selectFrom('cluster')
    .innerJoin('organisation as home', 'home.id', 'cluster.managing_organisation_id')
    .select(['cluster.slug', 'cluster.name', 'home.seat', 'home.latitude', 'home.longitude'])
    .orderBy('cluster.slug')
    .execute()
  return {
    clusters: rows.flatMap((row) => {
      const count = listed.get(facetTerm('cluster', row.slug))
      return count ? [{ ...row, listed: count }] : []
    }),
    countries: terms
      .filter(({ term }) => term.startsWith(facetTerm('country', '')))
      .map(({ term }) => term.slice(facetTerm('country', '').length))
      .toSorted(),
  }
}
