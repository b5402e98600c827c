import { type Kysely, sql } from 'kysely'

/** An outcome that came as an answer to a follow-up knows which, so that a changed answer changes it instead of adding one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table outcome add column follow_up_id uuid references introduction_follow_up`.execute(db)
}
