import { localTime } from '../../language/times.ts'
import { pick } from '../../language/translated.ts'
import { bounds } from '../period.ts'
import type { Indicator } from './indicator.ts'

/** Needs and offers of the members of the organisation's clusters, on the day on which they were first published. */
export const needs: Indicator = {
  key: 'needs',
  async rows(db, organisationId, period) {
    const { start, end } = bounds(period)
    const rows = await db
      .selectFrom('need')
      .innerJoin('cluster', 'cluster.id', 'need.cluster_id')
      .innerJoin('need_step as step', 'step.need_id', 'need.id')
      .select(['need.id', 'need.reference', 'need.title'])
      .select(({ fn }) => fn.min('step.at').as('at'))
      .where('cluster.managing_organisation_id', '=', organisationId)
      .where('step.act', '=', 'published')
      .groupBy('need.id')
      .having(({ fn }) => fn.min('step.at'), '>=', start)
      .having(({ fn }) => fn.min('step.at'), '<', end)
      .orderBy('at')
      .execute()
    return rows.map(({ id, reference, title, at }) => ({
      id,
      day: localTime(at.toISOString(), period.zone).date,
      text: (_t, locale) => pick(title.text, locale, title.original)?.text ?? reference,
      path: `/needs/${reference}`,
    }))
  },
}
