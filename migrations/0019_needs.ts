import { type Kysely, sql } from 'kysely'

/** What members seek and what they have. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table need (
      id uuid primary key,
      reference text not null unique,
      organisation_id uuid not null references organisation,
      cluster_id uuid not null references cluster,
      direction text not null check (direction in ('offer', 'request')),
      kind text not null check (kind in ('technology', 'business', 'research')),
      title jsonb not null,
      body jsonb not null,
      is_anonymous boolean not null,
      entered_by uuid references person,
      entered_at timestamptz not null,
      expires_on date not null,
      zone text not null,
      readiness integer check (readiness between 1 and 9),
      partners jsonb not null default '[]',
      emdn jsonb not null default '[]',
      thesaurus text
    )`.execute(db)
  await sql`
    create index need_organisation on need (organisation_id)`.execute(db)
  await sql`
    create index need_cluster on need (cluster_id)`.execute(db)
  // Where a need stands is its latest step; one without any has only been entered.
  await sql`
    create table need_step (
      id uuid primary key,
      need_id uuid not null references need,
      act text not null check (act in ('submitted', 'published', 'returned', 'renewed', 'withdrawn')),
      reason text,
      by_person uuid references person,
      at timestamptz not null
    )`.execute(db)
  await sql`
    create index need_step_need on need_step (need_id, at, id)`.execute(db)
  // Rivals: an organisation, or everybody in a cluster.
  await sql`
    create table need_exclusion (
      need_id uuid not null references need,
      organisation_id uuid references organisation,
      cluster_id uuid references cluster,
      check ((organisation_id is null) <> (cluster_id is null)),
      unique nulls not distinct (need_id, organisation_id, cluster_id)
    )`.execute(db)
  await sql`
    create table need_reminder (
      need_id uuid not null references need,
      expires_on date not null,
      sent_at timestamptz not null,
      primary key (need_id, expires_on)
    )`.execute(db)
  // What a need speaks of: concepts and codes, as the index of members writes them.
  await sql`
    create table need_term (
      need_id uuid not null references need,
      term text not null,
      weight real not null,
      primary key (need_id, term)
    )`.execute(db)
  await sql`
    create index need_term_term on need_term (term)`.execute(db)
  // A match that somebody found was none: of a need with a member, or with another need.
  await sql`
    create table need_dismissal (
      id uuid primary key,
      need_id uuid not null references need,
      organisation_id uuid references organisation,
      other_need_id uuid references need,
      reason text not null check (reason in ('other-field', 'known-already', 'rival', 'no-capacity', 'other')),
      by_person uuid references person,
      at timestamptz not null,
      check ((organisation_id is null) <> (other_need_id is null)),
      unique nulls not distinct (need_id, organisation_id, other_need_id)
    )`.execute(db)
}
