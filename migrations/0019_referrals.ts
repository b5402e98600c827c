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
    create table referral_step (
      id uuid primary key,
      referral_id uuid not null references referral,
      seq int not null,
      act text not null check (act in ('asked', 'passed-on', 'asked-back', 'replied', 'passed-to', 'accepted', 'declined', 'consented', 'consent-withdrawn', 'withdrawn', 'handed-over', 'reminded', 'escalated', 'lapsed')),
      side text not null check (side in ('asker', 'home', 'partner', 'company', 'system')),
      organisation_id uuid references organisation,
      acted_by uuid references person,
      acted_at timestamptz not null,
      reason text,
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
  await sql`
    create table referral_contact (
      id uuid primary key,
      referral_id uuid not null references referral,
      side text not null check (side in ('asker', 'company')),
      organisation_id uuid not null references organisation,
      name text,
      address text,
      entered_by uuid references person,
      entered_at timestamptz not null,
      ended_at timestamptz
    )`.execute(db)
  await sql`
    create index referral_contact_referral on referral_contact (referral_id)`.execute(db)
  await sql`
    create table referral_link (
      token_hash bytea primary key,
      referral_id uuid not null references referral,
      organisation_id uuid not null references organisation,
      person_id uuid references person,
      made_at timestamptz not null,
      expires_at timestamptz not null,
      used_at timestamptz
    )`.execute(db)
  await sql`
    create table coordinator_absence (
      id uuid primary key,
      person_id uuid not null references person,
      deputy_id uuid references person,
      since date not null,
      until date not null,
      zone text not null,
      entered_at timestamptz not null,
      ended_at timestamptz
    )`.execute(db)
  await sql`
    create index coordinator_absence_person on coordinator_absence (person_id)`.execute(db)
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
  await sql`
    create table contact_next_step (
      id uuid primary key,
      contact_entry_id uuid not null references contact_entry,
      text text not null,
      due_at timestamptz not null,
      zone text not null,
      person_id uuid references person,
      done_by uuid references person,
      done_at timestamptz
    )`.execute(db)
  await sql`
    create index contact_next_step_entry on contact_next_step (contact_entry_id)`.execute(db)
  await sql`
    alter table contact_entry add column replaces_id uuid references contact_entry, add column with_name text, add column withdrawn_by uuid references person, add column withdrawn_for text`.execute(
    db,
  )
  await sql`
    create table mail_in_address (
      id uuid primary key,
      organisation_id uuid not null references organisation,
      token_hash bytea not null unique,
      made_by uuid references person,
      made_at timestamptz not null,
      ended_at timestamptz
    )`.execute(db)
  await sql`
    create index mail_in_address_organisation on mail_in_address (organisation_id)`.execute(db)
  await sql`
    create table mail_in (
      id uuid primary key,
      organisation_id uuid not null references organisation,
      message_id text not null,
      sender_address text,
      sender_name text,
      person_id uuid references person,
      subject text not null,
      body text not null,
      sent_at timestamptz not null,
      received_at timestamptz not null,
      held_because text check (held_because in ('unknown-sender')),
      contact_entry_id uuid references contact_entry,
      discarded_at timestamptz,
      unique (organisation_id, message_id)
    )`.execute(db)
}
