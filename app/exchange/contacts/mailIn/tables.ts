export type Settled = 'logged' | 'asked' | 'discarded'

type MailInAddressTable = { organisation_id: string; local_part: string; made_by: string | null; made_at: Date }

type MailInDraftTable = {
  id: string
  organisation_id: string
  message_key: string
  sender: string
  sender_person: string | null
  counterpart: string
  people: string | null
  subject: string
  body: string
  files: string[]
  /** `YYYY-MM-DD`, where the office is. */
  sent_on: string
  received_at: Date
  settled: Settled | null
  settled_by: string | null
  settled_at: Date | null
}

declare module '../../../platform/db/tables.ts' {
  interface Tables {
    mail_in_address: MailInAddressTable
    mail_in_draft: MailInDraftTable
  }
}
