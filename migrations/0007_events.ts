import { type Kysely, sql } from 'kysely'

/**
 * Events and who comes to them. As with agreements there is no status column: where a registration stands is its one decision
 * that no other has replaced.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Instants are UTC; zone is the one in which they were declared. The agreement is the one a ceremony signs.
  await sql`
    create table event (
      id uuid primary key,
      slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
      kind text not null check (kind in ('signing-ceremony', 'webinar', 'mission', 'matchmaking', 'working-group')),
      title jsonb not null,
      subtitle jsonb,
      description jsonb,
      zone text not null,
      begins_at timestamptz not null,
      ends_at timestamptz not null check (ends_at > begins_at),
      venue jsonb not null,
      languages jsonb not null,
      interpretation jsonb not null,
      lead_organisation_id uuid not null references organisation,
      agreement_id uuid references agreement,
      demonstration boolean not null,
      created_by uuid references person,
      created_at timestamptz not null
    )`.execute(db)
  await sql`create index event_begins on event (begins_at)`.execute(db)
  await sql`create index event_agreement on event (agreement_id)`.execute(db)
  // Who invites besides the lead, in the order of display (席次).
  await sql`
    create table event_host (
      event_id uuid not null references event,
      organisation_id uuid not null references organisation,
      position int not null,
      primary key (event_id, organisation_id),
      unique (event_id, position)
    )`.execute(db)
  await sql`create index event_host_organisation on event_host (organisation_id)`.execute(db)
  // Every change that those invited must hear of: moved, another place, another title. Calendars number by it (SEQUENCE).
  await sql`
    create table event_change (
      event_id uuid not null references event,
      sequence int not null check (sequence > 0),
      before jsonb not null,
      after jsonb not null,
      changed_by uuid references person,
      changed_at timestamptz not null,
      primary key (event_id, sequence)
    )`.execute(db)
  await sql`
    create table event_publication (
      event_id uuid primary key references event,
      published_by uuid references person,
      published_at timestamptz not null
    )`.execute(db)
  await sql`
    create table event_cancellation (
      event_id uuid primary key references event,
      reason jsonb,
      cancelled_by uuid references person,
      cancelled_at timestamptz not null
    )`.execute(db)
  await sql`
    create table programme_item (
      id uuid primary key,
      event_id uuid not null references event,
      position int not null,
      begins_at timestamptz not null,
      minutes int not null check (minutes > 0),
      title jsonb not null,
      description jsonb,
      speakers jsonb not null,
      languages jsonb not null,
      unique (event_id, position)
    )`.execute(db)
  // One form and one set of rules for one kind of guest. fields: what is asked, for what purpose, whether it must be answered.
  await sql`
    create table registration_category (
      id uuid primary key,
      event_id uuid not null references event,
      kind text not null check (kind in ('press', 'member', 'guest', 'speaker')),
      position int not null,
      title jsonb not null,
      opens_at timestamptz,
      closes_at timestamptz not null,
      closes_inclusive boolean not null,
      zone text not null,
      capacity int check (capacity > 0),
      cap_per_affiliation int check (cap_per_affiliation > 0),
      needs_approval boolean not null,
      waiting_list boolean not null,
      late_queue boolean not null,
      fields jsonb not null,
      unique (event_id, kind)
    )`.execute(db)
  // arrival is the order in which registrations were taken in; keys are the same for two spellings of one address or one outlet.
  // The personal address is found by its hash, and kept locked with the installation's secret so that it can be mailed again.
  // submission_hash: the form that was sent, so that sending it twice registers once.
  await sql`
    create table registration (
      id uuid primary key,
      event_id uuid not null references event,
      category_id uuid not null references registration_category,
      arrival bigint generated always as identity,
      name jsonb not null,
      address text not null,
      address_key text not null,
      affiliation text,
      affiliation_key text,
      organisation_id uuid references organisation,
      person_id uuid references person,
      locale text not null,
      time_zone text not null,
      answers jsonb not null,
      consents jsonb not null,
      manage_hash bytea not null unique,
      manage_locked bytea,
      submission_hash bytea,
      registered_at timestamptz not null
    )`.execute(db)
  // The words somebody agreed to, as they read them: consents name them by their digest.
  await sql`
    create table consent_wording (
      version text primary key,
      purpose text not null,
      locale text not null,
      wording text not null
    )`.execute(db)
  await sql`create index registration_event on registration (event_id)`.execute(db)
  await sql`create index registration_address on registration (category_id, address_key)`.execute(db)
  await sql`
    create table registration_decision (
      id uuid primary key,
      registration_id uuid not null references registration,
      category_id uuid not null references registration_category,
      decision text not null check (decision in ('pending', 'confirmed', 'waiting', 'late', 'declined', 'withdrawn')),
      reason text,
      decided_by uuid references person,
      decided_at timestamptz not null,
      replaced_at timestamptz
    )`.execute(db)
  await sql`create unique index registration_decision_now on registration_decision (registration_id) where replaced_at is null`.execute(
    db,
  )
  await sql`create index registration_decision_category on registration_decision (category_id, decision) where replaced_at is null`.execute(
    db,
  )
}
