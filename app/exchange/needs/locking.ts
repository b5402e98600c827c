import type { Tx } from '../../platform/db/tables.ts'

/** Acts on one need come one after the other. */
export async function lockNeed(tx: Tx, reference: string): Promise<void> {
  await tx.selectFrom('need').select('id').where('reference', '=', reference).forUpdate().execute()
}
