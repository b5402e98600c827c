import { type Kysely, sql } from 'kysely'

/** That two companies met after their introduction: once a day and introduction, whichever of them says so. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table introduction_meeting (
      id uuid primary key,
      referral_id uuid not null references referral,
      held_on date not null,
      note text not null,
      reported_for uuid not null references organisation,
      reported_by uuid references person,
      reported_at timestamptz not null,
      withdrawn_by uuid references person,
      withdrawn_at timestamptz
    )`.execute(db)
  await sql`
    create unique index introduction_meeting_once on introduction_meeting (referral_id, held_on) where withdrawn_at is null
  `.execute(db)
}
