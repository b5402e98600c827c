import { localTime } from '../../language/times.ts'
import { pick } from '../../language/translated.ts'
import { bounds } from '../period.ts'
import type { Indicator } from './indicator.ts'

/** Agreements that came into force. */
export const agreements: Indicator = {
  key: 'agreements',
  async rows(db, organisationId, period) {
    const { start, end } = bounds(period)
    const rows = await db
      .selectFrom('entry_into_force as entry')
      .innerJoin('agreement', 'agreement.id', 'entry.agreement_id')
      .innerJoin('agreement_party as party', 'party.agreement_id', 'agreement.id')
      .select(['agreement.id', 'agreement.reference', 'agreement.title', 'entry.in_force_from'])
      .where('party.organisation_id', '=', organisationId)
      .where('entry.in_force_from', '>=', start)
      .where('entry.in_force_from', '<', end)
      .orderBy('entry.in_force_from')
      .execute()
    return rows.map(({ id, reference, title, in_force_from }) => ({
      id,
      day: localTime(in_force_from.toISOString(), period.zone).date,
      text: (_t, locale) => pick(title, locale)?.text ?? reference,
      path: `/agreements/${reference}`,
    }))
  },
}
