import '../../organisations/nomenclature/tables.ts'
import { sql } from 'kysely'
import type { Db } from '../../platform/db/tables.ts'
import { conceptTerm, termsOf } from '../search/analysing.ts'
import { concepts } from '../thesaurus/reading.ts'

export type FoundCode = {
  code: string
  term: string
  /** What stands above it, the widest first. */
  above: string[]
  /** Whether narrower ones stand below. */
  hasBelow: boolean
}

export type CodesFound = { isLoaded: boolean; codes: FoundCode[]; isMore: boolean }

const MOST = 60
const CODE = /^[A-Z]\d{0,14}$/

/**
 * Codes for a question in any of the five languages: by the beginning of a code, by the concepts that its words mean, and by the English words
 * of the terms. Without a question the categories, or what stands right below `under`.
 */
export async function lookUpCodes(db: Db, { q, under }: { q: string; under: string }): Promise<CodesFound> {
  const loaded = await db.selectFrom('emdn_term').select('code').limit(1).executeTakeFirst()
  if (!loaded) return { isLoaded: false, codes: [], isMore: false }
  const text = q.normalize('NFKC').trim()
  const code = text.toUpperCase().replaceAll(/\s/g, '')
  const isCode = CODE.test(code)
  const meant = isCode || !text ? { codes: [], forms: [] } : meantBy(text)
  const { rows } = await sql<{ code: string; term: string; above: string[]; below: boolean }>`
    select e.code, e.term,
      (select coalesce(jsonb_agg(a.term order by length(a.code)), '[]') from emdn_term a
        where a.code <> e.code and starts_with(e.code, a.code)) as above,
      exists (select from emdn_term b where b.parent = e.code) as below
    from emdn_term e
    where ${
      text
        ? sql`(${isCode} and starts_with(e.code, ${code})) or e.code = any(${meant.codes}::text[])
          or exists (select from jsonb_array_elements(${JSON.stringify(meant.forms)}::jsonb) form
            where not exists (select from jsonb_array_elements_text(form) word
              where position(' ' || word in regexp_replace(' ' || lower(e.term), '[^a-z0-9]+', ' ', 'g')) = 0))`
        : sql`e.parent is not distinct from ${under || null}`
    }
    order by (e.code = any(${meant.codes}::text[])) desc, length(e.code), e.code
    limit ${MOST + 1}`.execute(db)
  return {
    isLoaded: true,
    isMore: rows.length > MOST,
    codes: rows.slice(0, MOST).map(({ below, ...row }) => ({ ...row, hasBelow: below })),
  }
}

/** What a text speaks of, whatever its language: the codes of its concepts, and what they are called in English, word by word. */
function meantBy(text: string): { codes: string[]; forms: string[][] } {
  const spoken = new Set([...termsOf(text)].flatMap(([term, weight]) => (weight >= 1 ? [term] : [])))
  const meant = concepts().filter(({ id }) => spoken.has(conceptTerm(id)))
  const forms = [text, ...meant.flatMap((concept) => concept.forms.en)].map(wordsOf).filter(({ length }) => length > 0)
  return { codes: [...new Set(meant.flatMap(({ emdn }) => emdn))], forms }
}

/** Words as a term may begin with them: a plural finds its singular. */
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length >= 3)
    .map((word) => word.replace(/(?<!s)s$/, ''))
