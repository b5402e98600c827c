import { type Kysely, sql } from 'kysely'

/** The activity record: hash chains, what they commit to, and the time-stamps they are anchored by. See docs/mechanisms/audit.md. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // timestamptz(3), because the hash covers milliseconds: a finer change must not be possible without being seen.
  await sql`
    create table activity (
      id uuid primary key,
      subject_kind text not null,
      subject_id uuid not null,
      seq int not null check (seq > 0),
      at timestamptz(3) not null,
      verb text not null,
      actor_organisation_id uuid,
      actor_via text not null check (actor_via in ('session', 'token', 'system', 'command-line')),
      facts jsonb not null,
      commitments jsonb not null,
      previous bytea not null check (octet_length(previous) = 32),
      hash bytea not null check (octet_length(hash) = 32),
      unique (subject_kind, subject_id, seq)
    )`.execute(db)
  // The last row of each chain. Whoever appends locks it first: that is what keeps the numbers without gaps.
  await sql`
    create table activity_head (
      subject_kind text not null,
      subject_id uuid not null,
      seq int not null,
      hash bytea not null,
      primary key (subject_kind, subject_id)
    )`.execute(db)
  // Outside the chain, and erasable. No foreign key to person: erasing somebody must not depend on the order of deletions.
  await sql`
    create table activity_personal (
      activity_id uuid not null references activity,
      name text not null,
      person_id uuid,
      salt bytea not null check (octet_length(salt) = 16),
      value text not null,
      primary key (activity_id, name)
    )`.execute(db)
  await sql`create index activity_personal_person on activity_personal (person_id)`.execute(db)
  await sql`create index activity_personal_value on activity_personal (md5(value))`.execute(db)
  await sql`
    create table activity_anchor (
      id uuid primary key,
      subject_kind text not null,
      subject_id uuid not null,
      seq int not null,
      hash bytea not null check (octet_length(hash) = 32),
      at timestamptz(3) not null,
      service text not null,
      trial boolean not null,
      token bytea not null
    )`.execute(db)
  await sql`create index activity_anchor_subject on activity_anchor (subject_kind, subject_id, seq)`.execute(db)
  await refuseChanges(db)
}

/** A seat belt against our own mistakes, no proof: whoever owns the table can take it off. The chain is what shows that. */
async function refuseChanges(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function activity_is_append_only() returns trigger language plpgsql as $$
    begin
      raise exception 'the activity record is append-only (% on %)', tg_op, tg_table_name using errcode = 'restrict_violation';
    end $$`.execute(db)
  for (const table of ['activity', 'activity_anchor']) {
    await sql`
      create trigger ${sql.ref(`${table}_append_only`)} before update or delete on ${sql.table(table)}
      for each row execute function activity_is_append_only()`.execute(db)
    await sql`
      create trigger ${sql.ref(`${table}_never_emptied`)} before truncate on ${sql.table(table)}
      for each statement execute function activity_is_append_only()`.execute(db)
  }
}
