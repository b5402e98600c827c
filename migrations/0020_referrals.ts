import { type Kysely, sql } from 'kysely'

/** Introductions that pass both home coordinators, and requests for support. What a referral is follows from its steps. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table referral (
      id uuid primary key,
      reference text not null unique,
      kind text not null check (kind in ('introduction', 'regulatory', 'soft-landing', 'distributor', 'trial-site', 'laboratory')),
      need_id uuid references need,
      agreement_id uuid references agreement,
      from_organisation_id uuid not null references organisation,
      from_cluster_id uuid not null references cluster,
      to_cluster_id uuid not null references cluster,
      to_organisation_id uuid references organisation,
      subject jsonb not null,
      message jsonb not null,
      is_demonstration boolean not null,
      asked_by uuid references person,
      asked_at timestamptz not null
    )`.execute(db)
  await sql`create index referral_from on referral (from_cluster_id)`.execute(db)
  await sql`create index referral_to on referral (to_cluster_id)`.execute(db)
  await sql`create index referral_from_organisation on referral (from_organisation_id)`.execute(db)
  await sql`
    create table referral_step (
      id uuid primary key,
      referral_id uuid not null references referral,
      seq int not null,
      act text not null check (act in ('asked', 'passed-on', 'asked-back', 'replied', 'passed-to', 'accepted', 'declined', 'answered', 'consented', 'consent-withdrawn', 'withdrawn', 'handed-over', 'reminded', 'escalated', 'lapsed')),
      side text not null check (side in ('asker', 'home', 'partner', 'company', 'system')),
      organisation_id uuid references organisation,
      acted_by uuid references person,
      acted_at timestamptz not null,
      reason text check (reason in ('no-fit', 'no-capacity', 'rival', 'too-early', 'other')),
      words text,
      to_organisation_id uuid references organisation,
      consents boolean not null,
      responsible_organisation_id uuid references organisation,
      responsible_person_id uuid references person,
      due_at timestamptz,
      due_zone text,
      followed_at timestamptz,
      unique (referral_id, seq)
    )`.execute(db)
  await sql`
    create index referral_step_open on referral_step (responsible_organisation_id, due_at) where followed_at is null and due_at is not null`.execute(
    db,
  )
}
