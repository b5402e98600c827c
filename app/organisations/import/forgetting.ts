import './tables.ts'
import type { Services } from '../../web/env.ts'

/** Long enough to look at a list again after it was applied; the file itself names people whom nobody needs twice. */
const KEPT_DAYS = 30

/** Deletes the files of lists that were uploaded longer ago; what was done with them, and its undo, stays. @returns how many. */
export async function forgetFiles({ database, clock }: Services): Promise<number> {
  const before = new Date(clock.now().getTime() - KEPT_DAYS * 24 * 3_600_000)
  const gone = await database.db
    .deleteFrom('import_file')
    .where('import_id', 'in', (query) =>
      query.selectFrom('member_import').select('id').where('created_at', '<', before),
    )
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}
