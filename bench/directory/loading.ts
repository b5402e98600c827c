import { sql } from 'kysely'
import { thesaurusState } from '../../app/exchange/search/indexing.ts'
import { type Audience, weigh } from '../../app/exchange/search/weighing.ts'
import type { Db } from '../../app/platform/db/tables.ts'
import type { Made } from './profiles.ts'

const BATCH = 2000

/** Loads profiles and their postings as they would lie after every one was read, without reading them one by one. */
export async function loadProfiles(db: Db, profiles: Iterable<Made>, clusterIds: Map<string, string>): Promise<number> {
  await sql`set session_replication_role = replica`.execute(db)
  await sql`drop index posting_read`.execute(db)
  await sql`alter table posting drop constraint posting_pkey`.execute(db)
  const terms = new Map<string, { id: number; df: number }>()
  const scopes = new Map<string, { id: number; audience: NonNullable<Audience> }>()
  let postings = 0
  let batch: Made[] = []
  let first = 1
  const flush = async () => {
    await loadMembers(db, batch, clusterIds, first)
    const rows: [number, number, number, number, number][] = batch.flatMap(({ member }, index) =>
      weigh(member).map(({ term, audience, impact, parts }): [number, number, number, number, number] => {
        const known = terms.get(term) ?? { id: terms.size + 1, df: 0 }
        terms.set(term, known)
        if (!audience) known.df++
        return [known.id, first + index, audience ? scopeOf(audience) : 0, impact, parts]
      }),
    )
    const column = (index: number) => rows.map((row) => row[index]!)
    await sql`
      insert into posting (term_id, profile, scope, impact, parts)
      select * from unnest(${column(0)}::int[], ${column(1)}::int[], ${column(2)}::int[], ${column(3)}::smallint[], ${column(4)}::smallint[])
    `.execute(db)
    postings += rows.length
    first += batch.length
    batch = []
  }
  const scopeOf = (audience: NonNullable<Audience>): number => {
    const key = Object.values(audience).join(' ')
    const known = scopes.get(key) ?? { id: scopes.size + 1, audience }
    scopes.set(key, known)
    return known.id
  }
  for (const made of profiles) {
    batch.push(made)
    if (batch.length === BATCH) await flush()
  }
  if (batch.length) await flush()
  await loadTerms(db, terms)
  await loadScopes(db, scopes)
  await sql`alter table posting add primary key (profile, term_id, scope) include (impact, parts)`.execute(db)
  await sql`create index posting_read on posting (term_id, impact desc, profile) include (scope)`.execute(db)
  await sql`set session_replication_role = origin`.execute(db)
  await sql`vacuum analyze`.execute(db)
  return postings
}

async function loadMembers(db: Db, batch: Made[], clusterIds: Map<string, string>, first: number): Promise<void> {
  const now = new Date('2022-01-01T00:00:00Z')
  const ids = batch.map(({ member }) => member.organisationId)
  await sql`
    insert into organisation (id, slug, kind, name, country, time_zone, created_at)
    select id, 'bench-' || id, 'company', name::jsonb, country, 'UTC', ${now}
    from unnest(${ids}::uuid[], ${batch.map(({ member }) => JSON.stringify(member.name))}::text[],
      ${batch.map(({ member }) => member.country)}::text[]) as given (id, name, country)`.execute(db)
  await sql`
    insert into cluster_membership (id, organisation_id, cluster_id)
    select id, id, cluster from unnest(${ids}::uuid[],
      ${batch.map(({ member }) => clusterIds.get(member.clusters[0]!)!)}::uuid[]) as given (id, cluster)`.execute(db)
  await sql`
    insert into member_profile (organisation_id, language, created_at)
    select id, language, ${now} from unnest(${ids}::uuid[], ${batch.map(({ language }) => language)}::text[])
      as given (id, language)`.execute(db)
  const parts = batch.flatMap(({ member }) => member.parts.map((part) => ({ id: member.organisationId, ...part })))
  await sql`
    insert into profile_part (organisation_id, field_group, content, visibility, revision, changed_at)
    select id, field_group, content::jsonb, visibility, 1, ${now}
    from unnest(${parts.map(({ id }) => id)}::uuid[], ${parts.map(({ group }) => group)}::text[],
      ${parts.map(({ content }) => JSON.stringify(content))}::text[], ${parts.map(({ visibility }) => visibility)}::text[])
      as given (id, field_group, content, visibility)`.execute(db)
  await sql`
    insert into searched_profile (profile, organisation_id, thesaurus, indexed_at) overriding system value
    select profile, id, ${thesaurusState()}, ${now} from unnest(${ids.map((_, index) => first + index)}::int[],
      ${ids}::uuid[]) as given (profile, id)`.execute(db)
}

async function loadTerms(db: Db, terms: Map<string, { id: number; df: number }>): Promise<void> {
  const all = [...terms]
  await sql`
    insert into term (id, term, df) overriding system value
    select * from unnest(${all.map(([, { id }]) => id)}::int[], ${all.map(([term]) => term)}::text[],
      ${all.map(([, { df }]) => df)}::int[])`.execute(db)
}

async function loadScopes(db: Db, scopes: Map<string, { id: number; audience: NonNullable<Audience> }>): Promise<void> {
  const all = [...scopes.values()]
  await sql`
    insert into search_scope (id, organisation_id, audience, field_group) overriding system value
    select * from unnest(${all.map(({ id }) => id)}::int[], ${all.map(({ audience }) => audience.organisationId)}::uuid[],
      ${all.map(({ audience }) => audience.audience)}::text[], ${all.map(({ audience }) => audience.group)}::text[])`.execute(
    db,
  )
}
