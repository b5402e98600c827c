import { displaySafe, truncate } from '../../language/displaySafe.ts'
import type { Locale } from '../../language/locales.ts'
import type { Tx } from '../db/tables.ts'
import { newId } from '../ids.ts'
import type { Enqueue, EnqueueAll } from '../jobs/handler.ts'
import type { CalendarMethod } from './tables.ts'

export type Attachment = { fileName: string; mediaType: string; bytes: Uint8Array }

export type Mail = {
  to: { name?: string; address: string }
  locale: Locale
  subject: string
  text: string
  html: string
  /** What it is for: 'sign-in'. Shown in the outbox, and in the log, so no personal data. */
  kind: string
  headers?: Record<string, string>
  attachments?: Attachment[]
  /** What the recipient's calendar is to know, as iCalendar text of the same method. */
  calendar?: { method: CalendarMethod; text: string }
  about?: { kind: string; id: string }
  /** When it was written; the database's time if not given. */
  at?: Date
}

export const deliveryJob = 'mail.deliver'

/**
 * Writes a mail and asks for its delivery, in the caller's transaction: it goes out if and only if that commits.
 * Line breaks and characters that turn the direction of text are taken out of names, subject and headers.
 * @returns the mail's id.
 * @throws TypeError for an address or a header that cannot be one: the form was to check it.
 */
export async function queueMail(tx: Tx, enqueue: Enqueue, mail: Mail): Promise<string> {
  const row = rowOf(mail)
  await tx.insertInto('mail').values(row).execute()
  await attach(tx, row.id, mail.attachments ?? [])
  await enqueue(tx, deliveryJob, { mailId: row.id }, { key: row.id })
  return row.id
}

/**
 * The same for many in few statements; keep it to some hundreds a transaction, so that the first go out while the last are written.
 * @returns the mails' ids, in their order.
 */
export async function queueMails(tx: Tx, enqueueAll: EnqueueAll, mails: readonly Mail[]): Promise<string[]> {
  if (mails.length === 0) return []
  const rows = mails.map(rowOf)
  await tx.insertInto('mail').values(rows).execute()
  for (const [index, { attachments = [] }] of mails.entries()) await attach(tx, rows[index]!.id, attachments)
  const jobs = rows.map(({ id }) => ({ data: { mailId: id }, key: id }))
  await enqueueAll(tx, deliveryJob, jobs)
  return rows.map(({ id }) => id)
}

const rowOf = (mail: Mail) => ({
  id: newId(),
  kind: mail.kind,
  locale: mail.locale,
  to_name: mail.to.name === undefined ? null : oneLine(mail.to.name, 200),
  to_address: checkedAddress(mail.to.address),
  subject: oneLine(mail.subject, 400),
  body_text: mail.text,
  body_html: mail.html,
  headers: checkedHeaders(mail.headers ?? {}),
  calendar_method: mail.calendar?.method ?? null,
  calendar_text: mail.calendar?.text ?? null,
  about_kind: mail.about?.kind ?? null,
  about_id: mail.about?.id ?? null,
  ...(mail.at && { created_at: mail.at }),
})

async function attach(tx: Tx, mailId: string, attachments: Attachment[]): Promise<void> {
  if (attachments.length === 0) return
  const rows = attachments.map(({ fileName, mediaType, bytes }, position) => ({
    mail_id: mailId,
    position,
    file_name: oneLine(fileName, 200),
    media_type: mediaType,
    bytes,
  }))
  await tx.insertInto('mail_attachment').values(rows).execute()
}

const oneLine = (text: string, longest: number) => truncate(displaySafe(text), longest)

/** Stricter than RFC 5321, which also allows quoted local parts: nobody who was invited has one, and they hide tricks. */
function checkedAddress(address: string): string {
  if (address.length <= 254 && /^[^\s\p{C}"(),:;<>@[\]\\]+@[^\s\p{C}"(),:;<>@[\]\\]+$/u.test(address)) return address
  throw new TypeError('A mail was queued to something that is no address')
}

const ours =
  /^(from|sender|to|cc|bcc|subject|date|message-id|mime-version|content-.*|auto-submitted|dkim-.*|received|return-path)$/i

function checkedHeaders(headers: Record<string, string>): Record<string, string> {
  for (const name of Object.keys(headers)) {
    if (!/^[A-Za-z0-9-]+$/.test(name) || ours.test(name))
      throw new TypeError(`“${name}” cannot be set as a mail header`)
  }
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, displaySafe(value)]))
}
