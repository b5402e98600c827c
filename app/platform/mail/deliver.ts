import type { Selectable } from 'kysely'
import type { Clock } from '../clock.ts'
import type { Db, Tables, Tx } from '../db/tables.ts'
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

export type Delivering = { send: Send; enqueue: Enqueue; clock: Clock; log: Log }

/** One attempt to send one mail; see `deliverMails`. */
export async function deliverMail(db: Db, mailId: string, delivering: Delivering): Promise<Delivery> {
  const [settled] = await deliverMails(db, [mailId], delivering)
  if (settled?.status === 'rejected') throw settled.reason
  return settled!.value
}

/**
 * One attempt each to send several mails, all at the same time. Three steps, and no transaction is open while the network is
 * in use: take the mails, send them, write down what came of each as soon as it is known. A mail whose delivery is written
 * down is never sent again. Death between the server's "accepted" and our writing it down sends it twice, with one
 * Message-ID: SMTP knows no way to rule that out.
 * @returns for each mail, in their order, what came of it or what was thrown.
 */
export async function deliverMails(
  db: Db,
  mailIds: readonly string[],
  { send, enqueue, clock, log }: Delivering,
): Promise<PromiseSettledResult<Delivery>[]> {
  const wanted = [...new Set(mailIds)]
  const taken = await transaction(db, (tx) => takeAll(tx, wanted, clock.now(), enqueue))
  const write = writer(db, (tx, results) => noteAll(tx, results, clock.now(), enqueue))
  const one = async (mailId: string): Promise<Delivery> => {
    const mail = taken.get(mailId)!
    if (typeof mail === 'string') return mail
    const result = await send(mail.letter)
    const outcome = await write({ mailId, result })
    const code = 'failed' in result ? { code: result.failed, status: result.status } : {}
    log('mail.attempt', { mail: mailId, kind: mail.kind, outcome, ...code })
    return outcome
  }
  const settled = await Promise.allSettled(wanted.map(one))
  return mailIds.map((id) => settled[wanted.indexOf(id)]!)
}

type Taken = { letter: Letter; kind: string } | 'nothing-to-do' | 'being-sent'

async function takeAll(tx: Tx, mailIds: readonly string[], now: Date, enqueue: Enqueue): Promise<Map<string, Taken>> {
  // In one order, so that two processes wait for each other and not around each other.
  const mails = await tx.selectFrom('mail').selectAll().where('id', 'in', mailIds).orderBy('id').forUpdate().execute()
  const done = await deliveredOf(tx, mailIds)
  const taken = new Map<string, Taken>(mailIds.map((id) => [id, 'nothing-to-do']))
  const free: typeof mails = []
  for (const mail of mails) {
    if (mail.purged_at || done.has(mail.id)) continue
    if (mail.sending_until && mail.sending_until > now) {
      taken.set(mail.id, 'being-sent')
      // Perhaps whoever sends it dies: look again when that must have shown.
      await enqueue(tx, deliveryJob, { mailId: mail.id }, { key: mail.id, startAfter: mail.sending_until })
    } else free.push(mail)
  }
  if (free.length === 0) return taken
  const ids = free.map(({ id }) => id)
  const until = new Date(now.getTime() + LEASE)
  await tx.updateTable('mail').set({ sending_until: until }).where('id', 'in', ids).execute()
  const attachments = await tx
    .selectFrom('mail_attachment')
    .selectAll()
    .where('mail_id', 'in', ids)
    .orderBy('position')
    .execute()
  for (const mail of free) {
    const files = attachments.filter((row) => row.mail_id === mail.id)
    taken.set(mail.id, { letter: letterOf(mail, files), kind: mail.kind })
  }
  return taken
}

function letterOf(mail: Selectable<Tables['mail']>, files: Selectable<Tables['mail_attachment']>[]): Letter {
  const { calendar_method: method, calendar_text: calendarText } = mail
  return {
    id: mail.id,
    to: { name: mail.to_name, address: mail.to_address ?? '' },
    locale: mail.locale,
    subject: mail.subject ?? '',
    text: mail.body_text ?? '',
    html: mail.body_html ?? '',
    headers: mail.headers,
    attachments: files.map((row) => ({ fileName: row.file_name, mediaType: row.media_type, bytes: row.bytes })),
    calendar: method && calendarText !== null ? { method, text: calendarText } : null,
    writtenAt: mail.created_at,
  }
}

async function deliveredOf(tx: Tx, mailIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('mail_attempt')
    .select('mail_id')
    .where('mail_id', 'in', mailIds)
    .where('outcome', '=', 'delivered')
    .execute()
  return new Set(rows.map((row) => row.mail_id))
}

type Sent = { mailId: string; result: { delivered: true } | DeliveryFailure }
type Outcome = 'delivered' | 'deferred' | 'failed'

/** Writes at once what is there, and what arrives while it writes in one go after that: nothing waits for a slow server. */
function writer(db: Db, note: (tx: Tx, sent: Sent[]) => Promise<Map<string, Outcome>>) {
  let next: { sent: Sent[]; written: Promise<Map<string, Outcome>> } | undefined
  let last: Promise<unknown> = Promise.resolve()
  return async (one: Sent): Promise<Outcome> => {
    if (!next) {
      const sent: Sent[] = []
      const written = last.then(() => {
        next = undefined
        return transaction(db, (tx) => note(tx, sent))
      })
      last = written.catch(() => {})
      next = { sent, written }
    }
    next.sent.push(one)
    return (await next.written).get(one.mailId)!
  }
}

async function noteAll(tx: Tx, sent: Sent[], now: Date, enqueue: Enqueue): Promise<Map<string, Outcome>> {
  const ids = sent.map(({ mailId }) => mailId)
  await tx.updateTable('mail').set({ sending_until: null }).where('id', 'in', ids).execute()
  const counts = await tx
    .selectFrom('mail_attempt')
    .select((eb) => ['mail_id', eb.fn.countAll<number>().as('tried')])
    .where('mail_id', 'in', ids)
    .groupBy('mail_id')
    .execute()
  const triedOf = new Map(counts.map((row) => [row.mail_id, row.tried]))
  const rows = sent.map(({ mailId, result }) => attemptRow(mailId, result, triedOf.get(mailId) ?? 0, now))
  await tx.insertInto('mail_attempt').values(rows).execute()
  for (const { mail_id: mailId, next_at: next } of rows)
    if (next) await enqueue(tx, deliveryJob, { mailId }, { key: mailId, startAfter: next })
  return new Map(rows.map((row) => [row.mail_id, row.outcome]))
}

function attemptRow(mailId: string, result: Sent['result'], tried: number, now: Date) {
  const failure = 'failed' in result ? result : null
  const wait = failure && !failure.final ? waits[tried] : undefined
  const next = wait === undefined ? null : new Date(now.getTime() + wait)
  const outcome: Outcome = failure ? (next ? 'deferred' : 'failed') : 'delivered'
  return {
    mail_id: mailId,
    number: tried + 1,
    at: now,
    outcome,
    code: failure?.failed ?? null,
    smtp_status: failure?.status ?? null,
    detail: failure?.detail ?? null,
    next_at: next,
  }
}
