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
}
