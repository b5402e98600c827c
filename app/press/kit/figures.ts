import type { Scope } from '../../accounts/scope.ts'
import type { Content } from '../../language/translated.ts'
import type { Db } from '../../platform/db/tables.ts'

export type KitFigure = {
  value: number
  qualifier: 'exactly' | 'about' | 'more-than'
  counted: Content
  scope: 'members' | 'founding-members' | 'region'
  asOf: string
  source: string
}

/** Figures of the clusters that an organisation runs, each with what it counts, as of when and from where. */
export const figuresOf = (db: Db, _scope: Scope, organisationId: string): Promise<KitFigure[]> =>
  db
    .selectFrom('figure')
    .innerJoin('cluster', 'cluster.id', 'figure.cluster_id')
    .select([
      'figure.value',
      'figure.qualifier',
      'figure.counted',
      'figure.scope',
      'figure.as_of as asOf',
      'figure.source',
    ])
    .where('cluster.managing_organisation_id', '=', organisationId)
    .orderBy('figure.position')
    .execute()
