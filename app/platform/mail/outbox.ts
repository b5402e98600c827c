import { type SelectQueryBuilder, sql } from 'kysely'
import type { Locale } from '../../language/locales.ts'
import type { Db, Tables, Tx } from '../db/tables.ts'
import { transaction } from '../db/transaction.ts'
import type { Enqueue } from '../jobs/handler.ts'
import type { FailureCode } from './failure.ts'
import { deliveryJob } from './queue.ts'
import type { CalendarMethod } from './tables.ts'

/** `waiting`: not tried yet, as every mail of an installation without a mail server. `given-up`: nobody will try again by itself. */
export type MailState = 'waiting' | 'retrying' | 'delivered' | 'given-up'

export type OutboxEntry = {
  id: string
  kind: string
  locale: Locale
  /** Null once purged. */
  to: { name: string | null; address: string } | null
  subject: string | null
  about: { kind: string; id: string } | null
  writtenAt: Date
  state: MailState
  attempts: number
  lastFailure: { code: FailureCode; status: number | null; detail: string | null; at: Date } | null
  /** When it is tried again. */
  nextAt: Date | null
}

export type Attempt = {
  number: number
  at: Date
  outcome: 'delivered' | 'deferred' | 'failed'
  code: FailureCode | null
  status: number | null
  detail: string | null
}

export type StoredMail = OutboxEntry & {
  text: string | null
  html: string | null
  headers: Record<string, string>
  attachments: { fileName: string; mediaType: string; bytes: Uint8Array }[]
  calendar: { method: CalendarMethod; text: string } | null
  tries: Attempt[]
}

export type OutboxFilter = { address?: string; about?: { kind: string; id: string }; limit?: number; before?: string }

/**
 * Mails, newest first. Who may see them is the caller's to decide; the rows hold other people's sign-in links.
 * `before` is the id of the last mail already seen.
 */
export async function outboxOf(db: Db | Tx, filter: OutboxFilter = {}): Promise<OutboxEntry[]> {
  let query = entries(db)
    .orderBy('mail.created_at', 'desc')
    .orderBy('mail.id', 'desc')
    .limit(filter.limit ?? 50)
  if (filter.address) query = query.where(sql<string>`lower(mail.to_address)`, '=', filter.address.toLowerCase())
  if (filter.about) {
    query = query.where('mail.about_kind', '=', filter.about.kind).where('mail.about_id', '=', filter.about.id)
  }
  if (filter.before) {
    query = query.where(
      sql<boolean>`(mail.created_at, mail.id) < (select seen.created_at, seen.id from mail as seen where seen.id = ${filter.before})`,
    )
  }
  return (await query.execute()).map(entryOf)
}

/** One mail with its bodies, attachments and attempts; undefined where there is none. */
export async function mailById(db: Db | Tx, id: string): Promise<StoredMail | undefined> {
  const row = await entries(db)
    .select(['mail.body_text', 'mail.body_html', 'mail.headers', 'mail.calendar_method', 'mail.calendar_text'])
    .where('mail.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const attachments = await db
    .selectFrom('mail_attachment')
    .select(['file_name as fileName', 'media_type as mediaType', 'bytes'])
    .where('mail_id', '=', id)
    .orderBy('position')
    .execute()
  const tries = await db
    .selectFrom('mail_attempt')
    .select(['number', 'at', 'outcome', 'code', 'smtp_status as status', 'detail'])
    .where('mail_id', '=', id)
    .orderBy('number')
    .execute()
  const { calendar_method: method, calendar_text: calendarText } = row
  const calendar = method && calendarText !== null ? { method, text: calendarText } : null
  return {
    ...entryOf(row),
    text: row.body_text,
    html: row.body_html,
    headers: row.headers,
    attachments,
    calendar,
    tries,
  }
}

/** Asks for one more attempt at a mail that was given up, or that waits for its next turn. */
export function retryMail(
  db: Db,
  enqueue: Enqueue,
  id: string,
): Promise<{ retrying: true } | { refused: 'no-such-mail' | 'delivered' | 'purged' }> {
  return transaction(db, async (tx) => {
    const row = await entries(tx).select('mail.purged_at').where('mail.id', '=', id).executeTakeFirst()
    if (!row) return { refused: 'no-such-mail' }
    if (row.purged_at) return { refused: 'purged' }
    if (entryOf(row).state === 'delivered') return { refused: 'delivered' }
    // Under no key: the turn that is already planned must not stand in its way.
    await enqueue(tx, deliveryJob, { mailId: id })
    return { retrying: true }
  })
}

/** A mail beside its last attempt, from which its state follows. */
const entries = (db: Db | Tx) =>
  db
    .selectFrom('mail')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('mail_attempt')
          .selectAll()
          .whereRef('mail_attempt.mail_id', '=', 'mail.id')
          .orderBy('mail_attempt.number', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .select(['mail.id', 'mail.kind', 'mail.locale', 'mail.to_name', 'mail.to_address', 'mail.subject'])
    .select(['mail.about_kind', 'mail.about_id', 'mail.created_at'])
    .select(['last.number', 'last.at', 'last.outcome', 'last.code', 'last.smtp_status', 'last.detail', 'last.next_at'])

type EntryRow = ReturnType<typeof entries> extends SelectQueryBuilder<Tables, never, infer Row> ? Row : never

const states = { delivered: 'delivered', deferred: 'retrying', failed: 'given-up' } as const

function entryOf(row: EntryRow): OutboxEntry {
  return {
    id: row.id,
    kind: row.kind,
    locale: row.locale,
    to: row.to_address === null ? null : { name: row.to_name, address: row.to_address },
    subject: row.subject,
    about: row.about_kind && row.about_id ? { kind: row.about_kind, id: row.about_id } : null,
    writtenAt: row.created_at,
    state: row.outcome ? states[row.outcome] : 'waiting',
    attempts: row.number ?? 0,
    lastFailure:
      row.code && row.at ? { code: row.code, status: row.smtp_status, detail: row.detail, at: row.at } : null,
    nextAt: row.next_at,
  }
}
