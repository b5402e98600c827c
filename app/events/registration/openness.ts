import type { Db, Tx } from '../../platform/db/tables.ts'
import type { EventView } from '../event.ts'
import type { Decision } from '../tables.ts'
import type { Category } from './categories.ts'
import { timeliness } from './deadlines.ts'

export type Counts = Record<Decision, number>

const none: Counts = { pending: 0, confirmed: 0, waiting: 0, late: 0, declined: 0, withdrawn: 0 }

/** How many stand where, by category. */
export async function countsOf(db: Db | Tx, eventId: string): Promise<Map<string, Counts>> {
  const rows = await db
    .selectFrom('registration_decision as decision')
    .innerJoin('registration_category as category', 'category.id', 'decision.category_id')
    .select((select) => ['category.id', 'decision.decision', select.fn.countAll<number>().as('count')])
    .where('category.event_id', '=', eventId)
    .where('replaced_at', 'is', null)
    .groupBy(['category.id', 'decision.decision'])
    .execute()
  const counts = new Map<string, Counts>()
  for (const { id, decision, count } of rows) counts.set(id, { ...(counts.get(id) ?? none), [decision]: count })
  return counts
}

export type Openness = 'early' | 'open' | 'full' | 'full-closed' | 'late' | 'closed'

/** What somebody who wants to register now finds. The verb asks again, with the category locked. */
export function opennessOf(
  event: Pick<EventView, 'cancelled' | 'published' | 'ends'>,
  category: Category,
  confirmed: number,
  now: Date,
): Openness {
  if (event.cancelled || !event.published || now >= event.ends) return 'closed'
  const time = timeliness(category, now)
  if (time === 'early') return 'early'
  if (time === 'late') return category.lateQueue ? 'late' : 'closed'
  if (category.needsApproval || category.capacity === null || confirmed < category.capacity) return 'open'
  return category.waitingList ? 'full' : 'full-closed'
}

export const takesRegistrations = (openness: Openness): boolean => ['open', 'full', 'late'].includes(openness)
