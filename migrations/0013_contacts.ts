import { type Kysely, sql } from 'kysely'

/** The log of contacts: whom an organisation met, what was agreed, and who takes the next step by when. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table contact_entry (
      id uuid primary key,
      organisation_id uuid not null references organisation,
      kind text not null check (kind in ('meeting', 'call', 'visit', 'mail')),
      held_on date not null,
      counterpart text not null,
      people text,
      agreed text not null,
      agreement_id uuid references agreement,
      entered_by uuid references person,
      entered_at timestamptz not null,
      withdrawn_by uuid references person,
      withdrawn_at timestamptz
    )`.execute(db)
  await sql`create index contact_entry_organisation on contact_entry (organisation_id, held_on)`.execute(db)
  // A step belongs to one person, so that a handover can pass it on; it is due at the end of a day in its zone.
  await sql`
    create table contact_step (
      id uuid primary key,
      entry_id uuid not null references contact_entry,
      what text not null,
      due_on date not null,
      zone text not null,
      person_id uuid not null references person,
      done_by uuid references person,
      done_at timestamptz
    )`.execute(db)
  await sql`create index contact_step_entry on contact_step (entry_id)`.execute(db)
  await sql`create index contact_step_open on contact_step (due_on) where done_at is null`.execute(db)
}
