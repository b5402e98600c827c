import { type Kysely, sql } from 'kysely'

/**
 * Ceremonies: a run of show, the log of what happened in it, and the questions that are asked. Where a ceremony stands is the fold
 * of its log; who has signed is told by the signatures themselves. See docs/mechanisms/ceremonies.md.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await tables(db)
  await questionTables(db)
  await outstandingSignatures(db)
  await guards(db)
  await whatMovesBoards(db)
}

async function tables(db: Kysely<unknown>): Promise<void> {
  // Its row is what every move locks first, so the numbers of the log have no gaps.
  await sql`
    create table ceremony (
      event_id uuid primary key references event,
      questions_per_outlet int check (questions_per_outlet > 0),
      planned_by uuid references person,
      planned_at timestamptz not null
    )`.execute(db)
  // cue: for those who run it alone.
  await sql`
    create table ceremony_stage (
      id uuid primary key,
      event_id uuid not null references ceremony,
      position int not null,
      kind text not null check (kind in ('rehearsal', 'doors', 'opening', 'speech', 'signing', 'photo', 'questions', 'closing', 'other')),
      title jsonb not null,
      planned_at timestamptz not null,
      minutes int not null check (minutes > 0),
      cue jsonb,
      unique (event_id, position) deferrable initially deferred
    )`.execute(db)
  // While nobody is named, those who organise the event move its ceremony.
  await sql`
    create table ceremony_operator (
      id uuid primary key,
      event_id uuid not null references ceremony,
      person_id uuid not null references person,
      named_by uuid references person,
      named_at timestamptz not null,
      ended_at timestamptz
    )`.execute(db)
  await sql`create unique index ceremony_operator_now on ceremony_operator (event_id, person_id) where ended_at is null`.execute(
    db,
  )
  // saw: the number of the log that the mover had before them.
  await sql`
    create table ceremony_log (
      event_id uuid not null references ceremony,
      seq int not null check (seq > 0),
      at timestamptz(3) not null,
      actor_id uuid references person,
      type text not null,
      data jsonb not null,
      saw int,
      primary key (event_id, seq)
    )`.execute(db)
  // A past afternoon shown again: its clock read from_instant at began_at, and runs at this speed.
  await sql`
    create table ceremony_replay (
      event_id uuid primary key references ceremony,
      from_instant timestamptz(3) not null,
      speed double precision not null check (speed > 0),
      began_at timestamptz(3) not null
    )`.execute(db)
}

async function questionTables(db: Kysely<unknown>): Promise<void> {
  // outlet_key is the same for two spellings of one outlet; somebody without an outlet counts as one of their own.
  await sql`
    create table question (
      id uuid primary key,
      event_id uuid not null references ceremony,
      registration_id uuid not null references registration,
      text jsonb not null,
      name jsonb not null,
      outlet text,
      outlet_key text not null,
      named_consent_at timestamptz,
      begun_at timestamptz not null
    )`.execute(db)
  await sql`create index question_event on question (event_id, outlet_key)`.execute(db)
  await sql`create index question_registration on question (registration_id)`.execute(db)
  // Where a question stands is its one decision that no other has replaced. The reason is for the asker.
  await sql`
    create table question_decision (
      id uuid primary key,
      question_id uuid not null references question,
      state text not null check (state in ('draft', 'queued', 'held', 'merged', 'declined', 'live', 'answered', 'withdrawn')),
      reason jsonb check (reason is not null or state <> 'declined'),
      into_id uuid references question check ((into_id is not null) = (state = 'merged')),
      decided_by uuid references person,
      decided_at timestamptz not null,
      replaced_at timestamptz
    )`.execute(db)
  await sql`create unique index question_decision_now on question_decision (question_id) where replaced_at is null`.execute(
    db,
  )
  await sql`
    create table question_answer (
      id uuid primary key,
      question_id uuid not null references question,
      text jsonb not null,
      answered_by text not null,
      recorded_by uuid references person,
      recorded_at timestamptz not null,
      replaced_at timestamptz
    )`.execute(db)
  await sql`create unique index question_answer_now on question_answer (question_id) where replaced_at is null`.execute(
    db,
  )
}

/** An agreement without named signatories is not signed; an event without an agreement has nothing to wait for. */
async function outstandingSignatures(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function ceremony_outstanding(event_asked uuid) returns bigint language sql stable as $$
      select case
        when event.agreement_id is null then 0
        when not exists (select from signatory where signatory.agreement_id = event.agreement_id) then 1
        else (
          select count(*) from signatory
          where signatory.agreement_id = event.agreement_id
            and not exists (select from signature where signature.signatory_id = signatory.id)
        )
      end
      from event where event.id = event_asked
    $$`.execute(db)
}

/** What the verbs see to already, held once more where no verb can forget it. */
async function guards(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function ceremony_opens_questions(row_asked ceremony_log) returns boolean language sql stable as $$
      select row_asked.type = 'questions.opened' or (row_asked.type = 'stage.begun' and exists (
        select from ceremony_stage where id = (row_asked.data ->> 'stageId')::uuid and kind = 'questions'))
    $$`.execute(db)
  await sql`
    create function ceremony_gate_is_open(event_asked uuid, overridden boolean) returns boolean language sql stable as $$
      select exists (
        select from ceremony_log opening
        where opening.event_id = event_asked
          and ceremony_opens_questions(opening)
          and (not overridden or opening.data ? 'reason')
          and not exists (
            select from ceremony_log undoing
            where undoing.event_id = event_asked and undoing.type = 'move.undone'
              and (undoing.data ->> 'undoes')::int = opening.seq
          )
      )
    $$`.execute(db)
  await sql`
    create function ceremony_log_guard() returns trigger language plpgsql as $$
    begin
      if new.seq <> (select coalesce(max(seq), 0) + 1 from ceremony_log where event_id = new.event_id) then
        raise exception 'the log of a ceremony has no gaps' using errcode = 'restrict_violation';
      end if;
      if ceremony_opens_questions(new)
        and not (new.type = 'questions.opened' and new.actor_id is not null and new.data -> 'reason' -> 'text' is not null)
        and not ceremony_gate_is_open(new.event_id, true)
        and ceremony_outstanding(new.event_id) > 0
      then
        raise exception 'questions do not open before the last signature has landed' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$`.execute(db)
  await sql`create trigger ceremony_log_guard before insert on ceremony_log for each row execute function ceremony_log_guard()`.execute(
    db,
  )
  await sql`
    create function ceremony_log_is_append_only() returns trigger language plpgsql as $$
    begin
      raise exception 'the log of a ceremony is append-only (%)', tg_op using errcode = 'restrict_violation';
    end $$`.execute(db)
  await sql`
    create trigger ceremony_log_append_only before update or delete on ceremony_log
    for each row execute function ceremony_log_is_append_only()`.execute(db)
  await sql`
    create trigger ceremony_log_never_emptied before truncate on ceremony_log
    for each statement execute function ceremony_log_is_append_only()`.execute(db)
  await sql`
    create function question_decision_guard() returns trigger language plpgsql as $$
    begin
      if new.state in ('live', 'answered')
        and not ceremony_gate_is_open((select event_id from question where id = new.question_id), false)
      then
        raise exception 'no question is live before questions are open' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$`.execute(db)
  await sql`
    create trigger question_decision_guard before insert or update of state on question_decision
    for each row execute function question_decision_guard()`.execute(db)
}

/**
 * A signature, and a change of the event, move the board in their own transaction, whoever makes them: the rooms that do so know
 * nothing of ceremonies. Whoever listens hears of every row of the log when its transaction commits.
 */
async function whatMovesBoards(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function ceremony_append(event_moved uuid, moved_at timestamptz, type_moved text, data_moved jsonb) returns void
    language plpgsql as $$
    begin
      perform from ceremony where event_id = event_moved for update;
      if found then
        insert into ceremony_log (event_id, seq, at, actor_id, type, data, saw)
        select event_moved, coalesce(max(seq), 0) + 1, moved_at, null, type_moved, data_moved, null
        from ceremony_log where event_id = event_moved;
      end if;
    end $$`.execute(db)
  await sql`
    create function signature_moves_ceremonies() returns trigger language plpgsql as $$
    declare moved uuid;
    begin
      for moved in select id from event where agreement_id = new.agreement_id order by id loop
        perform ceremony_append(moved, new.signed_at, 'signature.landed', jsonb_build_object('signatoryId', new.signatory_id));
      end loop;
      return null;
    end $$`.execute(db)
  await sql`create trigger signature_moves_ceremonies after insert on signature for each row execute function signature_moves_ceremonies()`.execute(
    db,
  )
  await sql`
    create function event_change_moves_ceremony() returns trigger language plpgsql as $$
    begin
      perform ceremony_append(new.event_id, new.changed_at, 'event.changed', '{}'::jsonb);
      return null;
    end $$`.execute(db)
  await sql`create trigger event_change_moves_ceremony after insert on event_change for each row execute function event_change_moves_ceremony()`.execute(
    db,
  )
  await sql`
    create function ceremony_log_is_told() returns trigger language plpgsql as $$
    begin
      perform pg_notify('ceremony_boards', new.event_id || ' ' || new.seq || ' ' || new.type);
      return null;
    end $$`.execute(db)
  await sql`create trigger ceremony_log_is_told after insert on ceremony_log for each row execute function ceremony_log_is_told()`.execute(
    db,
  )
}
