import { type Kysely, sql } from 'kysely'

/** Member lists as cluster offices have them, on their way into profiles. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table member_import (
      id uuid primary key,
      cluster_id uuid not null references cluster,
      created_by uuid references person,
      created_at timestamptz not null
    )`.execute(db)
}
