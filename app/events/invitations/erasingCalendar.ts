import type { Tx } from '../../platform/db/tables.ts'
import type { Leaver } from '../../web/erasing.ts'
import './tables.ts'

/** Whoever still asks at somebody's calendar address gets nothing any more. */
export async function eraseCalendar(tx: Tx, { personId }: Leaver): Promise<void> {
  await tx.deleteFrom('calendar_address').where('person_id', '=', personId).execute()
}
