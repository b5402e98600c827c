import { type Kysely, sql } from 'kysely'

/** Introductions that pass both home coordinators, and requests for support. */
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
}
