import type { Tx } from '../../platform/db/tables.ts'
import type { Agreement } from '../agreement.ts'
import { lockAgreement } from '../locking.ts'

/** An undertaking of the agreement, for this transaction alone; null where there is none. */
export async function lockUndertaking(tx: Tx, agreementId: string, undertakingId: string, now: Date) {
  const agreement: Agreement = await lockAgreement(tx, agreementId, now)
  const undertaking = await tx
    .selectFrom('undertaking')
    .selectAll()
    .where('id', '=', undertakingId)
    .where('agreement_id', '=', agreementId)
    .executeTakeFirst()
  return undertaking ? { agreement, undertaking } : null
}
