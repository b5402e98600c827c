import { type Kysely, sql } from 'kysely'

/** Members look after their profiles from a link in a mail; what a part said before stays for whoever keeps the profile. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Only the hash of what stands in the mail. One request is for one organisation's profile.
  await sql`
    create table profile_request (
      id uuid primary key,
      organisation_id uuid not null references member_profile on delete cascade,
      address text not null,
      token_hash bytea not null unique,
      -- Null: the yearly round asked.
      asked_by uuid references person,
      asked_for uuid not null references organisation,
      asked_at timestamptz not null,
      expires_at timestamptz not null,
      revoked_at timestamptz
    )`.execute(db)
  await sql`create index profile_request_organisation on profile_request (organisation_id, asked_at desc)`.execute(db)
  await sql`
    create table profile_check (
      id uuid primary key,
      organisation_id uuid not null references member_profile on delete cascade,
      request_id uuid not null references profile_request on delete cascade,
      checked_at timestamptz not null
    )`.execute(db)
  await sql`create index profile_check_organisation on profile_check (organisation_id, checked_at desc)`.execute(db)
  await sql`create index profile_check_request on profile_check (request_id)`.execute(db)
  await sql`
    create table profile_yearly_off (
      organisation_id uuid primary key references member_profile on delete cascade,
      switched_by uuid references person,
      switched_at timestamptz not null
    )`.execute(db)
  await sql`alter table profile_part add column changed_through uuid references profile_request on delete set null`.execute(
    db,
  )
  await earlier(db)
}

/** What a part was before each change, whoever made it: imports and merges too, so the database itself keeps it. */
async function earlier(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table profile_part_earlier (
      organisation_id uuid not null references member_profile on delete cascade,
      field_group text not null,
      revision int not null,
      content jsonb not null,
      visibility text not null,
      changed_by uuid references person,
      changed_through uuid references profile_request on delete set null,
      changed_at timestamptz not null,
      primary key (organisation_id, field_group, revision)
    )`.execute(db)
  // Personal data of contacts is among it: no policy, so none but the application as such reads these.
  for (const table of ['profile_part_earlier', 'profile_request', 'profile_check', 'profile_yearly_off'])
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db)
  await sql`
    create function keep_profile_part() returns trigger language plpgsql as $$
    begin
      insert into profile_part_earlier
        select old.organisation_id, old.field_group, old.revision, old.content, old.visibility, old.changed_by,
          old.changed_through, old.changed_at
      on conflict (organisation_id, field_group, revision) do update
        set content = excluded.content, visibility = excluded.visibility, changed_by = excluded.changed_by,
          changed_through = excluded.changed_through, changed_at = excluded.changed_at;
      -- Whoever writes as a person writes through no link.
      if new.changed_by is not null then new.changed_through := null; end if;
      return new;
    end $$`.execute(db)
  await sql`
    create trigger profile_part_kept before update on profile_part
    for each row when (old.revision is distinct from new.revision) execute function keep_profile_part()`.execute(db)
}
