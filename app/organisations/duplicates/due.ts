import { organisationsOf } from '../../accounts/scope.ts'
import type { DueItem, DueReader } from '../../web/due.ts'
import { listCluster } from '../lists.ts'
import { textFor } from '../profileText.ts'
import { countOpenPairs } from './queries.ts'

/** One item for each cluster whose list has pairs that nobody has decided on. They can wait: there is no day for them. */
export const duplicateDue: DueReader = async (db, scope, now, limit) => {
  const offices = organisationsOf(scope, 'manager', 'coordinator')
  if (offices.length === 0) return { items: [], total: 0 }
  const clusters = await db
    .selectFrom('cluster')
    .select('slug')
    .where('managing_organisation_id', 'in', offices)
    .orderBy('slug')
    .execute()
  const items: DueItem[] = []
  for (const { slug } of clusters) {
    const cluster = await listCluster(db, scope, slug)
    const count = cluster ? await countOpenPairs(db, scope, cluster, now) : 0
    if (!cluster || count === 0) continue
    items.push({
      kind: 'duplicates.open',
      subjectId: cluster.id,
      path: `/duplicates/${slug}`,
      text: (t, locale) => t.duplicates.due({ count, cluster: textFor(cluster.name, locale)?.text ?? slug }),
      side: 'yours',
      organisationId: cluster.managingOrganisationId,
      personId: null,
      due: null,
    })
  }
  return { items: items.slice(0, limit), total: items.length }
}
