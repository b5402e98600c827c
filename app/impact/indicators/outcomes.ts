import { pick } from '../../language/translated.ts'
import type { Db } from '../../platform/db/tables.ts'
import type { Period } from '../period.ts'
import type { CountedRow, Indicator } from './indicator.ts'
import type { OutcomeKind } from '../tables.ts'

/** What came of introductions, as reported by somebody who took part; what the other side questions is not counted. */
export const outcomes: Indicator = {
  key: 'outcomes',
  rows: (db, organisationId, period) => counted(db, organisationId, period),
}

/** Those of them that are joint projects. */
export const projects: Indicator = {
  key: 'projects',
  rows: (db, organisationId, period) => counted(db, organisationId, period, 'joint-project'),
}

async function counted(db: Db, organisationId: string, period: Period, kind?: OutcomeKind): Promise<CountedRow[]> {
  let query = db
    .selectFrom('outcome')
    .innerJoin('referral', 'referral.id', 'outcome.referral_id')
    .innerJoin('cluster as home', 'home.id', 'referral.from_cluster_id')
    .innerJoin('cluster as partner', 'partner.id', 'referral.to_cluster_id')
    .select(['outcome.id', 'outcome.kind', 'outcome.happened_on', 'referral.reference', 'referral.subject'])
    .where('outcome.withdrawn_at', 'is', null)
    .where('outcome.happened_on', '>=', period.from)
    .where('outcome.happened_on', '<=', period.until)
    .where((where) =>
      where.or([
        where('home.managing_organisation_id', '=', organisationId),
        where('partner.managing_organisation_id', '=', organisationId),
      ]),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('outcome_answer as said')
            .select('said.outcome_id')
            .whereRef('said.outcome_id', '=', 'outcome.id')
            .where('said.answer', '=', 'questioned'),
        ),
      ),
    )
    .orderBy('outcome.happened_on')
  if (kind) query = query.where('outcome.kind', '=', kind)
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    day: row.happened_on,
    text: (t, locale) =>
      `${t.impact.kinds[row.kind]}: ${pick(row.subject.text, locale, row.subject.original)?.text ?? row.reference}`,
    closed: (t) => `${t.impact.kinds[row.kind]}: ${row.reference}`,
    path: `/outcomes/${row.reference}`,
  }))
}
