import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/tables.ts'

/**
 * The organisations whose accreditations count at an event of these hosts: the hosts themselves, those that run a cluster of the same
 * alliance, and those with whom a host has an agreement in force.
 */
export async function alliedWith(db: Db | Tx, hosts: readonly string[], today: string): Promise<string[]> {
  if (hosts.length === 0) return []
  const fellows = await db
    .selectFrom('cluster as own')
    .innerJoin('alliance_membership as first', 'first.cluster_id', 'own.id')
    .innerJoin('alliance_membership as second', 'second.alliance_id', 'first.alliance_id')
    .innerJoin('cluster as other', 'other.id', 'second.cluster_id')
    .select('other.managing_organisation_id as id')
    .where('own.managing_organisation_id', 'in', [...hosts])
    .where(sql<boolean>`coalesce(first.until, ${today}::date) >= ${today}::date`)
    .where(sql<boolean>`coalesce(second.until, ${today}::date) >= ${today}::date`)
    .execute()
  const parties = await db
    .selectFrom('agreement_party as own')
    .innerJoin('entry_into_force', 'entry_into_force.agreement_id', 'own.agreement_id')
    .innerJoin('agreement_party as other', 'other.agreement_id', 'own.agreement_id')
    .select('other.organisation_id as id')
    .where('own.organisation_id', 'in', [...hosts])
    .where(sql<boolean>`in_force_until >= ${today}::date`)
    .execute()
  return [...new Set([...hosts, ...fellows.map(({ id }) => id), ...parties.map(({ id }) => id)])]
}
