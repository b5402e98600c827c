import { isOperator, organisationsOf, type Scope } from '../accounts/scope.ts'
import type { Content, Translated } from '../language/translated.ts'
import type { Db } from '../platform/db/tables.ts'
import { findEvent } from './finding.ts'
import type { EventKind } from './tables.ts'

export const eventBySlug = findEvent

export type EventSummary = {
  id: string
  slug: string
  kind: EventKind
  title: Content
  zone: string
  place: Translated | null
  begins: Date
  ends: Date
  demonstration: boolean
  isPublished: boolean
  isCancelled: boolean
}

/** What the asker may know of: everything published, and what their organisations prepare. Still ahead first, then past ones. */
export async function listEvents(
  db: Db,
  scope: Scope,
  page: { now: Date; when: 'ahead' | 'past'; limit: number; offset?: number },
): Promise<EventSummary[]> {
  const own = organisationsOf(scope, 'coordinator', 'manager')
  let query = db
    .selectFrom('event')
    .leftJoin('event_publication', 'event_publication.event_id', 'event.id')
    .leftJoin('event_cancellation', 'event_cancellation.event_id', 'event.id')
    .innerJoin('organisation', 'organisation.id', 'event.lead_organisation_id')
    .select(['event.id', 'event.slug', 'event.kind', 'event.title', 'event.zone', 'begins_at', 'ends_at'])
    .select(['demonstration', 'published_at', 'cancelled_at', 'organisation.time_zone', 'organisation.seat'])
    .where('ends_at', page.when === 'ahead' ? '>=' : '<', page.now)
    .orderBy('begins_at', page.when === 'ahead' ? 'asc' : 'desc')
    .orderBy('event.id')
    .limit(page.limit)
    .offset(page.offset ?? 0)
  if (!isOperator(scope)) {
    query = query.where((where) =>
      where.or([
        where('published_at', 'is not', null),
        ...(own.length === 0
          ? []
          : [
              where('lead_organisation_id', 'in', own),
              where.exists(
                where
                  .selectFrom('event_host')
                  .select('event_host.event_id')
                  .whereRef('event_host.event_id', '=', 'event.id')
                  .where('event_host.organisation_id', 'in', own),
              ),
            ]),
      ]),
    )
  }
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    kind: row.kind,
    title: row.title,
    zone: row.zone,
    place: row.time_zone === row.zone ? (row.seat?.text ?? null) : null,
    begins: row.begins_at,
    ends: row.ends_at,
    demonstration: row.demonstration,
    isPublished: row.published_at !== null,
    isCancelled: row.cancelled_at !== null,
  }))
}
