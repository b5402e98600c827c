import { transaction } from '../../platform/db/transaction.ts'
import type { Services } from '../../web/env.ts'
import { reminderDays } from './deadlines.ts'
import { lockReferral } from './loading.ts'
import { isOpen } from './standing.ts'
import { takeStep } from './stepping.ts'

const DAY = 24 * 60 * 60 * 1000

/**
 * What the days do by themselves: a word two days before a deadline; when it is over, the matter goes to a manager; two weeks later it lapses
 * and everybody is told. So nothing lies still without somebody who answers for it.
 */
export async function sweepReferrals(services: Services): Promise<number> {
  const { db } = services.database
  const now = services.clock.now()
  const rows = await db
    .selectFrom('referral_step')
    .select('referral_id')
    .where('followed_at', 'is', null)
    .where('due_at', '<=', new Date(now.getTime() + reminderDays * DAY))
    .orderBy('due_at')
    .limit(500)
    .execute()
  let moved = 0
  for (const { referral_id } of rows) if (await sweep(services, referral_id, now)) moved++
  return moved
}

function sweep(services: Services, referralId: string, now: Date): Promise<boolean> {
  return transaction(services.database.db, async (tx) => {
    const referral = await lockReferral(tx, referralId)
    const { standing, last } = referral
    if (!isOpen(standing.stage) || !last.due) return false
    const isOver = last.due.at <= now
    const act = !isOver ? 'reminded' : standing.escalated ? 'lapsed' : 'escalated'
    if (act === 'reminded' && (standing.reminded || last.due.at.getTime() - now.getTime() > reminderDays * DAY))
      return false
    const taken = await takeStep(services, tx, null, referral, { act, side: 'system', organisationId: null })
    return taken !== null
  })
}
