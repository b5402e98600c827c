import { holds, type Scope } from '../accounts/scope.ts'
import type { Db, Tx } from '../platform/db/tables.ts'
import type { ProfileText } from './profileText.ts'

export type ListCluster = {
  id: string
  slug: string
  name: ProfileText
  managingOrganisationId: string
  country: string
  timeZone: string
}

const clusters = (db: Db | Tx) =>
  db
    .selectFrom('cluster')
    .innerJoin('organisation as office', 'office.id', 'cluster.managing_organisation_id')
    .select([
      'cluster.id',
      'cluster.slug',
      'cluster.name',
      'cluster.managing_organisation_id as managingOrganisationId',
    ])
    .select(['office.country', 'office.time_zone as timeZone'])

/** A cluster for those who keep its list; null for everybody else. */
export async function listCluster(db: Db | Tx, scope: Scope, slug: string): Promise<ListCluster | null> {
  const cluster = await clusters(db).where('cluster.slug', '=', slug).executeTakeFirst()
  return cluster && keepsListOf(scope, cluster) ? cluster : null
}

/** The same where who is asking was settled before. */
export const listClusterById = (db: Db | Tx, _scope: Scope, id: string): Promise<ListCluster> =>
  clusters(db).where('cluster.id', '=', id).executeTakeFirstOrThrow()

/** A cluster's list is kept by its office: managers and coordinators at the organisation that manages it. */
export const keepsListOf = (scope: Scope, cluster: { managingOrganisationId: string }): boolean =>
  holds(scope, cluster.managingOrganisationId, 'manager', 'coordinator')
