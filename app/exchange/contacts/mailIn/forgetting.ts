import './tables.ts'
import type { Services } from '../../../web/env.ts'

const DAY = 24 * 3_600_000
/** A mail that became something stands there; one that nobody took up in half a year will not be. */
const KEPT = { settled: 30 * DAY, waiting: 180 * DAY }

/** Deletes drafts that are done with. @returns how many */
export async function forgetDrafts({ database, clock }: Services): Promise<number> {
  const now = clock.now().getTime()
  const gone = await database.db
    .deleteFrom('mail_in_draft')
    .where((row) =>
      row.or([
        row('settled_at', '<', new Date(now - KEPT.settled)),
        row('received_at', '<', new Date(now - KEPT.waiting)),
      ]),
    )
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}
