import type { Tx } from '../../platform/db/tables.ts'

/** One at a time works on a cluster's list: the second waits here, and then finds what the first has done. */
export const claimList = (tx: Tx, clusterId: string): Promise<unknown> =>
  tx.selectFrom('cluster').select('id').where('id', '=', clusterId).forUpdate().executeTakeFirstOrThrow()
