import { type Kysely, sql } from 'kysely'

/** Sign-in, sessions, passkeys, roles, invitations, tokens for the API. Secrets are stored as hashes only. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table sign_in_link (
      token_hash bytea primary key,
      person_id uuid not null references person,
      return_to text,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      used_at timestamptz
    )`.execute(db)
  await sql`
    create table session (
      id uuid primary key,
      token_hash bytea not null unique,
      person_id uuid not null references person,
      method text not null check (method in ('mail-link', 'passkey', 'invitation', 'demonstration')),
      device text not null,
      created_at timestamptz not null,
      last_used_at timestamptz not null,
      expires_at timestamptz not null,
      ended_at timestamptz
    )`.execute(db)
  await sql`create index session_person on session (person_id)`.execute(db)
  await sql`
    create table passkey (
      id text primary key,
      person_id uuid not null references person,
      public_key bytea not null,
      counter bigint not null,
      transports jsonb not null,
      label text not null,
      created_at timestamptz not null,
      last_used_at timestamptz,
      removed_at timestamptz
    )`.execute(db)
  await sql`create index passkey_person on passkey (person_id)`.execute(db)
  // A challenge is answered once, by whoever it was made for. It may be the digest of a text, so two people may have the same.
  await sql`
    create table passkey_challenge (
      id uuid primary key,
      challenge text not null,
      person_id uuid references person,
      purpose text not null,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      used_at timestamptz
    )`.execute(db)
  await sql`create index passkey_challenge_challenge on passkey_challenge (challenge)`.execute(db)
  await sql`create index sign_in_link_person on sign_in_link (person_id)`.execute(db)
  await sql`
    create table role_assignment (
      id uuid primary key,
      person_id uuid not null references person,
      organisation_id uuid references organisation,
      role text not null check (role in ('operator', 'manager', 'coordinator', 'signatory', 'member', 'journalist', 'programme-officer')),
      given_by uuid references person,
      given_at timestamptz not null,
      ended_by uuid references person,
      ended_at timestamptz,
      check ((role = 'operator') = (organisation_id is null))
    )`.execute(db)
  await sql`create index role_assignment_organisation on role_assignment (organisation_id)`.execute(db)
  await sql`create unique index role_assignment_once on role_assignment (person_id, organisation_id, role) nulls not distinct where ended_at is null`.execute(
    db,
  )
  await sql`
    create table invitation (
      id uuid primary key,
      token_hash bytea not null unique,
      address text not null check (address = lower(address)),
      locale text not null,
      organisation_id uuid not null references organisation,
      role text not null,
      invited_by uuid references person,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      accepted_at timestamptz,
      accepted_by uuid references person,
      withdrawn_at timestamptz
    )`.execute(db)
  await sql`create index invitation_organisation on invitation (organisation_id)`.execute(db)
  await sql`
    create table access_token (
      id uuid primary key,
      token_hash bytea not null unique,
      person_id uuid not null references person,
      name text not null,
      scopes jsonb not null,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      last_used_at timestamptz,
      revoked_at timestamptz
    )`.execute(db)
  await sql`create index access_token_person on access_token (person_id)`.execute(db)
}
