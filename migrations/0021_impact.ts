import { type Kysely, sql } from 'kysely'

/** What came of it: follow-ups, outcomes, and what reports were made of them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table outcome (
      id uuid primary key,
      referral_id uuid references referral,
      agreement_id uuid references agreement,
      kind text not null check (kind in ('nda', 'pilot', 'distribution', 'joint-project', 'investment', 'authorisation')),
      happened_on date not null,
      reported_by uuid references person,
      reported_at timestamptz not null,
      withdrawn_at timestamptz
    )`.execute(db)
  await sql`
    create index outcome_referral on outcome (referral_id)`.execute(db)
}
