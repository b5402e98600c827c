import { sql } from 'kysely'
import { isOperator, organisationsOf, type Scope } from '../../accounts/scope.ts'
import type { Locale } from '../../language/locales.ts'
import type { Db } from '../../platform/db/tables.ts'
import type { Services } from '../../web/env.ts'
import type { Listing } from './queries.ts'

const LONGEST = 60
/** However many ask: a list that people read, not a log. */
const MOST = 5000
const SHOWN = 200

/** Counts a question in which no concept was found, without who asked. Anything that could be an address or a number of somebody is left out. */
export async function countUnknown({ database, clock }: Services, locale: Locale, listing: Listing): Promise<void> {
  const { q, page } = listing.asked
  if (!q || page > 1 || listing.wishes.some(({ kind }) => kind === 'concept')) return
  const words = q.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ')
  if (words.length > LONGEST || /[@]|\d{4}/.test(words)) return
  const today = clock.now().toISOString().slice(0, 10)
  await sql`
    insert into unknown_question (words, locale, asked, last_on)
    select ${words}, ${locale}, 1, ${today}::date where (select count(*) from unknown_question) < ${MOST}::int
    on conflict (words, locale) do update set asked = unknown_question.asked + 1, last_on = excluded.last_on`.execute(
    database.db,
  )
}

export const mayReadWords = (scope: Scope): boolean =>
  isOperator(scope) || organisationsOf(scope, 'manager', 'coordinator').length > 0

export type UnknownQuestion = { words: string; locale: Locale; asked: number; lastOn: string }

/** What people looked for that the thesaurus does not know, the most asked first. */
export async function unknownQuestions(db: Db, scope: Scope): Promise<UnknownQuestion[]> {
  if (!mayReadWords(scope)) return []
  return db
    .selectFrom('unknown_question')
    .select(['words', 'locale', 'asked', 'last_on as lastOn'])
    .orderBy('asked', 'desc')
    .orderBy('last_on', 'desc')
    .orderBy('words')
    .limit(SHOWN)
    .execute()
}

/** What nobody has asked for half a year goes. */
export async function forgetUnknown(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - 183 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
  await db.deleteFrom('unknown_question').where('last_on', '<', before).execute()
}
