import type { Scope } from '../../accounts/scope.ts'
import type { Db } from '../../platform/db/tables.ts'
import type { SavedQuestion } from './tables.ts'

export type SavedSearch = { id: string; question: SavedQuestion; savedAt: Date; isStopped: boolean }

/** The asker's own searches, the latest first. */
export async function savedSearches(db: Db, scope: Scope): Promise<SavedSearch[]> {
  if (!scope.person) return []
  const rows = await db
    .selectFrom('saved_search')
    .select(['id', 'question', 'saved_at', 'stopped_at'])
    .where('person_id', '=', scope.person.personId)
    .orderBy('saved_at', 'desc')
    .execute()
  return rows.map(({ id, question, saved_at, stopped_at }) => ({
    id,
    question,
    savedAt: saved_at,
    isStopped: stopped_at !== null,
  }))
}

/** The search that a mail's link ends; whoever holds the link may know what was asked. */
export async function searchOfToken(
  db: Db,
  token: string,
): Promise<{ token: string; question: SavedQuestion; isStopped: boolean } | null> {
  const row = await db
    .selectFrom('saved_search')
    .select(['question', 'stopped_at'])
    .where('stop_token', '=', token)
    .executeTakeFirst()
  return row ? { token, question: row.question, isStopped: row.stopped_at !== null } : null
}
