import type { Tx } from '../../platform/db/tables.ts'
import type { Leaver } from '../../web/erasing.ts'
import './tables.ts'

/** Questions that were asked again every week for somebody. */
export async function eraseSearches(tx: Tx, { personId }: Leaver): Promise<void> {
  await tx.deleteFrom('saved_search').where('person_id', '=', personId).execute()
}
