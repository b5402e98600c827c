import { type RawBuilder, sql } from 'kysely'
import { organisationsOf, type Scope } from '../../accounts/scope.ts'
import { addToDate, type CalendarDate } from '../../language/dates.ts'
import { startOfDay } from '../../language/times.ts'
import { pick, type Translated } from '../../language/translated.ts'
import type { Db } from '../../platform/db/tables.ts'
import type { DueItem } from '../../web/due.ts'

/** What is not due within this time can wait for another Monday. */
const HORIZON = { days: 30 }

/**
 * Of every undertaking the earliest day up to `horizon` for which no unquestioned evidence stands: the same days as `occurrences.ts` counts,
 * each from the first one. Only of agreements that are in force, and where `of` is given only of those organisations.
 */
export const openDays = (now: Date, horizon: CalendarDate, of?: string[]): RawBuilder<unknown> => sql`
  with asked as materialized (
    select * from undertaking where ended_at is null and first_due <= ${horizon}::date ${of ? sql`and organisation_id = any(${of}::uuid[])` : sql``}
  ), entry as materialized (
    -- Whether an agreement is in force is asked once, not for each of its undertakings.
    select agreement_id, in_force_until from entry_into_force
    where agreement_id in (select agreement_id from asked) and agreement_in_force(agreement_id, ${now.toISOString()}::timestamptz)
  )
  select u.id, a.reference, u.organisation_id as "organisationId", u.person_id as "personId", u.title, u.zone, next.due
  from asked u
  join agreement a on a.id = u.agreement_id
  join entry on entry.agreement_id = u.agreement_id
  cross join lateral (
    select (u.first_due + step.number * make_interval(months => coalesce(months.each, 0)))::date::text as due
    from (select case u.cadence when 'monthly' then 1 when 'quarterly' then 3 when 'half-yearly' then 6 when 'yearly' then 12 end as each) months
    cross join lateral generate_series(0, coalesce(
      (extract(year from age(${horizon}::date, u.first_due)) * 12 + extract(month from age(${horizon}::date, u.first_due)))::int / months.each, 0)) as step(number)
    where (u.first_due + step.number * make_interval(months => coalesce(months.each, 0)))::date <= least(${horizon}::date, entry.in_force_until)
      and not exists (
        select from undertaking_evidence e
        where e.undertaking_id = u.id and e.withdrawn_at is null
          and e.due_on = (u.first_due + step.number * make_interval(months => coalesce(months.each, 0)))::date
          and not exists (select from evidence_answer answer where answer.evidence_id = e.id and answer.answer = 'questioned'))
    order by step.number limit 1
  ) next`

type Row = {
  id: string
  reference: string
  organisationId: string
  personId: string | null
  title: Translated
  zone: string
  due: CalendarDate
  total: string
}

/** What the asker's organisations owe next under agreements in force, the earliest first: one's own before a colleague's. */
export async function undertakingDue(
  db: Db,
  scope: Scope,
  now: Date,
  limit: number,
): Promise<{ items: DueItem[]; total: number }> {
  const places = organisationsOf(scope, 'manager', 'coordinator')
  if (places.length === 0) return { items: [], total: 0 }
  const horizon = addToDate(now.toISOString().slice(0, 10), HORIZON)
  const me = scope.person?.personId ?? null
  const { rows } = await sql<Row>`
    select open.*, count(*) over () as total from (${openDays(now, horizon, places)}) open
    order by coalesce(open."personId" <> ${me}, false), open.due, open.id limit ${limit}`.execute(db)
  const items = rows.map((row): DueItem => ({
    kind: 'undertaking.evidence',
    subjectId: row.id,
    path: `/agreements/${row.reference}/undertakings/${row.id}`,
    text: (t, locale) => t.undertakings.dueItem({ what: pick(row.title, locale)?.text ?? row.reference }),
    side: row.personId === null || row.personId === me ? 'yours' : 'theirs',
    organisationId: row.organisationId,
    personId: row.personId,
    due: { at: endOfDay(row.due, row.zone), zone: row.zone },
  }))
  return { items, total: Number(rows[0]?.total ?? 0) }
}

const endOfDay = (date: CalendarDate, zone: string): Date =>
  new Date(Date.parse(startOfDay(addToDate(date, { days: 1 }), zone).instant) - 1)
