import type { Locale } from '../../language/locales.ts'
import type { Facet } from '../search/facets.ts'

/** A question as it was typed, so that it is read anew with the thesaurus of the day. */
export type SavedQuestion = { q: string; entries: Partial<Record<Facet, string>> }

type SavedSearchTable = {
  id: string
  person_id: string
  /** The language its owner is written to in. */
  locale: Locale
  question: SavedQuestion
  /** It can only ever end the mails of this search, so it is kept as it is. */
  stop_token: string
  saved_at: Date
  told_at: Date
  stopped_at: Date | null
}

declare module '../../platform/db/tables.ts' {
  interface Tables {
    saved_search: SavedSearchTable
    saved_search_hit: { search_id: string; organisation_id: string }
    unknown_question: { words: string; locale: Locale; asked: number; last_on: string }
  }
}
