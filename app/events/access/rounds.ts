import type { Services } from '../../web/env.ts'
import './tables.ts'

/** Longer than a round takes; after a crash nobody waits longer than this. */
const LEASE = 3 * 60_000

/** One at a time asks the provider about an event: two at once would ask twice, and Zoom counts what is asked. */
export async function inRound(services: Services, eventId: string, work: () => Promise<void>): Promise<boolean> {
  const { db } = services.database
  const now = services.clock.now()
  const until = new Date(now.getTime() + LEASE)
  const taken = await db
    .insertInto('access_round')
    .values({ event_id: eventId, until })
    .onConflict((conflict) => conflict.column('event_id').doUpdateSet({ until }).where('access_round.until', '<=', now))
    .returning('event_id')
    .execute()
  if (taken.length === 0) return false
  try {
    await work()
  } finally {
    await db.deleteFrom('access_round').where('event_id', '=', eventId).where('until', '=', until).execute()
  }
  return true
}
