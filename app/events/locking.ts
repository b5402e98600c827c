import type { Tx } from '../platform/db/tables.ts'
import { assembleEvent, type EventView } from './event.ts'

/** The event as it is now, and nobody else's to change until the transaction ends. */
export async function lockEvent(tx: Tx, eventId: string): Promise<EventView | null> {
  await tx.selectFrom('event').select('id').where('id', '=', eventId).forUpdate().execute()
  return assembleEvent(tx, { id: eventId })
}
