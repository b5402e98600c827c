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
      zone text not null
    )`.execute(db)
  await sql`
    create index need_organisation on need (organisation_id)`.execute(db)
  await sql`
    create index need_cluster on need (cluster_id)`.execute(db)
}
