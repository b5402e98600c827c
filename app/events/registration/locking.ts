import { sql } from 'kysely'
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

type Wanted = { id: string } | { eventId: string; kind: Category['kind'] }

/** One lock a category: whoever takes or frees a seat comes one after another. */
export async function lockCategory(tx: Tx, by: Wanted): Promise<LockedCategory | null> {
  const row = await select(tx, by).forNoKeyUpdate('registration_category').executeTakeFirst()
  return row ? lockedCategory(row) : null
}

/**
 * The lock of those who take no seat: many may hold it at once, while nobody takes or frees one. Two registrations of one address still
 * come one after another.
 */
export async function lockCategoryBeside(tx: Tx, by: Wanted, addressKey: string): Promise<LockedCategory | null> {
  const one = 'id' in by ? by.id : `${by.eventId} ${by.kind}`
  const row = await select(tx, by)
    .select(sql`pg_advisory_xact_lock(hashtextextended(${`${one} ${addressKey}`}, 0))`.as('turn'))
    .forShare('registration_category')
    .executeTakeFirst()
  return row ? lockedCategory(row) : null
}

const select = (tx: Tx, by: Wanted) =>
  tx
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

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirst']>>>

const lockedCategory = (row: Row): LockedCategory => ({
  ...categoryOf(row),
  event: {
    id: row.event_id,
    slug: row.slug,
    leadOrganisationId: row.lead_organisation_id,
    ends: row.ends_at,
    isPublished: row.published_at !== null,
    isCancelled: row.cancelled_at !== null,
  },
})
