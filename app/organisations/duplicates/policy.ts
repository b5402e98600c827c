import { organisationsOf, type Scope } from '../../accounts/scope.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'

/** Whether all lists on which these entries stand, or ever stood, are kept by the asker: nobody changes another office's list. */
export async function keepsAll(db: Db | Tx, scope: Scope, organisationIds: string[], now: Date): Promise<boolean> {
  const offices = new Set(organisationsOf(scope, 'manager', 'coordinator'))
  const today = now.toISOString().slice(0, 10)
  const places = await db
    .selectFrom('cluster_membership as membership')
    .innerJoin('cluster', 'cluster.id', 'membership.cluster_id')
    .select(['membership.organisation_id as id', 'membership.until', 'cluster.managing_organisation_id as office'])
    .where('membership.organisation_id', 'in', organisationIds)
    .execute()
  const isThere = (id: string) => places.some((place) => place.id === id && (!place.until || place.until >= today))
  return places.every(({ office }) => offices.has(office)) && organisationIds.every(isThere)
}
