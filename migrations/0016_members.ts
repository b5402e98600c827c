import { type Kysely, sql } from 'kysely'

/** What a member is found by. A profile is kept in parts, each with a visibility of its own, so that a policy of the database can withhold one part of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table member_profile (
      organisation_id uuid primary key references organisation,
      language text not null check (language in ('ja', 'en', 'fr', 'de', 'it')),
      created_by uuid references person,
      created_at timestamptz not null,
      withdrawn_at timestamptz
    )`.execute(db)
  await sql`
    create table profile_part (
      organisation_id uuid not null references member_profile,
      field_group text not null check (field_group in ('about', 'products', 'certificates', 'markets', 'facilities', 'contacts')),
      content jsonb not null,
      visibility text not null check (visibility in ('public', 'partners', 'coordinators', 'private')),
      revision int not null,
      changed_by uuid references person,
      changed_at timestamptz not null,
      primary key (organisation_id, field_group)
    )`.execute(db)
  await sql`create index cluster_membership_organisation on cluster_membership (organisation_id)`.execute(db)
  await policies(db)
  // Who read whose personal data under which door, and what for; across which border, and on what ground.
  await sql`
    create table contact_reading (
      id uuid primary key,
      organisation_id uuid not null references organisation,
      person_id uuid not null references person,
      reader_organisation_id uuid not null references organisation,
      purpose text not null,
      origin char(2) not null,
      destination char(2) not null,
      ground text not null check (ground in ('same-country', 'eea', 'adequacy', 'consent')),
      read_at timestamptz not null
    )`.execute(db)
  await sql`create index contact_reading_organisation on contact_reading (organisation_id, read_at)`.execute(db)
  await sql`
    create table transfer_consent (
      organisation_id uuid not null references organisation,
      destination char(2) not null,
      given_by uuid references person,
      given_at timestamptz not null,
      withdrawn_at timestamptz,
      primary key (organisation_id, destination)
    )`.execute(db)
}

/**
 * Who sees a part, by the settings that \`accounts/asReader.ts\` makes: public to all; everything to the member's own people; to the
 * coordinators of its clusters what is not private; under a grant of an agreement in force what is for partners. Contact persons are shown to
 * partners only in a transaction that names a purpose.
 */
async function policies(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function asked_as(setting text) returns uuid[] language sql stable as $$
      select coalesce(nullif(current_setting('musubi.' || $1, true), ''), '{}')::uuid[]
    $$`.execute(db)
  // The managing organisations of the clusters that an organisation is in, on the day that is asked about.
  await sql`
    create function homes_of(organisation uuid) returns uuid[] language sql stable as $$
      select coalesce(array_agg(c.managing_organisation_id), '{}')
      from cluster_membership m join cluster c on c.id = m.cluster_id
      where m.organisation_id = $1
        and (m.since is null or m.since <= nullif(current_setting('musubi.now', true), '')::timestamptz::date)
        and (m.until is null or m.until >= nullif(current_setting('musubi.now', true), '')::timestamptz::date)
    $$`.execute(db)
  await sql`alter table profile_part enable row level security`.execute(db)
  await sql`
    create policy profile_part_seen on profile_part for select using (
      visibility = 'public'
      or organisation_id = any (asked_as('organisations'))
      or (visibility in ('partners', 'coordinators') and homes_of(organisation_id) && asked_as('coordinates'))
      or (visibility = 'partners' and homes_of(organisation_id) && opened_to_asker(field_group)
        and (field_group <> 'contacts' or nullif(current_setting('musubi.purpose', true), '') is not null)))
  `.execute(db)
}
