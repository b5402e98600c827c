import { type Kysely, sql } from 'kysely'

/** What the invited are told and what their calendars know, who came, and what they are given afterwards. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // An invitation rests with its mail, so that a second try sends the same one. RFC 5546 wants one method in part and body.
  await sql`
    alter table mail
      add column calendar_method text check (calendar_method in ('REQUEST', 'CANCEL')),
      add column calendar_text text,
      add check ((calendar_method is null) = (calendar_text is null))`.execute(db)
  // Every mail about a registration. sequence is the event's at that time; calendar_sequence the number its calendar part carried.
  await sql`
    create table registration_notice (
      id uuid primary key,
      registration_id uuid not null references registration,
      kind text not null,
      decision_id uuid references registration_decision,
      sequence int not null,
      calendar_method text check (calendar_method in ('REQUEST', 'CANCEL')),
      calendar_sequence int,
      mail_id uuid not null references mail,
      noticed_at timestamptz not null,
      check ((calendar_method is null) = (calendar_sequence is null))
    )`.execute(db)
  await sql`create index registration_notice_registration on registration_notice (registration_id)`.execute(db)
  await sql`create index registration_notice_mail on registration_notice (mail_id)`.execute(db)
  // Nobody hears twice of one change.
  await sql`
    create unique index registration_notice_change on registration_notice (registration_id, sequence)
      where kind in ('moved', 'cancelled')`.execute(db)
  // Minutes before the beginning; an event without a row reminds a day and an hour before.
  await sql`
    create table reminder_plan (
      event_id uuid primary key references event,
      minutes jsonb not null,
      set_by uuid references person,
      set_at timestamptz not null
    )`.execute(db)
  // One reminder for one beginning: an event that was moved reminds anew. A row without a mail was overtaken by a nearer one.
  await sql`
    create table reminder (
      registration_id uuid not null references registration,
      minutes int not null check (minutes > 0),
      begins_at timestamptz not null,
      mail_id uuid references mail,
      reminded_at timestamptz not null,
      primary key (registration_id, minutes, begins_at)
    )`.execute(db)
  await sql`create index reminder_mail on reminder (mail_id)`.execute(db)
  await sql`
    create table calendar_address (
      id uuid primary key,
      person_id uuid not null references person,
      token_hash bytea not null unique,
      made_at timestamptz not null,
      ended_at timestamptz
    )`.execute(db)
  await sql`create unique index calendar_address_now on calendar_address (person_id) where ended_at is null`.execute(db)
  // Who came, as the room says (provider) or as somebody ticked it (hand). A later word replaces an earlier one; a hand outweighs the room.
  await sql`
    create table attendance (
      id uuid primary key,
      registration_id uuid not null references registration,
      came boolean not null,
      source text not null check (source in ('provider', 'hand')),
      minutes int check (minutes >= 0),
      recorded_by uuid references person,
      recorded_at timestamptz not null,
      replaced_at timestamptz
    )`.execute(db)
  await sql`create unique index attendance_now on attendance (registration_id) where replaced_at is null`.execute(db)
  // A mail to those who came, or to those who did not. Until due_at it can be taken back.
  await sql`
    create table follow_up (
      id uuid primary key,
      event_id uuid not null references event,
      audience text not null check (audience in ('came', 'absent')),
      subject jsonb not null,
      body jsonb not null,
      composed_by uuid references person,
      composed_at timestamptz not null,
      due_at timestamptz not null,
      taken_back_at timestamptz,
      sent_at timestamptz,
      check (taken_back_at is null or sent_at is null)
    )`.execute(db)
  await sql`create unique index follow_up_once on follow_up (event_id, audience) where taken_back_at is null`.execute(
    db,
  )
  await sql`
    create table event_material (
      id uuid primary key,
      event_id uuid not null references event,
      kind text not null check (kind in ('recording', 'material')),
      title jsonb not null,
      audience text not null check (audience in ('everybody', 'registered', 'came')),
      address text,
      file_name text,
      media_type text,
      bytes bytea,
      added_by uuid references person,
      added_at timestamptz not null,
      removed_by uuid references person,
      removed_at timestamptz,
      check ((address is null) <> (file_name is null)),
      check ((file_name is null) = (media_type is null))
    )`.execute(db)
  await sql`create index event_material_event on event_material (event_id) where removed_at is null`.execute(db)
}
