import { sql } from 'kysely'
import type { Db } from '../../app/platform/db/tables.ts'

export type Place = { organisationId: string; personId: string; clusterId: string; agreementId: string }

const ROOMS = 5

/**
 * Fills the rooms: `open` things wait for `here`, a fifth of them in each room; as many of `here` are done, and three times as many wait for
 * `there`. They are rows as the rooms write them, without the records of how they came to be.
 */
export async function fillRooms(
  db: Db,
  { here, there, open, at }: { here: Place; there: Place; open: number; at: Date },
): Promise<void> {
  const each = Math.ceil(open / ROOMS)
  for (const [place, count, isDone] of [
    [here, each, false],
    [here, each, true],
    [there, 3 * each, false],
  ] as const)
    for (const fill of [undertakings, needs, contactSteps, referralSteps, followUps])
      await fill(db, place, count, at, isDone)
}

type Fill = (db: Db, place: Place, count: number, at: Date, isDone: boolean) => Promise<void>

const text = sql`jsonb_build_object('original', 'en', 'text', jsonb_build_object('en', 'Demonstration ' || n))`

const undertakings: Fill = async (db, place, count, at, isDone) => {
  await sql`
    insert into undertaking (id, agreement_id, organisation_id, person_id, title, cadence, first_due, zone, evidence, set_at, ended_at)
    select gen_random_uuid(), ${place.agreementId}, ${place.organisationId}, ${place.personId}, jsonb_build_object('en', 'Report ' || n),
      (array['once', 'monthly', 'quarterly'])[1 + n % 3], ${at}::date - 200 + n % 220, 'Asia/Tokyo', 'note', ${at}::timestamptz,
      ${isDone ? at : null}::timestamptz
    from generate_series(1, ${count}::int) n`.execute(db)
}

const needs: Fill = async (db, place, count, at, isDone) => {
  await sql`
    with made as (
      insert into need (id, reference, organisation_id, cluster_id, direction, kind, title, body, is_anonymous, entered_at, expires_on, zone)
      select gen_random_uuid(), gen_random_uuid()::text, ${place.organisationId}, ${place.clusterId}, 'offer', 'technology', ${text}, ${text},
        false, ${at}::timestamptz, ${at}::date + 100, 'Asia/Tokyo'
      from generate_series(1, ${count}::int) n
      returning id
    )
    insert into need_step (id, need_id, act, at)
    select gen_random_uuid(), id, act, ${at}::timestamptz - age
    from made, (values ('submitted', interval '2 days'), ('published', interval '1 day')) step (act, age)
    where act = 'submitted' or ${isDone}::boolean`.execute(db)
}

const contactSteps: Fill = async (db, place, count, at, isDone) => {
  await sql`
    with made as (
      insert into contact_entry (id, organisation_id, kind, held_on, counterpart, agreed, entered_at)
      select gen_random_uuid(), ${place.organisationId}, 'call', ${at}::date - n % 300, 'Demonstration ' || n, 'To write again.', ${at}::timestamptz
      from generate_series(1, ${count}::int) n
      returning id
    )
    insert into contact_step (id, entry_id, what, due_on, zone, person_id, done_at)
    select gen_random_uuid(), id, 'Write again', ${at}::date + (random() * 60)::int - 30, 'Asia/Tokyo', ${place.personId},
      ${isDone ? at : null}::timestamptz
    from made`.execute(db)
}

const referrals = (place: Place, count: number, at: Date) => sql`
  made as (
    insert into referral (id, reference, kind, from_organisation_id, from_cluster_id, to_cluster_id, subject, message, is_demonstration, asked_at)
    select gen_random_uuid(), gen_random_uuid()::text, 'introduction', ${place.organisationId}, ${place.clusterId}, ${place.clusterId}, ${text},
      ${text}, false, ${at}::timestamptz
    from generate_series(1, ${count}::int) n
    returning id
  )`

const referralSteps: Fill = async (db, place, count, at, isDone) => {
  await sql`
    with ${referrals(place, count, at)}
    insert into referral_step (id, referral_id, seq, act, side, acted_at, consents, responsible_organisation_id, responsible_person_id, due_at, due_zone, followed_at)
    select gen_random_uuid(), id, 1, 'asked', 'asker', ${at}::timestamptz, false, ${place.organisationId}, ${place.personId},
      ${at}::timestamptz + random() * interval '20 days', 'Asia/Tokyo', ${isDone ? at : null}::timestamptz
    from made`.execute(db)
}

const followUps: Fill = async (db, place, count, at, isDone) => {
  await sql`
    with ${referrals(place, count, at)}
    insert into introduction_follow_up (id, referral_id, organisation_id, months, due_on, zone, sent_at, answered_at)
    select gen_random_uuid(), id, ${place.organisationId}, 3, ${at}::date - 30, 'Asia/Tokyo', ${at}::timestamptz - interval '30 days',
      ${isDone ? at : null}::timestamptz
    from made`.execute(db)
}
