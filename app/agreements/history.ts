import type { Locale } from '../language/locales.ts'
import type { Db } from '../platform/db/tables.ts'
import type { Agreement } from './agreement.ts'

export type EarlierWording = {
  language: Locale
  revision: number
  heading: string
  body: string
  writtenBy: string | null
  writtenAt: Date
}

/** Every wording a clause has had, newest first. The caller has been let in to the agreement already. */
export async function historyOf(db: Db, agreement: Agreement, clauseId: string): Promise<EarlierWording[]> {
  const rows = await db
    .selectFrom('clause_text')
    .innerJoin('clause', 'clause.id', 'clause_text.clause_id')
    .selectAll('clause_text')
    .where('clause.agreement_id', '=', agreement.id)
    .where('clause.id', '=', clauseId)
    .orderBy('clause_text.written_at', 'desc')
    .orderBy('clause_text.revision', 'desc')
    .orderBy('clause_text.language')
    .execute()
  return rows.map((row) => ({
    language: row.language,
    revision: row.revision,
    heading: row.heading,
    body: row.body,
    writtenBy: row.written_by,
    writtenAt: row.written_at,
  }))
}
