import { type Kysely, sql } from 'kysely'

/**
 * Member lists as cluster offices have them, on their way into profiles. The file and what it replaced are kept for as long as the import
 * can be undone; what an import did to each organisation stays as a row.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table member_import (
      id uuid primary key,
      cluster_id uuid not null references cluster,
      created_by uuid references person,
      created_at timestamptz not null,
      file_name text not null,
      kind text not null check (kind in ('csv', 'xlsx')),
      bytes int not null,
      choices jsonb not null,
      revision int not null
    )`.execute(db)
  await sql`create index member_import_cluster on member_import (cluster_id)`.execute(db)
  await sql`
    create table import_file (
      import_id uuid primary key references member_import,
      contents bytea not null
    )`.execute(db)
  // Which column is what, by cluster and by the header as it stands: the next list of that office is understood at once.
  await sql`
    create table import_mapping (
      cluster_id uuid not null references cluster,
      fingerprint text not null,
      choices jsonb not null,
      saved_at timestamptz not null,
      primary key (cluster_id, fingerprint)
    )`.execute(db)
  // Applying and undoing: asked for, then done or failed. One at a time works on a cluster's list.
  await sql`
    create table import_act (
      id uuid primary key,
      import_id uuid not null references member_import,
      cluster_id uuid not null references cluster,
      act text not null check (act in ('applied', 'undone')),
      asked_by uuid references person,
      asked_via text not null,
      asked_at timestamptz not null,
      stage text not null,
      done_at timestamptz,
      failed_at timestamptz,
      counts jsonb
    )`.execute(db)
  await sql`create unique index import_act_one_at_a_time on import_act (cluster_id) where done_at is null and failed_at is null`.execute(
    db,
  )
  await sql`create unique index import_act_once on import_act (import_id, act) where failed_at is null`.execute(db)
  // What an import did to an organisation: what stood there before, and digests of what it left.
  await sql`
    create table import_change (
      import_id uuid not null references member_import,
      organisation_id uuid not null,
      source_row int not null,
      kind text not null check (kind in ('created', 'updated', 'joined')),
      before jsonb,
      left_behind jsonb not null,
      undone_at timestamptz,
      kept_because text,
      primary key (import_id, organisation_id)
    )`.execute(db)
  await sql`create index import_change_organisation on import_change (organisation_id)`.execute(db)
  // By what a cluster's own list calls a member: a membership number, a register's number.
  await sql`
    create table member_external_id (
      cluster_id uuid not null references cluster,
      external_id text not null,
      organisation_id uuid not null references organisation on delete cascade,
      import_id uuid references member_import,
      primary key (cluster_id, external_id)
    )`.execute(db)
  await sql`create index member_external_id_organisation on member_external_id (organisation_id)`.execute(db)
  // Earlier names and seats, as registers give them beside the current one.
  await sql`
    create table organisation_history (
      id uuid primary key,
      organisation_id uuid not null references organisation on delete cascade,
      version text not null,
      name text not null,
      city text,
      country char(2) not null,
      import_id uuid references member_import,
      unique (organisation_id, version)
    )`.execute(db)
  await sql`
    create table duplicate_proposal (
      id uuid primary key,
      cluster_id uuid not null references cluster,
      one_id uuid not null references organisation on delete cascade,
      other_id uuid not null references organisation on delete cascade,
      score double precision not null,
      reasons jsonb not null,
      found_at timestamptz not null,
      check (one_id < other_id),
      unique (cluster_id, one_id, other_id)
    )`.execute(db)
  await sql`create index duplicate_proposal_other on duplicate_proposal (other_id)`.execute(db)
  await sql`
    create table duplicate_dismissal (
      proposal_id uuid primary key references duplicate_proposal on delete cascade,
      dismissed_by uuid references person,
      dismissed_at timestamptz not null
    )`.execute(db)
  // A merge keeps all that it moved, so that it can be taken back.
  await sql`
    create table organisation_merge (
      id uuid primary key,
      cluster_id uuid not null references cluster,
      kept_id uuid not null references organisation,
      gone_id uuid not null references organisation,
      moved jsonb not null,
      merged_by uuid references person,
      merged_at timestamptz not null,
      unmerged_by uuid references person,
      unmerged_at timestamptz
    )`.execute(db)
  await sql`create unique index organisation_merge_gone on organisation_merge (gone_id) where unmerged_at is null`.execute(db)
}
