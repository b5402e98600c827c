import type { Tx } from '../../platform/db/tables.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { queueMails } from '../../platform/mail/queue.ts'
import type { Services } from '../../web/env.ts'
import { assembleEvent } from '../event.ts'
import { composeFollowUpMail } from './composingMail.ts'
import { recipientsOf } from './recipients.ts'

/** Sends the follow-up mails whose time to be taken back is over. Asks the clock; each goes out once, all of it or nothing. */
export async function sendDueFollowUps(services: Services): Promise<number> {
  const now = services.clock.now()
  const due = await services.database.db
    .selectFrom('follow_up')
    .select('id')
    .where('due_at', '<=', now)
    .where('taken_back_at', 'is', null)
    .where('sent_at', 'is', null)
    .execute()
  let sent = 0
  for (const { id } of due) sent += await transaction(services.database.db, (tx) => sendOne(services, tx, id, now))
  return sent
}

async function sendOne(services: Services, tx: Tx, id: string, now: Date): Promise<number> {
  const followUp = await tx.selectFrom('follow_up').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!followUp || followUp.taken_back_at || followUp.sent_at) return 0
  const event = await assembleEvent(tx, { id: followUp.event_id })
  if (!event) return 0
  const people = await recipientsOf(services, tx, event.id, followUp.audience)
  const mails = people.map((to) =>
    composeFollowUpMail({ event, origin: services.config.origin, at: now, ...followUp }, to),
  )
  for (let from = 0; from < mails.length; from += 200)
    await queueMails(tx, services.jobs.enqueueAll, mails.slice(from, from + 200))
  await tx.updateTable('follow_up').set({ sent_at: now }).where('id', '=', id).execute()
  return mails.length
}
