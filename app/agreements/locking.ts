import type { Tx } from '../platform/db/tables.ts'
import type { Agreement } from './agreement.ts'
import { assembleAgreement } from './assembling.ts'

/**
 * Takes the agreement for this transaction alone and reads it as it now stands: whoever came first has written, whoever comes
 * second sees it. Every verb that changes an agreement begins here.
 */
export async function lockAgreement(tx: Tx, id: string, now: Date): Promise<Agreement> {
  await tx.selectFrom('agreement').select('id').where('id', '=', id).forUpdate().executeTakeFirstOrThrow()
  const agreement = await assembleAgreement(tx, id, now)
  if (!agreement) throw new Error(`Agreement ${id} vanished while it was locked.`)
  return agreement
}
