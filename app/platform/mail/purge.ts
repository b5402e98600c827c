import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import { transaction } from '../db/transaction.ts'
import './tables.ts'

/**
 * Empties mails: name, address, subject, bodies, headers, attachments, and what servers said. That there was a mail of its
 * kind, when, and how its attempts ended stays. An emptied mail is not sent any more.
 * @param which those written before an instant, or all to one address (for erasing somebody).
 * @returns how many were emptied.
 */
export function purgeMails(db: Db, now: Date, which: { before: Date } | { address: string }): Promise<number> {
  return transaction(db, async (tx) => {
    let query = tx.selectFrom('mail').select('id').where('purged_at', 'is', null)
    if ('before' in which) query = query.where('created_at', '<', which.before)
    else query = query.where(sql<string>`lower(to_address)`, '=', which.address.toLowerCase())
    const ids = (await query.forUpdate().execute()).map(({ id }) => id)
    if (ids.length === 0) return 0

    const chosen = sql<boolean>`mail_id = any(${ids}::uuid[])`
    await tx.deleteFrom('mail_attachment').where(chosen).execute()
    await tx.updateTable('mail_attempt').set({ detail: null }).where(chosen).execute()
    await tx
      .updateTable('mail')
      .set({
        to_name: null,
        to_address: null,
        subject: null,
        body_text: null,
        body_html: null,
        headers: {},
        calendar_method: null,
        calendar_text: null,
        purged_at: now,
      })
      .where(sql<boolean>`id = any(${ids}::uuid[])`)
      .execute()
    return ids.length
  })
}
