import { type Kysely, sql } from 'kysely'

/** Entries that may be one organisation, what people said to that, and merges with all that is needed to take them back. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table duplicate_look (
      id uuid primary key,
      looked_at timestamptz not null,
      compared int not null,
      proposed int not null
    )`.execute(db)
  // No references: one of the two may be gone by a merge, and comes back when that is undone.
  await sql`
    create table duplicate_proposal (
      id uuid primary key,
      one_id uuid not null,
      other_id uuid not null,
      score int not null check (score between 0 and 100),
      reasons jsonb not null,
      found_at timestamptz not null,
      unique (one_id, other_id),
      check (one_id < other_id)
    )`.execute(db)
  await sql`create index duplicate_proposal_other on duplicate_proposal (other_id)`.execute(db)
  // A pair that somebody has decided on is not proposed again.
  await sql`
    create table duplicate_decision (
      proposal_id uuid primary key references duplicate_proposal,
      decision text not null check (decision in ('merged', 'not-the-same')),
      decided_by uuid references person,
      decided_for uuid not null references cluster,
      decided_at timestamptz not null
    )`.execute(db)
  // What stood there before, row by row, and digests of what the merge left.
  await sql`
    create table organisation_merge (
      id uuid primary key,
      proposal_id uuid not null references duplicate_proposal,
      cluster_id uuid not null references cluster,
      kept_id uuid not null,
      gone_id uuid not null,
      gone_slug text not null,
      gone_name jsonb not null,
      before jsonb not null,
      left_behind jsonb not null,
      merged_by uuid references person,
      merged_at timestamptz not null,
      undone_by uuid references person,
      undone_at timestamptz
    )`.execute(db)
  await sql`create unique index organisation_merge_once on organisation_merge (proposal_id) where undone_at is null`.execute(
    db,
  )
  await sql`create index organisation_merge_gone on organisation_merge (gone_slug) where undone_at is null`.execute(db)
  await sql`create index organisation_merge_cluster on organisation_merge (cluster_id)`.execute(db)
}
