import { type Kysely, sql } from 'kysely'

/**
 * How people get in. Links of a provider and of a room rest locked with the installation's secret; personal addresses and seats are kept
 * as hashes only. Where somebody stands follows from the rows: wanted (a grant), confirmed (a place), sent (an address), revealed.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table access_plan (
      event_id uuid primary key references event,
      provider text not null check (provider in ('zoom-webinar', 'link')),
      link_locked bytea,
      fallback_locked bytea,
      releases_at timestamptz not null,
      zone text not null,
      set_by uuid references person,
      set_at timestamptz not null,
      check (provider <> 'link' or link_locked is not null)
    )`.execute(db)
  // The room at the provider: what it was told of the event, and when its list was last compared with ours.
  await sql`
    create table access_room (
      event_id uuid primary key references event,
      ref text not null unique,
      made_at timestamptz not null,
      told jsonb not null,
      compared_at timestamptz not null,
      ended_at timestamptz,
      attended_at timestamptz
    )`.execute(db)
  // Who asks the provider about an event just now: nobody else does, until this runs out or is given back.
  await sql`
    create table access_round (
      event_id uuid primary key references event,
      until timestamptz not null
    )`.execute(db)
  await sql`
    create table access_release (
      event_id uuid primary key references event,
      released_at timestamptz not null
    )`.execute(db)
  // While a provider is down the operator may open the fallback link to those who hold an address.
  await sql`
    create table access_fallback (
      id uuid primary key,
      event_id uuid not null references event,
      opened_by uuid references person,
      opened_at timestamptz not null,
      closed_at timestamptz
    )`.execute(db)
  await sql`create unique index access_fallback_open on access_fallback (event_id) where closed_at is null`.execute(db)
  await sql`
    create table access_grant (
      id uuid primary key,
      event_id uuid not null references event,
      registration_id uuid not null references registration,
      role text not null check (role in ('press', 'member', 'guest', 'speaker')),
      wanted_at timestamptz not null,
      revoked_at timestamptz,
      revoked_by uuid references person
    )`.execute(db)
  await sql`create unique index access_grant_one on access_grant (registration_id) where revoked_at is null`.execute(db)
  await sql`create index access_grant_event on access_grant (event_id)`.execute(db)
  // What the provider gave for it; withdrawn_at once the provider has taken it back.
  await sql`
    create table access_place (
      grant_id uuid primary key references access_grant,
      ref text not null,
      link_locked bytea not null,
      confirmed_at timestamptz not null,
      withdrawn_at timestamptz
    )`.execute(db)
  await sql`
    create table access_failure (
      id uuid primary key,
      grant_id uuid not null references access_grant,
      code text not null,
      detail text not null,
      failed_at timestamptz not null,
      retry_at timestamptz not null
    )`.execute(db)
  await sql`create index access_failure_grant on access_failure (grant_id, failed_at)`.execute(db)
  await sql`
    create table access_address (
      id uuid primary key,
      grant_id uuid not null references access_grant,
      token_hash bytea not null unique,
      sent_at timestamptz not null,
      expires_at timestamptz not null,
      replaced_at timestamptz
    )`.execute(db)
  await sql`create unique index access_address_one on access_address (grant_id) where replaced_at is null`.execute(db)
  await sql`
    create table access_reveal (
      id uuid primary key,
      grant_id uuid not null references access_grant,
      device text not null,
      revealed_at timestamptz not null
    )`.execute(db)
  await sql`create index access_reveal_grant on access_reveal (grant_id)`.execute(db)
  // A browser in which a personal address was opened: its holder is known there without an account.
  await sql`
    create table access_seat (
      id uuid primary key,
      grant_id uuid not null references access_grant,
      token_hash bytea not null unique,
      opened_at timestamptz not null,
      expires_at timestamptz not null
    )`.execute(db)
  await sql`
    create table webhook_receipt (
      sha256 bytea primary key,
      event text not null,
      event_at timestamptz not null,
      received_at timestamptz not null
    )`.execute(db)
  // Who came and went, as the provider tells it; what comes late is put where it belongs by its own time.
  await sql`
    create table attendance_mark (
      id uuid primary key,
      event_id uuid not null references event,
      registration_id uuid references registration,
      ref text,
      address_key text,
      came boolean not null,
      at timestamptz not null
    )`.execute(db)
  await sql`create index attendance_mark_event on attendance_mark (event_id, at)`.execute(db)
}
