import type { Tx } from '../../platform/db/tables.ts'
import { type Category, categoryOf } from './categories.ts'

/** A category with what its event says about whether anybody may still come, nobody else's to fill until the transaction ends. */
export type LockedCategory = Category & {
  event: {
    id: string
    slug: string
    leadOrganisationId: string
    ends: Date
    isPublished: boolean
    isCancelled: boolean
  }
}

/** One lock a category: whoever registers, is decided on, withdraws or grows it comes one after another. */
export async function lockCategory(
  tx: Tx,
  by: { id: string } | { eventId: string; kind: Category['kind'] },
): Promise<LockedCategory | null> {
  const row = await tx
    .selectFrom('registration_category')
    .innerJoin('event', 'event.id', 'registration_category.event_id')
    .leftJoin('event_publication', 'event_publication.event_id', 'event.id')
    .leftJoin('event_cancellation', 'event_cancellation.event_id', 'event.id')
    .selectAll('registration_category')
    .select(['event.slug', 'event.lead_organisation_id', 'event.ends_at', 'published_at', 'cancelled_at'])
    .where((where) =>
      'id' in by
        ? where('registration_category.id', '=', by.id)
        : where.and([
            where('registration_category.event_id', '=', by.eventId),
            where('registration_category.kind', '=', by.kind),
          ]),
    )
    .forNoKeyUpdate('registration_category')
    .executeTakeFirst()
  if (!row) return null
  return {
    ...categoryOf(row),
    event: {
      id: row.event_id,
      slug: row.slug,
      leadOrganisationId: row.lead_organisation_id,
      ends: row.ends_at,
      isPublished: row.published_at !== null,
      isCancelled: row.cancelled_at !== null,
    },
  }
}
