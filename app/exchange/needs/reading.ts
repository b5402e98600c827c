import type { ProfileText } from '../../organisations/profileText.ts'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tables.ts'
import { transaction } from '../../platform/db/transaction.ts'
import type { Services } from '../../web/env.ts'
import { conceptTerm, termsOf } from '../search/analysing.ts'
import { codePrefixes, facetTerm } from '../search/facets.ts'
import { finder } from '../search/finding.ts'
import { thesaurusState } from '../search/indexing.ts'

type Words = { title: ProfileText; body: ProfileText; emdn: readonly string[] }

/** What a need speaks of, by weight: concepts in its words, concepts that its codes mean, and the codes with those above them. */
export function termsOfNeed({ title, body, emdn }: Words): Map<string, number> {
  const terms = new Map<string, number>()
  const add = (term: string, weight: number) => terms.set(term, Math.max(terms.get(term) ?? 0, Math.min(1, weight)))
  // In the language it was written in: a translation says nothing else.
  for (const text of [title, body])
    for (const [term, weight] of termsOf(text.text[text.original] ?? '')) if (term.startsWith('#')) add(term, weight)
  for (const code of emdn) {
    for (const id of finder().byCode(code)) add(conceptTerm(id), 1)
    // The first letter says too little.
    for (const prefix of codePrefixes(code).slice(1)) add(facetTerm('emdn', prefix), 1)
  }
  return terms
}

/** Writes down what a need speaks of, in place of what stood there. */
export async function writeTerms(tx: Tx, needId: string, words: Words): Promise<void> {
  const terms = [...termsOfNeed(words)]
  await tx.deleteFrom('need_term').where('need_id', '=', needId).execute()
  await sql`
    insert into need_term (need_id, term, weight)
    select ${needId}::uuid, * from unnest(
      ${terms.map(([term]) => term)}::text[], ${terms.map(([, weight]) => weight)}::real[])`.execute(tx)
  await tx.updateTable('need').set({ thesaurus: thesaurusState() }).where('id', '=', needId).execute()
}

/** Reads again what was read with another thesaurus. @returns how many. */
export async function readAgain({ database }: Services): Promise<number> {
  const rows = await database.db
    .selectFrom('need')
    .select(['id', 'title', 'body', 'emdn'])
    .where('thesaurus', 'is distinct from', thesaurusState())
    .execute()
  for (const { id, ...words } of rows) await transaction(database.db, (tx) => writeTerms(tx, id, words))
  return rows.length
}
