import type { Locale } from '../../language/locales.ts'
import type { Defaulted } from '../db/tables.ts'
import type { FailureCode } from './failure.ts'

export type CalendarMethod = 'REQUEST' | 'CANCEL'

type MailTable = {
  id: string
  /** What the mail is for: 'sign-in', 'signing-invitation' … */
  kind: string
  locale: Locale
  to_name: string | null
  /** Null once purged, as are the subject and both bodies. */
  to_address: string | null
  subject: string | null
  body_text: string | null
  body_html: string | null
  headers: Record<string, string>
  /** An invitation or its withdrawal (RFC 5546), beside the bodies; null in other mails. */
  calendar_method: CalendarMethod | null
  calendar_text: string | null
  about_kind: string | null
  about_id: string | null
  created_at: Defaulted<Date>
  /** Some process is sending it, until this instant at the latest. */
  sending_until: Date | null
  purged_at: Date | null
}

type MailAttachmentTable = {
  mail_id: string
  position: number
  file_name: string
  media_type: string
  bytes: Uint8Array
}

type MailAttemptTable = {
  mail_id: string
  number: number
  at: Date
  outcome: 'delivered' | 'deferred' | 'failed'
  code: FailureCode | null
  smtp_status: number | null
  detail: string | null
  next_at: Date | null
}

declare module '../db/tables.ts' {
  interface Tables {
    mail: MailTable
    mail_attachment: MailAttachmentTable
    mail_attempt: MailAttemptTable
  }
}
