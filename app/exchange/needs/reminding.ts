import { daysBetween } from '../../language/dates.ts'
import { localTime } from '../../language/times.ts'
import { transaction } from '../../platform/db/transaction.ts'
import type { Services } from '../../web/env.ts'
import { isPublished } from './policy.ts'
import { tellOfExpiry } from './telling.ts'

/** How many days before its last one those who keep a need are reminded. */
export const REMINDED_BEFORE = 14

/** Reminds of needs that expire soon, once for each last day. @returns of how many. */
export async function remindOfExpiry(services: Services): Promise<number> {
  const now = services.clock.now()
  const rows = await services.database.db
    .selectFrom('need')
    .innerJoin('cluster', 'cluster.id', 'need.cluster_id')
    .leftJoin('need_reminder as sent', (join) =>
      join.onRef('sent.need_id', '=', 'need.id').onRef('sent.expires_on', '=', 'need.expires_on'),
    )
    .select(['need.id', 'need.reference', 'need.organisation_id as organisationId', 'need.title'])
    .select(['need.entered_by as enteredBy', 'need.expires_on as expiresOn', 'need.zone'])
    .select('cluster.managing_organisation_id as homeId')
    .where('sent.need_id', 'is', null)
    .where(isPublished(now))
    .orderBy('need.id')
    .execute()
  let count = 0
  for (const { homeId, zone, ...need } of rows) {
    if (daysBetween(localTime(now.toISOString(), zone).date, need.expiresOn) > REMINDED_BEFORE) continue
    // Two processes may sweep at once: the row that says it was sent is written by one of them only.
    const isSent = await transaction(services.database.db, async (tx) => {
      const claimed = await tx
        .insertInto('need_reminder')
        .values({ need_id: need.id, expires_on: need.expiresOn, sent_at: now })
        .onConflict((conflict) => conflict.doNothing())
        .returning('need_id')
        .executeTakeFirst()
      if (claimed) await tellOfExpiry(services, tx, { ...need, cluster: { homeId } })
      return claimed !== undefined
    })
    if (isSent) count++
  }
  return count
}
