import { type Kysely, sql } from 'kysely'

/** How journalists are accredited: what they applied with, the rules they accepted, and what holds beyond one event. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // A version is never changed: somebody accepted it. The last one is in force.
  await sql`
    create table coverage_rules (
      id uuid primary key,
      event_id uuid not null references event,
      version int not null check (version > 0),
      text jsonb not null,
      written_by uuid references person,
      written_at timestamptz not null,
      unique (event_id, version)
    )`.execute(db)
  // What an event asks of its journalists; without a row the house's own terms hold. proof_days: how long proofs outlive the event.
  await sql`
    create table accreditation_terms (
      event_id uuid primary key references event,
      largest_crew int not null check (largest_crew between 1 and 20),
      proof_needed boolean not null,
      proof_days int not null check (proof_days between 0 and 365),
      set_by uuid references person,
      set_at timestamptz not null
    )`.execute(db)
  // Somebody's accreditation for the events of an organisation and of those allied with it, until a date or until revoked.
  await sql`
    create table standing_accreditation (
      id uuid primary key,
      organisation_id uuid not null references organisation,
      address text not null,
      address_key text not null,
      name jsonb not null,
      outlet text not null,
      outlet_key text not null,
      role text not null check (role in ('writer', 'photographer', 'tv-crew')),
      locale text not null,
      given_for uuid not null references registration,
      given_by uuid references person,
      given_at timestamptz not null,
      expires_at timestamptz not null check (expires_at > given_at),
      revoked_by uuid references person,
      revoked_at timestamptz,
      revoked_because text
    )`.execute(db)
  await sql`create index standing_accreditation_address on standing_accreditation (address_key) where revoked_at is null`.execute(
    db,
  )
  await sql`create index standing_accreditation_organisation on standing_accreditation (organisation_id)`.execute(db)
  // Typing an address proves nothing: who holds a standing accreditation is sent a link to the form.
  await sql`
    create table standing_link (
      token_hash bytea primary key,
      standing_id uuid not null references standing_accreditation,
      event_id uuid not null references event,
      made_at timestamptz not null,
      expires_at timestamptz not null,
      used_at timestamptz
    )`.execute(db)
  // Keys are the same for two spellings of one outlet, or of one number.
  await sql`
    create table accreditation (
      registration_id uuid primary key references registration,
      event_id uuid not null references event,
      role text not null check (role in ('writer', 'photographer', 'tv-crew')),
      outlet text not null,
      crew int not null check (crew > 0),
      mobile text not null,
      press_club text,
      wishes_to_ask boolean not null,
      question text,
      languages jsonb not null,
      outlet_key text not null,
      mobile_key text not null,
      rules_id uuid references coverage_rules,
      rules_locale text,
      rules_accepted_at timestamptz,
      standing_id uuid references standing_accreditation
    )`.execute(db)
  await sql`create index accreditation_event on accreditation (event_id)`.execute(db)
  // The file itself is locked and rests among the blobs; deleted_at is when it was taken away again.
  await sql`
    create table accreditation_proof (
      id uuid primary key,
      registration_id uuid not null references accreditation,
      media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
      size int not null,
      digest bytea not null,
      blob_sha256 bytea references blob,
      received_at timestamptz not null,
      deleted_at timestamptz,
      check ((blob_sha256 is null) = (deleted_at is not null))
    )`.execute(db)
  await sql`create index accreditation_proof_registration on accreditation_proof (registration_id)`.execute(db)
  await sql`create index accreditation_proof_kept on accreditation_proof (received_at) where deleted_at is null`.execute(
    db,
  )
  // What the press office still wants to know, and what it was told; the link in the mail is the key to the answer.
  await sql`
    create table accreditation_request (
      id uuid primary key,
      registration_id uuid not null references accreditation,
      wanted text not null check (wanted in ('readable-proof', 'other-proof', 'letter', 'details')),
      note text,
      token_hash bytea not null unique,
      asked_by uuid references person,
      asked_at timestamptz not null,
      answer text,
      proof_id uuid references accreditation_proof,
      answered_at timestamptz
    )`.execute(db)
  await sql`create index accreditation_request_registration on accreditation_request (registration_id)`.execute(db)
}
