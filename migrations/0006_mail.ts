import { type Kysely, sql } from 'kysely'

/** Mails to send and sent, and every attempt at it. See docs/mechanisms/mail.md. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // What names or addresses somebody can be emptied; that there was a mail of this kind, and when, stays.
  await sql`
    create table mail (
      id uuid primary key,
      kind text not null,
      locale text not null,
      to_name text,
      to_address text,
      subject text,
      body_text text,
      body_html text,
      headers jsonb not null,
      about_kind text,
      about_id uuid,
      created_at timestamptz not null default now(),
      sending_until timestamptz,
      purged_at timestamptz,
      check ((about_kind is null) = (about_id is null)),
      check (purged_at is not null or (to_address is not null and subject is not null and body_text is not null and body_html is not null))
    )`.execute(db)
  await sql`create index mail_created on mail (created_at, id)`.execute(db)
  await sql`create index mail_about on mail (about_kind, about_id)`.execute(db)
  await sql`create index mail_address on mail (lower(to_address))`.execute(db)
  await sql`
    create table mail_attachment (
      mail_id uuid not null references mail,
      position int not null,
      file_name text not null,
      media_type text not null,
      bytes bytea not null,
      primary key (mail_id, position)
    )`.execute(db)
  // A deferred attempt says when the next one is due; a failed one is the last.
  await sql`
    create table mail_attempt (
      mail_id uuid not null references mail,
      number int not null check (number > 0),
      at timestamptz not null,
      outcome text not null check (outcome in ('delivered', 'deferred', 'failed')),
      code text,
      smtp_status int,
      detail text,
      next_at timestamptz,
      primary key (mail_id, number),
      check ((outcome = 'delivered') = (code is null)),
      check ((outcome = 'deferred') = (next_at is not null))
    )`.execute(db)
  await sql`create unique index mail_delivered_once on mail_attempt (mail_id) where outcome = 'delivered'`.execute(db)
}
