import { type Kysely, sql } from 'kysely'

/** Member lists as cluster offices have them, on their way into profiles; what an import did to each organisation stays as a row. */
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
  // A list is applied once and undone once.
  await sql`
    create table import_act (
      id uuid primary key,
      import_id uuid not null references member_import,
      cluster_id uuid not null references cluster,
      act text not null check (act in ('applied', 'undone')),
      done_by uuid references person,
      done_at timestamptz not null,
      counts jsonb not null
    )`.execute(db)
  await sql`create unique index import_act_once on import_act (import_id, act)`.execute(db)
  await sql`create index import_act_cluster on import_act (cluster_id)`.execute(db)
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
}
