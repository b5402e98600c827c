import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../accounts/scope.ts'
import type { FieldGroup } from '../../organisations/members/profile.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'
import { type Wish, wishesOf } from './analysing.ts'
import { asSearcher } from './asSearcher.ts'
import { EVERY, type Facet, facetTerm } from './facets.ts'
import { finder } from './finding.ts'
import { partsOfBits } from './weighing.ts'

export type Question = {
  text: string
  filters: Partial<Record<Facet, string>>
  /** How many hits are passed over. */
  after: number
  limit: number
}

export type Reason = { wish: Wish; term: string; parts: (FieldGroup | 'name')[] }
export type Hit = { organisationId: string; reasons: Reason[] }
export type Answer = {
  hits: Hit[]
  more: boolean
  wishes: Wish[]
}

type Term = { id: number; df: number }
type Known = Map<string, Term>
const NOWHERE: Term = { id: 0, df: 0 }

/** Members that answer a question, as far as the asker may see by what; those that answer more of it first. */
export const ask = (db: Db, scope: Scope, now: Date, question: Question): Promise<Answer> =>
  asSearcher(db, scope, now, (tx) => askIn(tx, question))

/** The same in a transaction that reads with the asker's eyes already. */
export async function askIn(tx: Tx, { text, filters, after, limit }: Question): Promise<Answer> {
  const filterTerms = Object.entries(filters).map(([facet, value]) => facetTerm(facet as Facet, value))
  const { wishes, known } = await understood(tx, text, filterTerms)
  const needed = filterTerms.map((term) => known.get(term))
  const total = known.get(EVERY)?.df ?? 0
  const wanted = wantedOf(wishes, known, total)
  const nothing = { hits: [], more: false, wishes }
  if (needed.some((one) => !one) || (text.trim() && wanted.length === 0)) return nothing
  const narrowedBy = needed.map((one) => one!)
  const rows = wanted.length
    ? await ranked(tx, wanted, narrowedBy, total, after + limit + 1)
    : await listed(tx, narrowedBy.length ? narrowedBy : [known.get(EVERY) ?? NOWHERE], total, after + limit + 1)
  const profiles = rows.slice(after, after + limit)
  return { hits: await explained(tx, profiles, wishes, filterTerms, known), more: rows.length > after + limit, wishes }
}

/** What was asked, with slips of the pen mended, and the terms that are known here. */
async function understood(tx: Tx, text: string, filterTerms: string[]): Promise<{ wishes: Wish[]; known: Known }> {
  const first = wishesOf(text)
  const known = await lookUp(tx, [EVERY, ...filterTerms, ...first.flatMap(({ terms }) => terms)])
  const isKnown = (wish: Wish) => wish.terms.some((term) => known.get(term)?.df)
  const unknown = first.filter((wish) => wish.word && !isKnown(wish))
  if (unknown.length === 0) return { wishes: first, known }
  const repairs = new Map<string, string>()
  for (const { word = '' } of unknown) {
    const meant = finder().repair(word) ?? (await similarTerm(tx, word))
    if (meant) repairs.set(word, meant)
  }
  const wishes = repairs.size ? wishesOf(text, repairs) : first
  for (const [term, found] of await lookUp(
    tx,
    wishes.flatMap(({ terms }) => terms),
  ))
    known.set(term, found)
  return { wishes, known }
}

async function lookUp(tx: Tx, terms: string[]): Promise<Known> {
  if (terms.length === 0) return new Map()
  const rows = await tx.selectFrom('term').select(['id', 'term', 'df']).where('term', 'in', terms).execute()
  return new Map(rows.map(({ term, ...row }) => [term, row]))
}

/** The public word that looks most like one that nobody uses; words of hidden parts alone are never offered. */
async function similarTerm(tx: Tx, word: string): Promise<string | null> {
  if (word.length < 5) return null
  await sql`select set_config('pg_trgm.similarity_threshold', '0.45', true)`.execute(tx)
  const { rows } = await sql<{ term: string }>`
    select term from term where term % ${word} and df > 0 and term !~ '^[#=]'
    order by similarity(term, ${word}) desc, df desc, term limit 1`.execute(tx)
  return rows[0]?.term ?? null
}

type Wanted = { id: number; df: number; slot: number; weight: number; isConcept: boolean }

const WORD_WEIGHT = 0.6
const COMMON = 0.1
const FEW_PROFILES = 50

/** Terms with their weights. A word that every tenth profile has says nothing beside another wish. */
function wantedOf(wishes: Wish[], known: Known, total: number): Wanted[] {
  const all = wishes.flatMap(({ kind, terms }, slot) =>
    terms.flatMap((term): Wanted[] => {
      const found = known.get(term)
      if (!found) return []
      const rarity = Math.log(1 + (Math.max(total, found.df) - found.df + 0.5) / (found.df + 0.5))
      const isConcept = kind === 'concept'
      return [{ ...found, slot, isConcept, weight: rarity * (isConcept ? 1 : WORD_WEIGHT) }]
    }),
  )
  const telling = all.filter(({ isConcept, df }) => isConcept || total < FEW_PROFILES || df <= total * COMMON)
  return telling.length ? telling : all
}

/** So many rows of the index are read at the most; more common terms are looked up for the profiles found by the rarer ones. */
const READ = 4000
const KEPT = 2000
/** As many postings as one profile may have of one term: for everybody, for its own people, for those of several homes. */
const SCOPES = 8

async function ranked(tx: Tx, wanted: Wanted[], filters: Term[], total: number, limit: number): Promise<number[]> {
  const rarest = wanted.toSorted((one, other) => one.df - other.df)
  const reading: Wanted[] = []
  let read = 0
  for (const one of rarest) {
    if (reading.length && read + one.df > READ) break
    reading.push(one)
    read += one.df
  }
  // Of one wish the first rows of the index are the answer; of several any may be added up.
  const isOneWish = new Set(wanted.map(({ slot }) => slot)).size === 1
  const kept = isOneWish ? Math.min(KEPT, limit * SCOPES) : KEPT
  const narrow = narrowing(filters, Math.max(...reading.map(({ df }) => df)), kept, total)
  const lists = reading.map(
    ({ id }) => sql`
      (select p.profile, p.term_id, p.impact from posting p where p.term_id = ${id}::int ${narrow.condition}
       order by p.impact desc, p.profile limit ${kept}::int)`,
  )
  const rest = rarest.slice(reading.length).map((one) => sql`union all ${alsoSaying(one, Math.min(read, kept))}`)
  const { rows } = await sql<{ profile: number }>`
    with ${narrow.lists} read as materialized (${sql.join(lists, sql` union all `)}),
    wanted (term_id, slot, weight, concept) as (
      select * from unnest(${wanted.map(({ id }) => id)}::int[], ${wanted.map(({ slot }) => slot)}::int[],
        ${wanted.map(({ weight }) => weight)}::float8[], ${wanted.map(({ isConcept }) => (isConcept ? 1 : 0))}::int[])
    ), found as (select * from read ${joined(rest)}),
    slots as (
      select found.profile, wanted.slot, max(wanted.concept) as concept, max(found.impact * wanted.weight) as score
      from found join wanted using (term_id) group by found.profile, wanted.slot
    )
    select profile from slots group by profile order by sum(concept) desc, sum(score) desc, profile limit ${limit}::int
  `.execute(tx)
  return rows.map(({ profile }) => profile)
}

/** The rows of a common term for the profiles that were found already. */
const alsoSaying = ({ id, df }: Term, found: number): RawBuilder<unknown> =>
  df > found * LOOKUP
    ? sql`
      select p.profile, p.term_id, p.impact from (select distinct profile from read) found
      cross join lateral (
        select p.profile, p.term_id, p.impact from posting p where p.profile = found.profile and p.term_id = ${id}::int offset 0) p`
    : sql`
      select p.profile, p.term_id, p.impact from posting p
      where p.term_id = ${id}::int and case when p.profile in (select profile from read) then true else false end`

/** Without words: everybody whom the filters leave, the longest listed first. */
async function listed(tx: Tx, filters: Term[], total: number, limit: number): Promise<number[]> {
  const [first = NOWHERE, ...others] = filters.toSorted((one, other) => one.df - other.df)
  const kept = limit * SCOPES
  const narrow = narrowing(others, first.df, kept, total)
  // A filter says the same of everybody: its list lies in the order of profiles.
  const { rows } = await sql<{ profile: number }>`
    with ${narrow.lists} read as materialized (
      select p.profile from posting p where p.term_id = ${first.id}::int ${narrow.condition}
      order by p.impact desc, p.profile limit ${kept}::int)
    select distinct profile from read order by profile limit ${limit}::int`.execute(tx)
  return rows.map(({ profile }) => profile)
}

/** To look one profile up by key costs as much as to read so many rows in a line. */
const LOOKUP = 12

/**
 * The conditions that filters put on rows of a list that has `listed` of them and is read until `kept` are found. A short filter is read
 * whole and compared with; for a long one each row is looked up, for most of them pass. Which of them is decided here: under row-level
 * security the planner's guesses are wild. Both forms of condition are ones that it does not turn into joins.
 */
function narrowing(filters: Term[], listed: number, kept: number, total: number) {
  const lists: RawBuilder<unknown>[] = []
  const conditions = filters.map(({ id, df }, index) => {
    const rows = Math.min(listed, (kept * total) / Math.max(1, df))
    if (df > rows * LOOKUP)
      return sql`and (select true from posting f where f.profile = p.profile and f.term_id = ${id}::int limit 1)`
    const name = sql.ref(`filter_${index}`)
    lists.push(sql`${name} as materialized (select profile from posting where term_id = ${id}::int),`)
    return sql`and case when p.profile in (select profile from ${name}) then true else false end`
  })
  return { lists: joined(lists), condition: joined(conditions) }
}

const joined = (some: RawBuilder<unknown>[]): RawBuilder<unknown> => (some.length ? sql.join(some, sql` `) : sql``)

/**
 * By what each was found, and where. Parts that the asker may not see are passed over, and so is a member of which nothing is left: the
 * index may be a minute older than the profile.
 */
async function explained(
  tx: Tx,
  profiles: number[],
  wishes: Wish[],
  filterTerms: string[],
  known: Known,
): Promise<Hit[]> {
  if (profiles.length === 0) return []
  const ids = [...filterTerms, ...wishes.flatMap(({ terms }) => terms)].flatMap((term) => known.get(term)?.id ?? [])
  const postings = ids.length
    ? await sql<{ profile: number; term_id: number; parts: number }>`
        select profile, term_id, bit_or(parts)::int as parts
        from unnest(${profiles}::int[]) shown (id) cross join unnest(${[...new Set(ids)]}::int[]) asked (id)
        cross join lateral (
          select profile, term_id, parts from posting where profile = shown.id and term_id = asked.id offset 0) said
        group by profile, term_id`.execute(tx)
    : { rows: [] }
  // Only the parts that something was found in: to look whether a hidden one is open costs more than the search.
  const asked = postings.rows.flatMap(({ profile, parts }) => partsOfBits(parts).map((part) => ({ profile, part })))
  const members = await sql<{ profile: number; organisation_id: string; visible: (FieldGroup | 'name')[] }>`
    select s.profile, s.organisation_id, array_append(array_agg(distinct part.field_group), 'name') as visible
    from searched_profile s join member_profile m using (organisation_id)
    left join unnest(${asked.map(({ profile }) => profile)}::int[], ${asked.map(({ part }) => part)}::text[])
      as asked (profile, field_group) on asked.profile = s.profile
    left join profile_part part on part.organisation_id = s.organisation_id and part.field_group = asked.field_group
    where s.profile = any (${profiles}::int[]) and m.withdrawn_at is null
    group by s.profile, s.organisation_id`.execute(tx)
  return profiles.flatMap((profile): Hit[] => {
    const member = members.rows.find((row) => row.profile === profile)
    if (!member) return []
    const partsWith = (term: string) => {
      const found = postings.rows.find((row) => row.profile === profile && row.term_id === known.get(term)?.id)
      return partsOfBits(found?.parts ?? 0).filter((part) => member.visible.includes(part))
    }
    const reasons = wishes.flatMap((wish) =>
      wish.terms.flatMap((term): Reason[] => {
        const parts = partsWith(term)
        return parts.length ? [{ wish, term, parts }] : []
      }),
    )
    if (filterTerms.some((term) => partsWith(term).length === 0)) return []
    return reasons.length || wishes.length === 0 ? [{ organisationId: member.organisation_id, reasons }] : []
  })
}
