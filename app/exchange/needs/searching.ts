import { type RawBuilder, sql } from 'kysely'
import { wishesOf } from '../search/analysing.ts'
import { finder } from '../search/finding.ts'

/** One thing that somebody looks for, as it was typed, and whether a need speaks of it. */
export type Sought = { typed: string; isIn: RawBuilder<boolean> }

/** More is no question any more. */
const MOST = 12

/**
 * What a question looks for: concepts of the thesaurus, so that what was written in another language is found, and the words themselves
 * where they are no concept. A slip of the pen is read as the word it is nearest to. The conditions are about a table `need`.
 */
export function soughtIn(question: string): Sought[] {
  const first = wishesOf(question)
  const repairs = new Map(
    first.flatMap(({ kind, word = '' }) => {
      const meant = kind === 'word' ? finder().repair(word) : null
      return meant ? [[word, meant] as const] : []
    }),
  )
  const wishes = repairs.size > 0 ? wishesOf(question, repairs) : first
  const sought = wishes.map(({ kind, typed, terms }) => ({
    typed,
    isIn: kind === 'concept' ? speaksOf(terms) : contains(typed),
  }))
  return [...new Map(sought.map((one) => [one.typed, one])).values()].slice(0, MOST)
}

const speaksOf = (terms: string[]): RawBuilder<boolean> =>
  sql`exists (select from need_term said where said.need_id = need.id and said.term = any(${terms}::text[]))`

function contains(word: string): RawBuilder<boolean> {
  const pattern = `%${word.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  return sql`(lower(need.title ->> 'text') like ${pattern} or lower(need.body ->> 'text') like ${pattern})`
}
