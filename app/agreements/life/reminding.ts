import { daysBetween } from '../../language/dates.ts'
import { localTime } from '../../language/times.ts'
import { transaction } from '../../platform/db/transaction.ts'
import type { Services } from '../../web/env.ts'
import { assembleAgreement } from '../assembling.ts'
import { remindOfEnd } from './telling.ts'

/** How many days before its end the parties are reminded of an agreement. */
const REMINDERS = [30, 90, 180] as const

/** The reminder that is due with so many days left: the nearest one. None after the end. */
export const reminderDue = (daysLeft: number): number | undefined =>
  daysLeft < 0 ? undefined : REMINDERS.find((days) => daysLeft <= days)

/** Reminds the parties of agreements that end soon, once for each of the three days; whoever comes late gets the nearest one only. */
export async function remindOfEnds(services: Services): Promise<number> {
  const { db } = services.database
  const now = services.clock.now()
  // A day earlier anywhere than here; who is really due is decided in the drafting party's zone below.
  const rows = await db
    .selectFrom('entry_into_force as entry')
    .select(['entry.agreement_id', 'entry.in_force_until'])
    .where('entry.in_force_until', '>=', new Date(now.getTime() - DAY).toISOString().slice(0, 10))
    .where('entry.in_force_until', '<=', new Date(now.getTime() + (REMINDERS[2] + 1) * DAY).toISOString().slice(0, 10))
    .where('entry.agreement_id', 'not in', (renewed) => renewed.selectFrom('agreement_renewal').select('renews_id'))
    .where('entry.agreement_id', 'not in', (ended) => ended.selectFrom('agreement_termination').select('agreement_id'))
    .execute()
  let sent = 0
  for (const row of rows) if (await remind(services, row.agreement_id, now)) sent++
  return sent
}

const DAY = 24 * 60 * 60 * 1000

/** Two processes may sweep at once: the row that says it was sent is written by one of them only. */
async function remind(services: Services, agreementId: string, now: Date): Promise<boolean> {
  return transaction(services.database.db, async (tx) => {
    const agreement = await assembleAgreement(tx, agreementId, now)
    if (!agreement?.inForce) return false
    const today = localTime(now.toISOString(), agreement.timeZone).date
    const days = reminderDue(daysBetween(today, agreement.inForce.until))
    if (!days) return false
    const claimed = await tx
      .insertInto('agreement_reminder')
      .values({ agreement_id: agreementId, until: agreement.inForce.until, days, sent_at: now })
      .onConflict((conflict) => conflict.columns(['agreement_id', 'until', 'days']).doNothing())
      .returning('days')
      .executeTakeFirst()
    if (!claimed) return false
    await remindOfEnd(services, tx, agreement, daysBetween(today, agreement.inForce.until))
    return true
  })
}
