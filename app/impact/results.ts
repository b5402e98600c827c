import { holds, type Scope } from '../accounts/scope.ts'
import { disclosedNames } from '../exchange/referrals/disclosing.ts'
import { loadReferrals, type Referral } from '../exchange/referrals/loading.ts'
import { sidesOf } from '../exchange/referrals/policy.ts'
import type { CalendarDate } from '../language/dates.ts'
import type { ProfileText } from '../organisations/profileText.ts'
import type { Db, Tx } from '../platform/db/tables.ts'
import type { FollowUpAnswer, OutcomeKind } from './tables.ts'

export type Outcome = {
  id: string
  kind: OutcomeKind
  happenedOn: CalendarDate
  note: string
  link: string | null
  /** The name of the file laid down as evidence. */
  file: string | null
  reportedFor: string
  reportedAt: Date
  answers: { organisationId: string; answer: 'confirmed' | 'questioned'; reason: string | null }[]
}

export type Meeting = { id: string; heldOn: CalendarDate; note: string; reportedFor: string }

export type Results = {
  referralId: string
  reference: string
  subject: ProfileText
  introducedAt: Date
  /** The companies and offices that took part, with their names; a name that was taken back is not here. */
  parties: Map<string, ProfileText>
  /** On which side of it each of them is. */
  sides: Map<string, 'home' | 'partner'>
  /** Those of them for whom the asker speaks. */
  speaksFor: string[]
  meetings: Meeting[]
  outcomes: Outcome[]
  followUps: {
    organisationId: string
    months: number
    dueOn: CalendarDate
    isAsked: boolean
    answer: FollowUpAnswer | null
    words: string | null
  }[]
}

/** What came of an introduction, for those who took part in it; null for everybody else, and before it was made. */
export async function resultsOf(db: Db | Tx, scope: Scope, reference: string): Promise<Results | null> {
  const row = await db
    .selectFrom('referral')
    .innerJoin('introduction', 'introduction.referral_id', 'referral.id')
    .select(['referral.id', 'introduction.introduced_at'])
    .where('referral.reference', '=', reference)
    .executeTakeFirst()
  const [referral] = row ? await loadReferrals(db, [row.id]) : []
  if (!row || !referral) return null
  const followUps = await followUpsOf(db, row.id)
  const { fromOrganisationId: asker, homeOfficeId: home, partnerOfficeId: partner } = referral
  const ids = [...new Set([asker, ...followUps.map((one) => one.organisationId), home, partner])]
  const speaksFor = ids.filter((id) => holds(scope, id, 'member', 'manager', 'coordinator'))
  if (speaksFor.length === 0) return null
  return {
    referralId: row.id,
    reference: referral.reference,
    subject: referral.subject,
    introducedAt: row.introduced_at,
    parties: await namesFor(db, scope, referral, ids),
    sides: new Map(ids.map((id) => [id, id === asker || id === home ? 'home' : 'partner'])),
    speaksFor,
    meetings: await meetingsOf(db, row.id),
    outcomes: await outcomesOf(db, row.id),
    followUps,
  }
}

/** The referral says whose name is shown to whom, also after the introduction: whoever takes consent back takes the name back. */
async function namesFor(
  db: Db | Tx,
  scope: Scope,
  referral: Referral,
  ids: string[],
): Promise<Map<string, ProfileText>> {
  const shown = disclosedNames(sidesOf(scope, referral), referral.standing)
  const offices = [referral.homeOfficeId, referral.partnerOfficeId]
  const isShown = (id: string) =>
    offices.includes(id) || (id === referral.fromOrganisationId ? shown.asker : shown.company)
  const names = await db
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('id', 'in', ids.filter(isShown))
    .execute()
  return new Map(names.map(({ id, name }) => [id, name]))
}

async function followUpsOf(db: Db | Tx, referralId: string): Promise<Results['followUps']> {
  const rows = await db
    .selectFrom('introduction_follow_up')
    .select(['organisation_id', 'months', 'due_on', 'sent_at', 'answer', 'words'])
    .where('referral_id', '=', referralId)
    .orderBy('due_on')
    .execute()
  return rows.map(({ organisation_id, due_on, sent_at, ...rest }) => ({
    ...rest,
    organisationId: organisation_id,
    dueOn: due_on,
    isAsked: sent_at !== null,
  }))
}

async function meetingsOf(db: Db | Tx, referralId: string): Promise<Meeting[]> {
  const rows = await db
    .selectFrom('introduction_meeting')
    .select(['id', 'held_on', 'note', 'reported_for'])
    .where('referral_id', '=', referralId)
    .where('withdrawn_at', 'is', null)
    .orderBy('held_on')
    .execute()
  return rows.map(({ id, held_on, note, reported_for }) => ({ id, heldOn: held_on, note, reportedFor: reported_for }))
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
    file: row.file_name,
    reportedFor: row.reported_for,
    reportedAt: row.reported_at,
    answers: answers
      .filter(({ outcome_id }) => outcome_id === row.id)
      .map(({ organisation_id, answer, reason }) => ({ organisationId: organisation_id, answer, reason })),
  }))
}
