import { sql } from 'kysely'
import { actorOf } from '../../../accounts/activity.ts'
import { asReader } from '../../../accounts/asReader.ts'
import type { Scope } from '../../../accounts/scope.ts'
import { recordActivity } from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/tables.ts'
import { transaction } from '../../../platform/db/transaction.ts'
import type { Services } from '../../../web/env.ts'
import { subjectOf } from '../activity.ts'
import type { ListCluster } from '../../lists.ts'
import type { ListedMember } from './rows.ts'

/**
 * The members of a cluster today with what its office may see of each, for those who keep the list. That somebody took the list with its
 * contact persons away is recorded.
 */
export async function exportList(services: Services, scope: Scope, cluster: ListCluster): Promise<ListedMember[]> {
  const now = services.clock.now()
  const { db } = services.database
  const members = await asReader(db, scope, now, (tx) => membersIn(tx, cluster.id, now))
  await transaction(db, (tx) =>
    recordActivity(tx, {
      subject: subjectOf(cluster.id),
      verb: 'members.list-exported',
      actor: actorOf(scope, cluster.managingOrganisationId),
      facts: { members: members.length },
      at: now,
    }),
  )
  return members
}

async function membersIn(tx: Tx, clusterId: string, now: Date): Promise<ListedMember[]> {
  const today = now.toISOString().slice(0, 10)
  const rows = await tx
    .selectFrom('cluster_membership as membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select(['organisation.id', 'organisation.name', 'organisation.country', 'organisation.seat'])
    .select(['organisation.website', 'membership.since'])
    .select((select) =>
      select
        .selectFrom('member_external_id as number')
        .select('number.external_id')
        .whereRef('number.organisation_id', '=', 'organisation.id')
        .where('number.cluster_id', '=', clusterId)
        .orderBy('number.external_id')
        .limit(1)
        .as('externalId'),
    )
    .where('membership.cluster_id', '=', clusterId)
    .where((where) => where.or([where('membership.since', 'is', null), where('membership.since', '<=', today)]))
    .where((where) => where.or([where('membership.until', 'is', null), where('membership.until', '>=', today)]))
    .orderBy(sql`organisation.slug`)
    .execute()
  const parts = await tx
    .selectFrom('profile_part as part')
    .innerJoin('cluster_membership as membership', 'membership.organisation_id', 'part.organisation_id')
    .select(['part.organisation_id', 'part.field_group', 'part.content'])
    .where('membership.cluster_id', '=', clusterId)
    .execute()
  const byMember = Map.groupBy(parts, (part) => part.organisation_id)
  return rows.map(({ id, ...member }) => ({
    ...member,
    parts: Object.fromEntries((byMember.get(id) ?? []).map((part) => [part.field_group, part.content])),
  }))
}
