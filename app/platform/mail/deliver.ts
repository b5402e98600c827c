import type { Clock } from '../clock.ts'
import type { Db, Tx } from '../db/tables.ts'
import { transaction } from '../db/transaction.ts'
import type { Enqueue } from '../jobs/handler.ts'
import type { Log } from '../log.ts'
import type { DeliveryFailure } from './failure.ts'
import { deliveryJob } from './queue.ts'
import { type Letter, longestSending, type Send } from './send.ts'
import './tables.ts'

const MINUTE = 60_000

/** After each attempt that did not end it, how long until the next: a minute … a day. After the last wait one more try, then it is given up. */
export const waits = [1, 5, 15, 60, 4 * 60, 12 * 60, 24 * 60].map((minutes) => minutes * MINUTE)

/** A little longer than an attempt can take: when it has passed, whoever was sending is gone. */
const LEASE = longestSending + MINUTE

export type Delivery = 'delivered' | 'deferred' | 'failed' | 'nothing-to-do' | 'being-sent'

/**
 * One attempt to send one mail. Three steps, and no transaction is open while the network is in use: take the mail, send
 * it, write down what came of it. A mail whose delivery is written down is never sent again. Death between the server's
 * "accepted" and our writing it down sends it twice, with one Message-ID: SMTP knows no way to rule that out.
 */
export async function deliverMail(
  db: Db,
  mailId: string,
  { send, enqueue, clock, log }: { send: Send; enqueue: Enqueue; clock: Clock; log: Log },
): Promise<Delivery> {
  const taken = await transaction(db, (tx) => take(tx, mailId, clock.now(), enqueue))
  if (typeof taken === 'string') return taken
  const result = await send(taken.letter)
  const outcome = await transaction(db, (tx) => note(tx, mailId, result, clock.now(), enqueue))
  const code = 'failed' in result ? { code: result.failed, status: result.status } : {}
  log('mail.attempt', { mail: mailId, kind: taken.kind, outcome, ...code })
  return outcome
}

async function take(
  tx: Tx,
  mailId: string,
  now: Date,
  enqueue: Enqueue,
): Promise<{ letter: Letter; kind: string } | 'nothing-to-do' | 'being-sent'> {
  const mail = await tx.selectFrom('mail').selectAll().where('id', '=', mailId).forUpdate().executeTakeFirst()
  if (!mail || mail.purged_at || (await isDelivered(tx, mailId))) return 'nothing-to-do'
  if (mail.sending_until && mail.sending_until > now) {
    // Perhaps whoever sends it dies: look again when that must have shown.
    await enqueue(tx, deliveryJob, { mailId }, { key: mailId, startAfter: mail.sending_until })
    return 'being-sent'
  }
  await tx
    .updateTable('mail')
    .set({ sending_until: new Date(now.getTime() + LEASE) })
    .where('id', '=', mailId)
    .execute()
  const attachments = await tx
    .selectFrom('mail_attachment')
    .selectAll()
    .where('mail_id', '=', mailId)
    .orderBy('position')
    .execute()
  const letter: Letter = {
    id: mail.id,
    to: { name: mail.to_name, address: mail.to_address ?? '' },
    locale: mail.locale,
    subject: mail.subject ?? '',
    text: mail.body_text ?? '',
    html: mail.body_html ?? '',
    headers: mail.headers,
    attachments: attachments.map((row) => ({ fileName: row.file_name, mediaType: row.media_type, bytes: row.bytes })),
    calendar:
      mail.calendar_method && mail.calendar_text !== null
        ? { method: mail.calendar_method, text: mail.calendar_text }
        : null,
    writtenAt: mail.created_at,
  }
  return { letter, kind: mail.kind }
}

async function isDelivered(tx: Tx, mailId: string): Promise<boolean> {
  const attempt = await tx
    .selectFrom('mail_attempt')
    .select('number')
    .where('mail_id', '=', mailId)
    .where('outcome', '=', 'delivered')
    .executeTakeFirst()
  return attempt !== undefined
}

async function note(
  tx: Tx,
  mailId: string,
  result: { delivered: true } | DeliveryFailure,
  now: Date,
  enqueue: Enqueue,
): Promise<'delivered' | 'deferred' | 'failed'> {
  await tx.updateTable('mail').set({ sending_until: null }).where('id', '=', mailId).execute()
  const { tried } = await tx
    .selectFrom('mail_attempt')
    .select((eb) => eb.fn.countAll<number>().as('tried'))
    .where('mail_id', '=', mailId)
    .executeTakeFirstOrThrow()
  const wait = 'failed' in result && !result.final ? waits[tried] : undefined
  const next = wait === undefined ? null : new Date(now.getTime() + wait)
  const outcome = 'failed' in result ? (next ? 'deferred' : 'failed') : 'delivered'
  await tx
    .insertInto('mail_attempt')
    .values({
      mail_id: mailId,
      number: tried + 1,
      at: now,
      outcome,
      code: 'failed' in result ? result.failed : null,
      smtp_status: 'failed' in result ? result.status : null,
      detail: 'failed' in result ? result.detail : null,
      next_at: next,
    })
    .execute()
  if (next) await enqueue(tx, deliveryJob, { mailId }, { key: mailId, startAfter: next })
  return outcome
}
