import { type Kysely, sql } from 'kysely'

/** Introductions that pass both home coordinators, requests for support, and the log of contacts. */
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
  await sql`
    create index referral_from on referral (from_cluster_id)`.execute(db)
  await sql`
    create index referral_to on referral (to_cluster_id)`.execute(db)
  await sql`
    create table contact_entry (
      id uuid primary key,
      organisation_id uuid not null references organisation,
      kind text not null check (kind in ('meeting', 'call', 'visit', 'mail')),
      held_at timestamptz not null,
      zone text not null,
      with_organisation_id uuid references organisation,
      with_people jsonb not null,
      agreement_id uuid references agreement,
      referral_id uuid references referral,
      agreed text not null,
      entered_by uuid references person,
      entered_at timestamptz not null,
      withdrawn_at timestamptz
    )`.execute(db)
  await sql`
    create index contact_entry_organisation on contact_entry (organisation_id, held_at)`.execute(db)
  await sql`
    create index contact_entry_referral on contact_entry (referral_id)`.execute(db)
}
