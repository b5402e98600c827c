import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/tables.ts'
import { transaction } from '../../platform/db/transaction.ts'
import type { Services } from '../../web/env.ts'
import { concepts } from '../thesaurus/reading.ts'
import { type Audience, type SearchedMember, type SearchedPart, type Weighed, weigh } from './weighing.ts'

const BATCH = 50

/** Reads again every profile that has changed, until none is left. Gives back how many were read. */
export async function indexDue({ database, clock }: Services): Promise<number> {
  let done = 0
  for (;;) {
    const now = clock.now()
    const taken = await transaction(database.db, async (tx) => {
      const due = await tx
        .selectFrom('search_due')
        .select('organisation_id')
        .orderBy('due_at')
        .limit(BATCH)
        .forUpdate()
        .skipLocked()
        .execute()
      const ids = due.map((row) => row.organisation_id)
      for (const id of ids) await indexMember(tx, id, now)
      if (ids.length) await tx.deleteFrom('search_due').where('organisation_id', 'in', ids).execute()
      return ids.length
    })
    done += taken
    if (taken < BATCH) return done
  }
}

/** What lies in the index for a member becomes what its profile says now. */
export async function indexMember(tx: Tx, organisationId: string, now: Date): Promise<void> {
  const member = await memberOf(tx, organisationId, now)
  const profile = await profileOf(tx, organisationId, now)
  await write(tx, profile, member && member.homes.length ? weigh(member) : [])
}

/** Which state of the thesaurus profiles are read with. */
export const thesaurusState = (): string =>
  (state ??= createHash('sha256').update(JSON.stringify(concepts())).digest('hex').slice(0, 16))
let state: string | undefined

/** A member with everything its profile says: for the index alone, which keeps the audiences apart. */
async function memberOf(tx: Tx, organisationId: string, now: Date): Promise<SearchedMember | null> {
  const row = await tx
    .selectFrom('organisation')
    .innerJoin('member_profile as profile', 'profile.organisation_id', 'organisation.id')
    .select(['organisation.name', 'organisation.kind', 'organisation.country'])
    .where('organisation.id', '=', organisationId)
    .where('profile.withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  const today = now.toISOString().slice(0, 10)
  const clusters = await tx
    .selectFrom('cluster_membership as membership')
    .innerJoin('cluster', 'cluster.id', 'membership.cluster_id')
    .select(['cluster.slug', 'cluster.managing_organisation_id as home'])
    .where('membership.organisation_id', '=', organisationId)
    .where((where) => where.or([where('membership.since', 'is', null), where('membership.since', '<=', today)]))
    .where((where) => where.or([where('membership.until', 'is', null), where('membership.until', '>=', today)]))
    .execute()
  const parts = await tx
    .selectFrom('profile_part')
    .select(['field_group as group', 'content', 'visibility'])
    .where('organisation_id', '=', organisationId)
    .execute()
  return {
    ...row,
    organisationId,
    clusters: [...new Set(clusters.map(({ slug }) => slug))],
    homes: clusters.map(({ home }) => home),
    parts: parts as SearchedPart[],
  }
}

async function profileOf(tx: Tx, organisationId: string, now: Date): Promise<number> {
  const row = { thesaurus: thesaurusState(), indexed_at: now }
  const { profile } = await tx
    .insertInto('searched_profile')
    .values({ organisation_id: organisationId, ...row })
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(row))
    .returning('profile')
    .executeTakeFirstOrThrow()
  return profile
}

async function write(tx: Tx, profile: number, weighed: Weighed[]): Promise<void> {
  const before = await sql<{ term_id: number }>`
    with gone as (delete from posting where profile = ${profile} returning term_id, scope)
    select term_id from gone where scope = 0`.execute(tx)
  const [terms, scopes] = [await termIds(tx, weighed), await scopeIds(tx, weighed)]
  const rows = weighed.map(({ term, audience, impact, parts }) => ({
    term: terms.get(term)!,
    scope: audience ? scopes.get(keyOf(audience))! : 0,
    impact: Math.min(impact, 32_767),
    parts,
  }))
  await sql`
    insert into posting (profile, term_id, scope, impact, parts)
    select ${profile}, * from unnest(
      ${rows.map(({ term }) => term)}::int[], ${rows.map(({ scope }) => scope)}::int[],
      ${rows.map(({ impact }) => impact)}::smallint[], ${rows.map(({ parts }) => parts)}::smallint[])`.execute(tx)
  const publicly = rows.filter(({ scope }) => scope === 0).map(({ term }) => term)
  await countAgain(tx, new Set(before.rows.map((row) => row.term_id)), new Set(publicly))
}

async function countAgain(tx: Tx, before: Set<number>, after: Set<number>): Promise<void> {
  const more = [...after].filter((id) => !before.has(id))
  const fewer = [...before].filter((id) => !after.has(id))
  // In the order of their keys, so that two writers never wait for one another.
  const changed = [...more, ...fewer].toSorted((one, other) => one - other)
  if (changed.length === 0) return
  await sql`
    with changed as (
      select id, by from unnest(${changed}::int[], ${changed.map((id) => (after.has(id) ? 1 : -1))}::int[]) as c (id, by)
    ), held as (
      select term.id from term join changed on changed.id = term.id order by term.id for update of term
    )
    update term set df = df + changed.by from changed join held on held.id = changed.id where term.id = changed.id`.execute(
    tx,
  )
}

async function termIds(tx: Tx, weighed: Weighed[]): Promise<Map<string, number>> {
  const terms = [...new Set(weighed.map(({ term }) => term))].toSorted()
  await sql`insert into term (term) select * from unnest(${terms}::text[]) on conflict do nothing`.execute(tx)
  const { rows } = await sql<{ id: number; term: string }>`
    select id, term from term where term = any (${terms}::text[])`.execute(tx)
  return new Map(rows.map(({ id, term }) => [term, id]))
}

const keyOf = (audience: NonNullable<Audience>) => `${audience.organisationId} ${audience.audience} ${audience.group}`

async function scopeIds(tx: Tx, weighed: Weighed[]): Promise<Map<string, number>> {
  const wanted = new Map(weighed.flatMap(({ audience }) => (audience ? [[keyOf(audience), audience] as const] : [])))
  const ids = new Map<string, number>()
  for (const [key, { organisationId, audience, group }] of wanted) {
    const place = { organisation_id: organisationId, audience, field_group: group }
    await tx
      .insertInto('search_scope')
      .values(place)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const { id } = await tx
      .selectFrom('search_scope')
      .select('id')
      .where('organisation_id', '=', organisationId)
      .where('audience', '=', audience)
      .where('field_group', '=', group)
      .executeTakeFirstOrThrow()
    ids.set(key, id)
  }
  return ids
}

/** Profiles that were read with another thesaurus, and those whose memberships began or ended these days, fall due. */
export async function markDue(db: Db, now: Date): Promise<void> {
  const today = now.toISOString().slice(0, 10)
  await sql`
    insert into search_due (organisation_id)
    select organisation_id from searched_profile where thesaurus <> ${thesaurusState()}
    union
    select organisation_id from cluster_membership
    where since between ${today}::date - 7 and ${today}::date or until between ${today}::date - 8 and ${today}::date - 1
    on conflict do nothing`.execute(db)
}
