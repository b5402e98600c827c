import { localTime } from '../../language/times.ts'
import { pick } from '../../language/translated.ts'
import { bounds } from '../period.ts'
import type { Indicator } from './indicator.ts'

/** Evidence that the organisation showed of what it had undertaken, and that nobody questions. */
export const kept: Indicator = {
  key: 'kept',
  async rows(db, organisationId, period) {
    const { start, end } = bounds(period)
    const rows = await db
      .selectFrom('undertaking_evidence as evidence')
      .innerJoin('undertaking', 'undertaking.id', 'evidence.undertaking_id')
      .innerJoin('agreement', 'agreement.id', 'undertaking.agreement_id')
      .select(['evidence.id', 'evidence.shown_at', 'undertaking.id as undertaking', 'undertaking.title'])
      .select('agreement.reference')
      .where('undertaking.organisation_id', '=', organisationId)
      .where('evidence.withdrawn_at', 'is', null)
      .where('evidence.shown_at', '>=', start)
      .where('evidence.shown_at', '<', end)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('evidence_answer as said')
              .select('said.evidence_id')
              .whereRef('said.evidence_id', '=', 'evidence.id')
              .where('said.answer', '=', 'questioned'),
          ),
        ),
      )
      .orderBy('evidence.shown_at')
      .execute()
    return rows.map(({ id, shown_at, undertaking, title, reference }) => ({
      id,
      day: localTime(shown_at.toISOString(), period.zone).date,
      text: (_t, locale) => pick(title, locale)?.text ?? reference,
      path: `/agreements/${reference}/undertakings/${undertaking}`,
    }))
  },
}
