import type { Scope } from '../../accounts/scope.ts'
import type { Agreement } from '../../agreements/agreement.ts'
import { loadReferrals, type Referral } from '../../exchange/referrals/loading.ts'
import { sidesOf } from '../../exchange/referrals/policy.ts'
import type { Stage } from '../../exchange/referrals/standing.ts'
import type { ReferralKind } from '../../exchange/referrals/tables.ts'
import { localTime } from '../../language/times.ts'
import type { ProfileText } from '../../organisations/profileText.ts'
import type { Db } from '../../platform/db/tables.ts'
import { bounds, type Period } from '../period.ts'
import type { OutcomeKind } from '../tables.ts'

type Under = Pick<Agreement, 'id' | 'partyIds'>

/** A referral as every party may know of it: what it is about is for the two offices that have it in hand. */
type Known = { reference: string; subject: ProfileText | null }

export type CountedIntroduction = Known & {
  id: string
  day: string
  kind: ReferralKind
  stage: Stage
  fromOfficeId: string
  toOfficeId: string
}

/** Introductions and support asked under the agreement, once they have left the home coordinator's desk. */
export async function introductionsUnder(
  db: Db,
  scope: Scope,
  agreement: Under,
  period: Period,
): Promise<CountedIntroduction[]> {
  const { start, end } = bounds(period)
  const rows = await db
    .selectFrom('referral')
    .select('id')
    .where('agreement_id', '=', agreement.id)
    .where('asked_at', '>=', start)
    .where('asked_at', '<', end)
    .orderBy('asked_at')
    .execute()
  const referrals = await loadReferrals(
    db,
    rows.map(({ id }) => id),
  )
  return referrals
    .filter(({ standing }) => standing.isAbroad)
    .map((referral) => ({
      ...known(scope, referral),
      id: referral.id,
      day: localTime(referral.askedAt.toISOString(), period.zone).date,
      kind: referral.kind,
      stage: referral.standing.stage,
      fromOfficeId: referral.homeOfficeId,
      toOfficeId: referral.partnerOfficeId,
    }))
}

const known = (scope: Scope, referral: Referral): Known => ({
  reference: referral.reference,
  subject: sidesOf(scope, referral).length > 0 ? referral.subject : null,
})

/** Days on which companies met that were introduced under the agreement. */
export async function meetingsUnder(
  db: Db,
  scope: Scope,
  { id }: Under,
  { from, until }: Period,
): Promise<(Known & { day: string })[]> {
  const rows = await db
    .selectFrom('introduction_meeting as meeting')
    .innerJoin('referral', 'referral.id', 'meeting.referral_id')
    .select(['meeting.referral_id', 'meeting.held_on'])
    .where('referral.agreement_id', '=', id)
    .where('meeting.withdrawn_at', 'is', null)
    .where('meeting.held_on', '>=', from)
    .where('meeting.held_on', '<=', until)
    .orderBy('meeting.held_on')
    .execute()
  return withReferral(db, scope, rows, ({ held_on }) => ({ day: held_on }))
}

/** What came of introductions under the agreement and is not questioned. */
export async function outcomesUnder(
  db: Db,
  scope: Scope,
  { id }: Under,
  { from, until }: Period,
): Promise<(Known & { day: string; kind: OutcomeKind })[]> {
  const rows = await db
    .selectFrom('outcome')
    .innerJoin('referral', 'referral.id', 'outcome.referral_id')
    .select(['outcome.referral_id', 'outcome.kind', 'outcome.happened_on'])
    .where('referral.agreement_id', '=', id)
    .where('outcome.withdrawn_at', 'is', null)
    .where('outcome.happened_on', '>=', from)
    .where('outcome.happened_on', '<=', until)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('outcome_answer as said')
            .select('said.outcome_id')
            .whereRef('said.outcome_id', '=', 'outcome.id')
            .where('said.answer', '=', 'questioned'),
        ),
      ),
    )
    .orderBy('outcome.happened_on')
    .execute()
  return withReferral(db, scope, rows, ({ happened_on, kind }) => ({ day: happened_on, kind }))
}

async function withReferral<Row extends { referral_id: string }, Facts>(
  db: Db,
  scope: Scope,
  rows: Row[],
  facts: (row: Row) => Facts,
): Promise<(Known & Facts)[]> {
  const referrals = await loadReferrals(db, [...new Set(rows.map(({ referral_id }) => referral_id))])
  return rows.flatMap((row) => {
    const referral = referrals.find(({ id }) => id === row.referral_id)
    return referral ? [{ ...known(scope, referral), ...facts(row) }] : []
  })
}

/** Events of more than one party: led by one and hosted by another, or hosted by several; those called off are none. */
export async function jointEvents(
  db: Db,
  { partyIds }: Under,
  period: Period,
): Promise<{ slug: string; title: ProfileText; day: string }[]> {
  const { start, end } = bounds(period)
  const rows = await db
    .selectFrom('event')
    .leftJoin('event_host as host', 'host.event_id', 'event.id')
    .leftJoin('event_cancellation as cancelled', 'cancelled.event_id', 'event.id')
    .select(['event.id', 'event.slug', 'event.title', 'event.begins_at', 'event.lead_organisation_id as lead'])
    .select('host.organisation_id as host')
    .where('cancelled.event_id', 'is', null)
    .where('event.begins_at', '>=', start)
    .where('event.begins_at', '<', end)
    .orderBy('event.begins_at')
    .execute()
  const events = new Map<string, { slug: string; title: ProfileText; day: string; parties: Set<string> }>()
  for (const { id, slug, title, begins_at, lead, host } of rows) {
    const day = localTime(begins_at.toISOString(), period.zone).date
    const event = events.get(id) ?? { slug, title, day, parties: new Set() }
    for (const one of [lead, host]) if (one && partyIds.includes(one)) event.parties.add(one)
    events.set(id, event)
  }
  return [...events.values()].flatMap(({ parties, ...event }) => (parties.size > 1 ? [event] : []))
}

/** How many meetings, calls and visits each party has in its log about the agreement; what was said in them is its own. */
export async function contactsAbout(
  db: Db,
  { id }: Under,
  { from, until }: Period,
): Promise<{ organisationId: string; count: number }[]> {
  const rows = await db
    .selectFrom('contact_entry')
    .select('organisation_id')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('agreement_id', '=', id)
    .where('kind', 'in', ['meeting', 'call', 'visit'])
    .where('withdrawn_at', 'is', null)
    .where('held_on', '>=', from)
    .where('held_on', '<=', until)
    .groupBy('organisation_id')
    .execute()
  return rows.map(({ organisation_id, count }) => ({ organisationId: organisation_id, count: Number(count) }))
}
