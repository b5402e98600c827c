import { transaction } from '../../platform/db/transaction.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { newId } from '../../platform/ids.ts'
import type { Services } from '../../web/env.ts'
import { lockLink } from './locks.ts'
import type { Failed, Place } from './providers/provider.ts'

const MINUTE = 60_000
/** After a first failure, a second, …; then each hour, until the event is over. */
const WAITS = [1, 2, 5, 10, 20, 60].map((minutes) => minutes * MINUTE)

/** What the provider gave. Noted again it stays as it is. */
export async function notePlace(services: Services, grantId: string, place: Place): Promise<void> {
  const row = {
    ref: place.ref,
    link_locked: lockLink(services, place.link),
    confirmed_at: services.clock.now(),
    withdrawn_at: null,
  }
  await services.database.db
    .insertInto('access_place')
    .values({ grant_id: grantId, ...row })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function noteWithdrawal(services: Services, grantId: string): Promise<void> {
  await services.database.db
    .updateTable('access_place')
    .set({ withdrawn_at: services.clock.now() })
    .where('grant_id', '=', grantId)
    .execute()
}

export const noteFailure = (services: Services, grantId: string, failed: Failed): Promise<void> =>
  transaction(services.database.db, (tx) => insertFailure(services, tx, grantId, failed))

/** The provider does not have somebody any more whom it had: the place is none, and is asked for anew. */
export const noteLoss = (services: Services, grantId: string, failed: Failed): Promise<void> =>
  transaction(services.database.db, async (tx) => {
    await tx.deleteFrom('access_place').where('grant_id', '=', grantId).execute()
    await insertFailure(services, tx, grantId, failed)
  })

async function insertFailure(services: Services, tx: Tx, grantId: string, failed: Failed): Promise<void> {
  const earlier = await tx.selectFrom('access_failure').select('id').where('grant_id', '=', grantId).execute()
  const now = services.clock.now()
  const wait = WAITS[Math.min(earlier.length, WAITS.length - 1)] ?? MINUTE
  await tx
    .insertInto('access_failure')
    .values({
      id: newId(),
      grant_id: grantId,
      code: failed.failed,
      detail: failed.detail.slice(0, 500),
      failed_at: now,
      retry_at: failed.retryAt ?? new Date(now.getTime() + wait),
    })
    .execute()
}
