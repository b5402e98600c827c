import { type Kysely, sql } from 'kysely'

/** What is true of an agreement once it is signed, here or elsewhere: where it was registered, whether it rests or was ended, what each party shall do. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table agreement_registration (
      agreement_id uuid primary key references agreement,
      responsible_person_id uuid references person,
      source jsonb,
      known jsonb not null,
      registered_by uuid references person,
      registered_at timestamptz not null
    )`.execute(db)
  await sql`
    create table agreement_suspension (
      id uuid primary key,
      agreement_id uuid not null references agreement,
      organisation_id uuid not null references organisation,
      reason text not null,
      suspended_by uuid references person,
      suspended_at timestamptz not null,
      lifted_by uuid references person,
      lifted_at timestamptz
    )`.execute(db)
  await sql`
    create unique index agreement_suspension_open on agreement_suspension (agreement_id) where lifted_at is null`.execute(
    db,
  )
  await sql`
    create table agreement_termination (
      agreement_id uuid primary key references agreement,
      organisation_id uuid not null references organisation,
      reason text not null,
      effective_from timestamptz not null,
      noticed_by uuid references person,
      noticed_at timestamptz not null
    )`.execute(db)
  await sql`
    create table undertaking (
      id uuid primary key,
      agreement_id uuid not null references agreement,
      clause_id uuid references clause,
      organisation_id uuid not null references organisation,
      person_id uuid references person,
      title jsonb not null,
      cadence text not null check (cadence in ('once', 'monthly', 'quarterly', 'half-yearly', 'yearly')),
      first_due date not null,
      zone text not null,
      evidence text not null check (evidence in ('note', 'file', 'event', 'referral', 'link')),
      set_by uuid references person,
      set_at timestamptz not null,
      ended_at timestamptz,
      ended_by uuid references person
    )`.execute(db)
  await sql`
    create index undertaking_agreement on undertaking (agreement_id)`.execute(db)
  await sql`
    create index undertaking_organisation on undertaking (organisation_id)`.execute(db)
}
