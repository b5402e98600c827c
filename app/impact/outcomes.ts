import { actorOf } from '../accounts/activity.ts'
import { holds, type Scope } from '../accounts/scope.ts'
import { localTime } from '../language/times.ts'
import type { CalendarDate } from '../language/dates.ts'
import { recordActivity } from '../platform/audit/record.ts'
import type { Db, Tx } from '../platform/db/tables.ts'
import { transaction } from '../platform/db/transaction.ts'
import { newId } from '../platform/ids.ts'
import type { ProfileText } from '../organisations/profileText.ts'
import type { Services } from '../web/env.ts'
import type { FollowUpAnswer, OutcomeKind } from './tables.ts'

export type Outcome = {
  id: string
  kind: OutcomeKind
  happenedOn: CalendarDate
  note: string
  link: string | null
  reportedFor: string
  reportedAt: Date
  answers: { organisationId: string; answer: 'confirmed' | 'questioned'; reason: string | null }[]
}

export type Results = {
  referralId: string
  reference: string
  subject: ProfileText
  introducedAt: Date
  /** The companies and offices that took part, with their names. */
  parties: Map<string, ProfileText>
  /** On which side of it each of them is. */
  sides: Map<string, 'home' | 'partner'>
  /** Those of them for whom the asker speaks. */
  speaksFor: string[]
  outcomes: Outcome[]
  followUps: {
    organisationId: string
    months: number
    dueOn: CalendarDate
    answer: FollowUpAnswer | null
    words: string | null
  }[]
}

/** What came of an introduction, for those who took part in it; null for everybody else, and before it was made. */
export async function resultsOf(db: Db | Tx, scope: Scope, reference: string): Promise<Results | null> {
  const row = await db
    .selectFrom('referral')
    .innerJoin('introduction', 'introduction.referral_id', 'referral.id')
    .innerJoin('cluster as home', 'home.id', 'referral.from_cluster_id')
    .innerJoin('cluster as partner', 'partner.id', 'referral.to_cluster_id')
    .select(['referral.id', 'referral.reference', 'referral.subject', 'referral.from_organisation_id'])
    .select(['introduction.introduced_at', 'home.managing_organisation_id as home'])
    .select('partner.managing_organisation_id as partner')
    .where('referral.reference', '=', reference)
    .executeTakeFirst()
  if (!row) return null
  const followUps = await db
    .selectFrom('introduction_follow_up')
    .select(['organisation_id', 'months', 'due_on', 'answer', 'words'])
    .where('referral_id', '=', row.id)
    .orderBy('due_on')
    .execute()
  const ids = [
    ...new Set([row.from_organisation_id, ...followUps.map((one) => one.organisation_id), row.home, row.partner]),
  ]
  const speaksFor = ids.filter((id) => holds(scope, id, 'member', 'manager', 'coordinator'))
  if (speaksFor.length === 0) return null
  const names = await db.selectFrom('organisation').select(['id', 'name']).where('id', 'in', ids).execute()
  return {
    referralId: row.id,
    reference: row.reference,
    subject: row.subject,
    introducedAt: row.introduced_at,
    parties: new Map(names.map(({ id, name }) => [id, name])),
    sides: new Map(ids.map((id) => [id, id === row.from_organisation_id || id === row.home ? 'home' : 'partner'])),
    speaksFor,
    outcomes: await outcomesOf(db, row.id),
    followUps: followUps.map(({ organisation_id, due_on, ...rest }) => ({
      ...rest,
      organisationId: organisation_id,
      dueOn: due_on,
    })),
  }
}

async function outcomesOf(db: Db | Tx, referralId: string): Promise<Outcome[]> {
  const rows = await db
    .selectFrom('outcome')
    .selectAll()
    .where('referral_id', '=', referralId)
    .where('withdrawn_at', 'is', null)
    .orderBy('happened_on')
    .orderBy('id')
    .execute()
  const answers = rows.length
    ? await db
        .selectFrom('outcome_answer')
        .selectAll()
        .where(
          'outcome_id',
          'in',
          rows.map(({ id }) => id),
        )
        .execute()
    : []
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    happenedOn: row.happened_on,
    note: row.note,
    link: row.link,
    reportedFor: row.reported_for,
    reportedAt: row.reported_at,
    answers: answers
      .filter(({ outcome_id }) => outcome_id === row.id)
      .map(({ organisation_id, answer, reason }) => ({ organisationId: organisation_id, answer, reason })),
  }))
}

export type NewOutcome = { kind: OutcomeKind; happenedOn: CalendarDate; note: string; link: string | null }

export type OutcomeRefusal = { refused: 'not-there' | 'in-the-future' | 'reason-missing' | 'not-yours' }

/** Somebody who took part reports what came of it. */
export function reportOutcome(
  services: Services,
  scope: Scope,
  reference: string,
  input: NewOutcome,
): Promise<{ id: string } | OutcomeRefusal> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const results = await resultsOf(tx, scope, reference)
    const [speaker] = results?.speaksFor ?? []
    if (!results || !speaker) return { refused: 'not-there' as const }
    const zone = scope.person?.timeZone ?? 'UTC'
    if (input.happenedOn > localTime(now.toISOString(), zone).date) return { refused: 'in-the-future' as const }
    const id = newId()
    await tx
      .insertInto('outcome')
      .values({
        id,
        referral_id: results.referralId,
        kind: input.kind,
        happened_on: input.happenedOn,
        note: input.note,
        link: input.link,
        file_sha256: null,
        file_name: null,
        follow_up_id: null,
        reported_for: speaker,
        reported_by: scope.person?.personId ?? null,
        reported_at: now,
        withdrawn_by: null,
        withdrawn_at: null,
      })
      .execute()
    await note(tx, scope, results.referralId, speaker, 'outcome.reported', { outcome: id, kind: input.kind }, now)
    return { id }
  })
}

/** For whom the asker may judge an outcome: for the other side only, its company or its office. */
export const judgeOf = ({ sides, speaksFor }: Results, { reportedFor }: Outcome): string | undefined =>
  speaksFor.find((id) => sides.get(id) !== sides.get(reportedFor))

/** The other side confirms an outcome, or questions it and says why. */
export function judgeOutcome(
  services: Services,
  scope: Scope,
  reference: string,
  input: { outcomeId: string; answer: 'confirmed' | 'questioned'; reason: string | null },
): Promise<{ judged: true } | OutcomeRefusal> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const results = await resultsOf(tx, scope, reference)
    const outcome = results?.outcomes.find(({ id }) => id === input.outcomeId)
    if (!results || !outcome) return { refused: 'not-there' as const }
    const speaker = judgeOf(results, outcome)
    if (!speaker) return { refused: 'not-yours' as const }
    if (input.answer === 'questioned' && !input.reason) return { refused: 'reason-missing' as const }
    const said = {
      answer: input.answer,
      reason: input.reason,
      answered_by: scope.person?.personId ?? null,
      answered_at: now,
    }
    await tx
      .insertInto('outcome_answer')
      .values({ outcome_id: outcome.id, organisation_id: speaker, ...said })
      .onConflict((conflict) => conflict.columns(['outcome_id', 'organisation_id']).doUpdateSet(said))
      .execute()
    await note(tx, scope, results.referralId, speaker, `outcome.${input.answer}`, { outcome: outcome.id }, now)
    return { judged: true as const }
  })
}

/** Takes back what was reported in one's own name. The row stays, and no figure counts it. */
export function withdrawOutcome(
  services: Services,
  scope: Scope,
  reference: string,
  outcomeId: string,
): Promise<{ withdrawn: true } | OutcomeRefusal> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const results = await resultsOf(tx, scope, reference)
    const outcome = results?.outcomes.find(({ id }) => id === outcomeId)
    if (!results || !outcome) return { refused: 'not-there' as const }
    if (!results.speaksFor.includes(outcome.reportedFor)) return { refused: 'not-yours' as const }
    await tx
      .updateTable('outcome')
      .set({ withdrawn_at: now, withdrawn_by: scope.person?.personId ?? null })
      .where('id', '=', outcomeId)
      .execute()
    await note(tx, scope, results.referralId, outcome.reportedFor, 'outcome.withdrawn', { outcome: outcomeId }, now)
    return { withdrawn: true as const }
  })
}

const note = (
  tx: Tx,
  scope: Scope,
  referralId: string,
  organisationId: string,
  verb: string,
  facts: Record<string, string>,
  at: Date,
) =>
  recordActivity(tx, {
    subject: { kind: 'referral', id: referralId },
    verb,
    actor: actorOf(scope, organisationId),
    facts,
    at,
  })
