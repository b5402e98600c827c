import './tables.ts'
import { sql } from 'kysely'
import { organisationsOf } from '../../../accounts/scope.ts'
import type { DueItem, DueReader } from '../../../web/due.ts'

/** One item for each office at which mails wait to become something. */
export const mailInDue: DueReader = async (db, scope, _now, limit) => {
  const places = organisationsOf(scope, 'manager', 'coordinator')
  if (places.length === 0) return { items: [], total: 0 }
  const rows = await db
    .selectFrom('mail_in_draft as draft')
    .innerJoin('organisation', 'organisation.id', 'draft.organisation_id')
    .select(['organisation.id', 'organisation.slug'])
    .select(sql<number>`count(*)`.as('count'))
    .where('draft.organisation_id', 'in', places)
    .where('draft.settled', 'is', null)
    .groupBy(['organisation.id', 'organisation.slug'])
    .orderBy('organisation.slug')
    .execute()
  const items = rows.map(({ id, slug, count }): DueItem => ({
    kind: 'mail-in.waiting',
    subjectId: id,
    path: `/contacts/${slug}/mail`,
    text: (t) => t.mailIn.due({ count }),
    side: 'yours',
    organisationId: id,
    personId: null,
    due: null,
  }))
  return { items: items.slice(0, limit), total: items.length }
}
