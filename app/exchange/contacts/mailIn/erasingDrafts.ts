import './tables.ts'
import type { Tx } from '../../../platform/db/tables.ts'
import type { Addressee } from '../../../web/erasing.ts'

/** Mails that this address sent to an office, with what they say. What an office entered of them in its log is the office's own. */
export async function eraseDrafts(tx: Tx, { address }: Addressee): Promise<void> {
  await tx.deleteFrom('mail_in_draft').where('sender', '=', address).execute()
}
