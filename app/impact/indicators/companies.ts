import { localTime } from '../../language/times.ts'
import { pick } from '../../language/translated.ts'
import type { Db } from '../../platform/db/tables.ts'
import { bounds, type Period } from '../period.ts'
import type { CountedRow, Indicator } from './indicator.ts'

const SMALL = new Set(['micro', 'small', 'medium'])

/** Members of the organisation's clusters that asked, or were asked, for an introduction or support; each once. */
export const companies: Indicator = { key: 'companies', rows: involved }

/** Those of them that let their coordinators see that they have fewer than 250 people; who says nothing to them is not counted. */
export const smes: Indicator = {
  key: 'smes',
  async rows(db, organisationId, period) {
    const all = await involved(db, organisationId, period)
    if (all.length === 0) return []
    const parts = await db
      .selectFrom('profile_part')
      .select(['organisation_id', 'content'])
      .where('field_group', '=', 'about')
      .where('visibility', '<>', 'private')
      .where(
        'organisation_id',
        'in',
        all.map(({ id }) => id),
      )
      .execute()
    const small = new Set(
      parts.flatMap(({ organisation_id, content }) =>
        'size' in content && SMALL.has(content.size ?? '') ? [organisation_id] : [],
      ),
    )
    return all
      .filter(({ id }) => small.has(id))
      .map((row) => ({ ...row, closed: (t) => t.impact.indicators.smes.name }))
  },
}

async function involved(db: Db, organisationId: string, period: Period): Promise<CountedRow[]> {
  const { start, end } = bounds(period)
  const asking = await db
    .selectFrom('referral')
    .innerJoin('cluster', 'cluster.id', 'referral.from_cluster_id')
    .innerJoin('organisation', 'organisation.id', 'referral.from_organisation_id')
    .select(['organisation.id', 'organisation.slug', 'organisation.name', 'referral.asked_at as at'])
    .where('cluster.managing_organisation_id', '=', organisationId)
    .where('referral.asked_at', '>=', start)
    .where('referral.asked_at', '<', end)
    .execute()
  const asked = await db
    .selectFrom('referral_step as step')
    .innerJoin('referral', 'referral.id', 'step.referral_id')
    .innerJoin('cluster', 'cluster.id', 'referral.to_cluster_id')
    .innerJoin('organisation', 'organisation.id', 'step.to_organisation_id')
    .select(['organisation.id', 'organisation.slug', 'organisation.name', 'step.acted_at as at'])
    .where('step.act', '=', 'passed-to')
    .where('cluster.managing_organisation_id', '=', organisationId)
    .where('step.acted_at', '>=', start)
    .where('step.acted_at', '<', end)
    .execute()
  const first = new Map<string, CountedRow>()
  for (const { id, slug, name, at } of [...asking, ...asked].toSorted(
    (one, other) => one.at.getTime() - other.at.getTime(),
  ))
    if (!first.has(id))
      first.set(id, {
        id,
        day: localTime(at.toISOString(), period.zone).date,
        text: (_t, locale) => pick(name.text, locale, name.original)?.text ?? slug,
        path: `/members/${slug}`,
      })
  return [...first.values()]
}
