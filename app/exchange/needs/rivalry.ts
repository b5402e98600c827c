import { type RawBuilder, sql } from 'kysely'

/** The clusters that an organisation is in on a day, or runs. */
const clustersOfOne = (organisation: RawBuilder<unknown>, today: string) => sql`
  (select inside.cluster_id from cluster_membership inside where inside.organisation_id = ${organisation}
      and (inside.since is null or inside.since <= ${today}::date)
      and (inside.until is null or inside.until >= ${today}::date)
    union all select run.id from cluster run where run.managing_organisation_id = ${organisation})`

const excludes = (one: RawBuilder<unknown>, other: RawBuilder<unknown>, today: string) => sql`
  (named.organisation_id = ${one} and (rival.organisation_id = ${other}
    or rival.cluster_id in ${clustersOfOne(other, today)}))`

/**
 * Holds for two organisations neither of which named the other a rival. Named once, on any of one's needs, is named: whoever does not wish to
 * be paired with somebody is not paired with them from the other side either.
 */
export const areNoRivals = (one: RawBuilder<unknown>, other: RawBuilder<unknown>, today: string) => sql<boolean>`
  not exists (
    select from need_exclusion rival join need named on named.id = rival.need_id
    where ${excludes(one, other, today)} or ${excludes(other, one, today)})`
