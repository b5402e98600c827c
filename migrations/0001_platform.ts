import { type Kysely, sql } from 'kysely'

/** What every feature stands on: extensions, the plain role for row-level security, stored files. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists pg_trgm`.execute(db)
  await sql`create extension if not exists unaccent`.execute(db)
  await sql`create extension if not exists btree_gist`.execute(db)

  // Roles belong to the whole server, not to this database: it may be there already, and the user we are may not be allowed
  // to make one. Then `plainRole` says what the administrator has to do.
  await sql`
    do $$ begin
      if not exists (select from pg_roles where rolname = 'musubi_plain') then
        create role musubi_plain nologin;
      end if;
      if not (select rolsuper from pg_roles where rolname = current_user) then
        execute format('grant musubi_plain to %I', current_user);
      end if;
    exception
      when duplicate_object or unique_violation or insufficient_privilege then null;
    end $$`.execute(db)
  await sql`
    do $$ begin
      if exists (select from pg_roles where rolname = 'musubi_plain') then
        grant usage on schema public to musubi_plain;
        alter default privileges in schema public grant select, insert, update, delete on tables to musubi_plain;
        alter default privileges in schema public grant usage on sequences to musubi_plain;
      end if;
    end $$`.execute(db)

  // Files by what they contain: the same bytes are stored once and can be checked against their name.
  await sql`
    create table blob (
      sha256 bytea primary key check (octet_length(sha256) = 32),
      media_type text not null check (media_type ~ '^[a-z0-9.+-]+/[a-z0-9.+-]+(; ?[a-z-]+=[^ ]+)?$'),
      bytes bytea not null,
      created_at timestamptz not null default now()
    )`.execute(db)
  // What is stored is mostly compressed already (PDF, images): do not try again.
  await sql`alter table blob alter column bytes set storage external`.execute(db)
}
