import './tables.ts'
import type { Scope } from '../../../accounts/scope.ts'
import type { Db } from '../../../platform/db/tables.ts'
import { isId } from '../../../platform/ids.ts'
import { keepsLog } from '../policy.ts'

export type Draft = {
  id: string
  sender: string
  /** Whether the sender's address is that of somebody who acts for the organisation. Mails can claim that. */
  isColleague: boolean
  counterpart: string
  people: string | null
  subject: string
  body: string
  files: string[]
  sentOn: string
}

const SHOWN = 50

const columns = [
  ...(['id', 'organisation_id', 'sender', 'sender_person', 'counterpart', 'people'] as const),
  ...(['subject', 'body', 'files', 'sent_on as sentOn'] as const),
] as const

const select = (db: Db, organisationId: string) =>
  db.selectFrom('mail_in_draft').select(columns).where('organisation_id', '=', organisationId)

type Row = Omit<Draft, 'isColleague'> & { sender_person: string | null; organisation_id: string }

const draftOf = (row: Row): Draft => ({
  id: row.id,
  sender: row.sender,
  isColleague: row.sender_person !== null,
  counterpart: row.counterpart,
  people: row.people,
  subject: row.subject,
  body: row.body,
  files: row.files,
  sentOn: row.sentOn,
})

/** What came in and waits, the oldest first; and what was put aside lately. For those who keep the log. */
export async function draftsOf(
  db: Db,
  _scope: Scope,
  organisationId: string,
): Promise<{ waiting: Draft[]; aside: Draft[]; localPart: string | null }> {
  const waiting = await select(db, organisationId)
    .where('settled', 'is', null)
    .orderBy('received_at')
    .orderBy('id')
    .limit(SHOWN)
    .execute()
  const aside = await select(db, organisationId)
    .where('settled', '=', 'discarded')
    .orderBy('settled_at', 'desc')
    .limit(10)
    .execute()
  const address = await db
    .selectFrom('mail_in_address')
    .select('local_part')
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  return { waiting: waiting.map(draftOf), aside: aside.map(draftOf), localPart: address?.local_part ?? null }
}

/** One draft that waits, and whose it is; null for others, and for those who do not keep the log. */
export async function draftById(
  db: Db,
  scope: Scope,
  id: string | undefined,
): Promise<(Draft & { organisationId: string }) | null> {
  if (!id || !isId(id)) return null
  const row = await db
    .selectFrom('mail_in_draft')
    .select(columns)
    .where('id', '=', id)
    .where('settled', 'is', null)
    .executeTakeFirst()
  return row && keepsLog(scope, row.organisation_id) ? { ...draftOf(row), organisationId: row.organisation_id } : null
}
