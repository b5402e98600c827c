import type { Indicator } from './indicator.ts'

/** Meetings, calls and visits that stand in the organisation's log of contacts; mails are none. */
export const contacts: Indicator = {
  key: 'contacts',
  async rows(db, organisationId, period) {
    const rows = await db
      .selectFrom('contact_entry')
      .innerJoin('organisation', 'organisation.id', 'contact_entry.organisation_id')
      .select(['contact_entry.id', 'contact_entry.held_on', 'contact_entry.kind', 'contact_entry.counterpart'])
      .select('organisation.slug')
      .where('contact_entry.organisation_id', '=', organisationId)
      .where('contact_entry.kind', 'in', ['meeting', 'call', 'visit'])
      .where('contact_entry.withdrawn_at', 'is', null)
      .where('contact_entry.held_on', '>=', period.from)
      .where('contact_entry.held_on', '<=', period.until)
      .orderBy('contact_entry.held_on')
      .execute()
    return rows.map(({ id, held_on, kind, counterpart, slug }) => ({
      id,
      day: held_on,
      text: (t) => `${t.contacts.kinds[kind]}: ${counterpart}`,
      closed: (t) => t.contacts.kinds[kind],
      path: `/contacts/${slug}`,
    }))
  },
}
