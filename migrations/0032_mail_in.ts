import { type Kysely, sql } from 'kysely'

/** Mails that offices send to their own address here wait until somebody makes a contact or a request of them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table mail_in_address (
      organisation_id uuid primary key references organisation,
      -- What stands before the @: known to the office alone, renewed when it is not any more.
      local_part text not null unique,
      made_by uuid references person,
      made_at timestamptz not null
    )`.execute(db)
  await sql`
    create table mail_in_draft (
      id uuid primary key,
      organisation_id uuid not null references organisation,
      -- The mail's own id, or a digest of it: what is sent twice is taken once.
      message_key text not null,
      sender text not null,
      -- A colleague, where the sender's address is one's; a mail can claim any sender.
      sender_person uuid references person,
      counterpart text not null,
      people text,
      subject text not null,
      body text not null,
      files jsonb not null,
      sent_on date not null,
      received_at timestamptz not null,
      settled text check (settled in ('logged', 'asked', 'discarded')),
      settled_by uuid references person,
      settled_at timestamptz,
      unique (organisation_id, message_key)
    )`.execute(db)
  await sql`create index mail_in_draft_open on mail_in_draft (organisation_id, received_at) where settled is null`.execute(
    db,
  )
  for (const table of ['mail_in_address', 'mail_in_draft'])
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db)
}
