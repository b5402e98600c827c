import { type Kysely, sql } from 'kysely'

/** What an agreement opens to its other parties while it is in force. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table agreement_grant (
      id uuid primary key,
      agreement_id uuid not null references agreement,
      organisation_id uuid not null references organisation,
      opens text not null check (opens in ('about', 'products', 'certificates', 'markets', 'facilities', 'contacts', 'referrals', 'events')),
      audience text not null check (audience in ('coordinators', 'members')),
      given_by uuid references person,
      given_at timestamptz not null,
      withdrawn_by uuid references person,
      withdrawn_at timestamptz
    )`.execute(db)
  await sql`
    create unique index agreement_grant_open on agreement_grant (agreement_id, organisation_id, opens) where withdrawn_at is null`.execute(
    db,
  )
}
