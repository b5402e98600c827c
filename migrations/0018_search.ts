import { type Kysely, sql } from 'kysely'

/** Finding members by what they do: an index of weighted terms, each posting with the scope that decides who finds by it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // df counts public profiles only: how often a term stands in what is hidden would be told by the order of hits.
  await sql`
    create table term (
      id int generated always as identity primary key,
      term text not null unique,
      df int not null default 0
    )`.execute(db)
  await sql`create index term_similar on term using gin (term gin_trgm_ops)`.execute(db)
  await sql`
    create table searched_profile (
      profile int generated always as identity primary key,
      organisation_id uuid not null unique references organisation,
      thesaurus text not null,
      indexed_at timestamptz not null
    )`.execute(db)
  // Scope 0 is everybody; every other one is an audience: a member's own people, its coordinators, or those to whom one part is opened.
  await sql`
    create table search_scope (
      id int generated always as identity (start with 1) primary key,
      organisation_id uuid not null references organisation,
      audience text not null check (audience in ('own', 'coordinators', 'partners')),
      field_group text not null,
      unique (organisation_id, audience, field_group)
    )`.execute(db)
  // parts: one bit for the name (1) and for each part of the profile in which the term stands.
  await sql`
    create table posting (
      term_id int not null references term,
      profile int not null references searched_profile,
      scope int not null,
      impact smallint not null,
      parts smallint not null,
      primary key (profile, term_id, scope) include (impact, parts)
    )`.execute(db)
  await sql`create index posting_read on posting (term_id, impact desc, profile) include (scope)`.execute(db)
  await sql`
    create table search_due (
      organisation_id uuid primary key references organisation,
      due_at timestamptz not null default now()
    )`.execute(db)
  await asked(db)
  await whoFinds(db)
  await whatChanged(db)
}

/** Questions that are asked again every week for somebody, and questions that found no concept. */
async function asked(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table saved_search (
      id uuid primary key,
      person_id uuid not null references person,
      locale text not null,
      question jsonb not null,
      stop_token text not null unique,
      saved_at timestamptz not null,
      told_at timestamptz not null,
      stopped_at timestamptz
    )`.execute(db)
  await sql`create index saved_search_person on saved_search (person_id)`.execute(db)
  // Whom its owner has been shown already.
  await sql`
    create table saved_search_hit (
      search_id uuid not null references saved_search on delete cascade,
      organisation_id uuid not null references organisation,
      primary key (search_id, organisation_id)
    )`.execute(db)
  // Counted without who asked: words that the thesaurus lacks.
  await sql`
    create table unknown_question (
      words text not null,
      locale text not null,
      asked int not null,
      last_on date not null,
      primary key (words, locale)
    )`.execute(db)
}

/**
 * The same audiences as in the policy of profile_part. Integer equality is leakproof, so the index serves in spite of the policy; the
 * asker's scopes are read once for a question, into `musubi.scopes` (`search/asSearcher.ts`), and are everybody's where they are not.
 */
async function whoFinds(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function asker_scopes() returns setof int language sql stable as $$
      select 0
      union all
      select id from search_scope
      where audience = 'own' and organisation_id = any (asked_as('organisations'))
      union all
      select id from search_scope
      where audience in ('coordinators', 'partners') and organisation_id = any (asked_as('coordinates'))
      union all
      select s.id
      from (values ('about'), ('products'), ('certificates'), ('markets'), ('facilities')) opened (part),
        unnest(opened_to_asker(opened.part)) home (id), search_scope s
      where s.audience = 'partners' and s.field_group = opened.part and s.organisation_id = home.id
    $$`.execute(db)
  await sql`alter table posting enable row level security`.execute(db)
  await sql`
    create policy posting_found on posting for select using (
      scope = any (array (select unnest(coalesce(nullif(current_setting('musubi.scopes', true), ''), '{0}')::int[]))))
  `.execute(db)
}

/** Whatever writes a profile, a name or a membership: the index hears of it in the same transaction. */
async function whatChanged(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function search_falls_due() returns trigger language plpgsql as $$
    declare changed uuid;
    begin
      changed := case when tg_table_name = 'organisation' then (to_jsonb(new) ->> 'id')::uuid
        else (coalesce(to_jsonb(new), to_jsonb(old)) ->> 'organisation_id')::uuid end;
      if tg_table_name = 'organisation' and not exists (select from member_profile where organisation_id = changed) then
        return null;
      end if;
      insert into search_due (organisation_id) values (changed) on conflict do nothing;
      return null;
    end $$`.execute(db)
  for (const table of ['member_profile', 'profile_part', 'cluster_membership'])
    await sql`
      create trigger search_falls_due after insert or update or delete on ${sql.table(table)}
      for each row execute function search_falls_due()`.execute(db)
  await sql`
    create trigger search_falls_due after update of name, country on organisation
    for each row execute function search_falls_due()`.execute(db)
}
