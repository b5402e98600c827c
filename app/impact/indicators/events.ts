import { localTime } from '../../language/times.ts'
import { pick } from '../../language/translated.ts'
import { bounds } from '../period.ts'
import type { Indicator } from './indicator.ts'

/** Events that the organisation led or hosted, and that were not called off. */
export const events: Indicator = {
  key: 'events',
  async rows(db, organisationId, period) {
    const { start, end } = bounds(period)
    const rows = await db
      .selectFrom('event')
      .select(['event.id', 'event.slug', 'event.title', 'event.begins_at'])
      .where('event.begins_at', '>=', start)
      .where('event.begins_at', '<', end)
      .where((where) =>
        where.or([
          where('event.lead_organisation_id', '=', organisationId),
          where.exists(
            where
              .selectFrom('event_host as host')
              .select('host.event_id')
              .whereRef('host.event_id', '=', 'event.id')
              .where('host.organisation_id', '=', organisationId),
          ),
        ]),
      )
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('event_cancellation as cancelled')
              .select('cancelled.event_id')
              .whereRef('cancelled.event_id', '=', 'event.id'),
          ),
        ),
      )
      .orderBy('event.begins_at')
      .execute()
    return rows.map(({ id, slug, title, begins_at }) => ({
      id,
      day: localTime(begins_at.toISOString(), period.zone).date,
      text: (_t, locale) => pick(title.text, locale, title.original)?.text ?? slug,
      path: `/events/${slug}`,
    }))
  },
}
