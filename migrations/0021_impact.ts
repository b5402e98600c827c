import { type Kysely, sql } from 'kysely'

/** What came of it: introductions that were made, what is asked about them later, and outcomes with their evidence. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table introduction (
      referral_id uuid primary key references referral,
      introduced_at timestamptz not null
    )`.execute(db)
  // One question to one company, so many months after the introduction. Only the hash of the address in the mail is kept.
  await sql`
    create table introduction_follow_up (
      id uuid primary key,
      referral_id uuid not null references referral,
      organisation_id uuid not null references organisation,
      months int not null check (months in (1, 3, 6, 12)),
      due_on date not null,
      zone text not null,
      token_hash bytea unique,
      sent_at timestamptz,
      answer text check (answer in ('nothing-yet', 'in-talks', 'came', 'ended')),
      words text,
      answered_at timestamptz,
      unique (referral_id, organisation_id, months)
    )`.execute(db)
  await sql`create index introduction_follow_up_open on introduction_follow_up (due_on) where answered_at is null`.execute(
    db,
  )
  await sql`
    create table outcome (
      id uuid primary key,
      referral_id uuid not null references referral,
      kind text not null check (kind in ('nda', 'pilot', 'distribution', 'joint-project', 'investment', 'authorisation')),
      happened_on date not null,
      note text not null,
      link text,
      file_sha256 bytea,
      file_name text,
      reported_for uuid not null references organisation,
      reported_by uuid references person,
      reported_at timestamptz not null,
      withdrawn_by uuid references person,
      withdrawn_at timestamptz
    )`.execute(db)
  await sql`create index outcome_referral on outcome (referral_id)`.execute(db)
  await sql`
    create table outcome_answer (
      outcome_id uuid not null references outcome,
      organisation_id uuid not null references organisation,
      answer text not null check (answer in ('confirmed', 'questioned')),
      reason text,
      answered_by uuid references person,
      answered_at timestamptz not null,
      primary key (outcome_id, organisation_id)
    )`.execute(db)
}
