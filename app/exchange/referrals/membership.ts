import { holds, type Scope } from '../../accounts/scope.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { agreementFor } from './granting.ts'
import { companyRoles, officeRoles } from './policy.ts'

/** The clusters an organisation is in today. */
async function clustersOf(tx: Tx, organisationId: string, now: Date): Promise<{ id: string; officeId: string }[]> {
  const today = now.toISOString().slice(0, 10)
  return tx
    .selectFrom('cluster_membership as membership')
    .innerJoin('cluster', 'cluster.id', 'membership.cluster_id')
    .select(['cluster.id', 'cluster.managing_organisation_id as officeId'])
    .where('membership.organisation_id', '=', organisationId)
    .where((where) => where.or([where('membership.since', 'is', null), where('membership.since', '<=', today)]))
    .where((where) => where.or([where('membership.until', 'is', null), where('membership.until', '>=', today)]))
    .orderBy('cluster.slug')
    .execute()
}

/** Who has left a cluster is no longer asked through it. */
export async function isMemberOf(tx: Tx, organisationId: string, clusterId: string, now: Date): Promise<boolean> {
  return (await clustersOf(tx, organisationId, now)).some(({ id }) => id === clusterId)
}

export type Home = { clusterId: string; officeId: string; agreementId: string }

/**
 * The cluster through which a company asks another one, and the agreement that opens the way: of several, one whose office the asker acts for
 * before others, and only one to which the door is open.
 */
export async function homeOf(
  tx: Tx,
  scope: Scope,
  { organisationId, toOfficeId, now }: { organisationId: string; toOfficeId: string; now: Date },
): Promise<Home | { refused: 'not-yours' | 'no-home' | 'same-cluster' | 'no-agreement' }> {
  const clusters = await clustersOf(tx, organisationId, now)
  const [own, others] = [true, false].map((isOwn) =>
    clusters.filter(({ officeId }) => holds(scope, officeId, ...officeRoles) === isOwn),
  ) as [typeof clusters, typeof clusters]
  const speaksForItself = holds(scope, organisationId, ...companyRoles)
  if (own.length === 0 && !speaksForItself) return { refused: 'not-yours' }
  if (clusters.length === 0) return { refused: 'no-home' }
  if (clusters.some(({ officeId }) => officeId === toOfficeId)) return { refused: 'same-cluster' }
  for (const { id, officeId } of speaksForItself ? [...own, ...others] : own) {
    const agreementId = await agreementFor(tx, { fromOfficeId: officeId, toOfficeId, now })
    if (agreementId) return { clusterId: id, officeId, agreementId }
  }
  return { refused: 'no-agreement' }
}
