import { pick } from '../../language/translated.ts'
import type { Indicator } from './indicator.ts'
import { throughOffice } from './referrals.ts'

/** Days on which companies met that had been introduced to each other. */
export const meetings: Indicator = {
  key: 'meetings',
  async rows(db, organisationId, period) {
    const rows = await throughOffice(db, organisationId)
      .innerJoin('introduction_meeting as meeting', 'meeting.referral_id', 'referral.id')
      .select(['meeting.id as meeting', 'meeting.held_on'])
      .where('meeting.withdrawn_at', 'is', null)
      .where('meeting.held_on', '>=', period.from)
      .where('meeting.held_on', '<=', period.until)
      .orderBy('meeting.held_on')
      .execute()
    return rows.map(({ meeting, held_on, reference, subject }) => ({
      id: meeting,
      day: held_on,
      text: (_t, locale) => pick(subject.text, locale, subject.original)?.text ?? reference,
      closed: () => reference,
      path: `/outcomes/${reference}`,
    }))
  },
}
