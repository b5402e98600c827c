import { recordActivity } from '../platform/audit/record.ts'
import type { Db, Tx } from '../platform/db/tables.ts'
import { transaction } from '../platform/db/transaction.ts'
import { hashToken, newId } from '../platform/ids.ts'
import type { CalendarDate } from '../language/dates.ts'
import { localTime } from '../language/times.ts'
import type { ProfileText } from '../organisations/profileText.ts'
import type { Services } from '../web/env.ts'
import { type DayRefusal, refusedDay } from './days.ts'
import { addMeeting } from './meetings.ts'
import type { FollowUpAnswer, OutcomeKind } from './tables.ts'

/** So long an answer can be given or changed by the address in the mail. */
const OPEN_FOR = 90 * 24 * 60 * 60 * 1000

export type AskedFollowUp = {
  id: string
  referralId: string
  organisationId: string
  months: number
  zone: string
  subject: ProfileText
  introducedAt: Date
  answer: FollowUpAnswer | null
  isOpen: boolean
}

/** The question behind an address in a mail; null where there is none. Reading it changes nothing: scanners follow links. */
export async function followUpByToken(db: Db, token: string, now: Date): Promise<AskedFollowUp | null> {
  const row = await db
    .selectFrom('introduction_follow_up')
    .innerJoin('referral', 'referral.id', 'introduction_follow_up.referral_id')
    .innerJoin('introduction', 'introduction.referral_id', 'referral.id')
    .selectAll('introduction_follow_up')
    .select(['referral.subject', 'introduction.introduced_at'])
    .where('introduction_follow_up.token_hash', '=', hashToken(token))
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    referralId: row.referral_id,
    organisationId: row.organisation_id,
    months: row.months,
    zone: row.zone,
    subject: row.subject,
    introducedAt: row.introduced_at,
    answer: row.answer,
    isOpen: row.sent_at !== null && now.getTime() - row.sent_at.getTime() < OPEN_FOR,
  }
}

export type Answering = {
  answer: FollowUpAnswer
  words: string | null
  outcome: OutcomeKind | null
  /** The day on which the companies met. */
  metOn: CalendarDate | null
}

/** A company says what came of it; where something came, that is an outcome, reported in its name. */
export async function answerFollowUp(
  services: Services,
  token: string,
  input: Answering,
): Promise<{ answered: true } | { refused: 'not-there' | 'too-late' | 'outcome-missing' | DayRefusal }> {
  const now = services.clock.now()
  const { db } = services.database
  const asked = await followUpByToken(db, token, now)
  if (!asked) return { refused: 'not-there' }
  if (!asked.isOpen) return { refused: 'too-late' }
  if (input.answer === 'came' && !input.outcome) return { refused: 'outcome-missing' }
  const refused = input.metOn && refusedDay(asked, asked.zone, input.metOn, now)
  if (refused) return { refused }
  return transaction(db, async (tx) => {
    await tx
      .updateTable('introduction_follow_up')
      .set({ answer: input.answer, words: input.words, answered_at: now })
      .where('id', '=', asked.id)
      .execute()
    await settleOutcome(tx, asked, input, now)
    const { referralId, organisationId } = asked
    if (input.metOn)
      await addMeeting(tx, { referralId, heldOn: input.metOn, note: '', reportedFor: organisationId, by: null }, now)
    await recordActivity(tx, {
      subject: { kind: 'referral', id: asked.referralId },
      verb: 'follow-up.answered',
      actor: { person: null, via: 'system', organisation: asked.organisationId },
      facts: { months: asked.months, answer: input.answer, outcome: input.outcome, metOn: input.metOn },
      at: now,
    })
    return { answered: true as const }
  })
}

/**
 * One answer is one outcome at most: a changed answer takes the earlier one back, unless the other side confirmed it. What the company reported before is not reported twice,
 * and what the other company reported is confirmed, so that one pilot is not counted as two.
 */
async function settleOutcome(tx: Tx, asked: AskedFollowUp, input: Answering, now: Date): Promise<void> {
  const kind = input.answer === 'came' ? input.outcome : null
  await tx
    .updateTable('outcome')
    .set({ withdrawn_at: now })
    .where('follow_up_id', '=', asked.id)
    .where('withdrawn_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('outcome_answer as said')
            .select('said.outcome_id')
            .whereRef('said.outcome_id', '=', 'outcome.id')
            .where('said.answer', '=', 'confirmed'),
        ),
      ),
    )
    .$if(kind !== null, (earlier) => earlier.where('kind', '<>', kind as OutcomeKind))
    .execute()
  if (!kind) return
  const standing = await tx
    .selectFrom('outcome')
    .select(['outcome.id', 'outcome.reported_for'])
    .where('referral_id', '=', asked.referralId)
    .where('kind', '=', kind)
    .where('withdrawn_at', 'is', null)
    .execute()
  if (standing.some(({ reported_for }) => reported_for === asked.organisationId)) return
  const said = { answer: 'confirmed' as const, reason: null, answered_by: null, answered_at: now }
  const [theirs] = standing
  if (theirs)
    await tx
      .insertInto('outcome_answer')
      .values({ outcome_id: theirs.id, organisation_id: asked.organisationId, ...said })
      .onConflict((conflict) => conflict.columns(['outcome_id', 'organisation_id']).doUpdateSet(said))
      .execute()
  else await addOutcome(tx, asked, kind, input.words, now)
}

async function addOutcome(
  tx: Tx,
  asked: AskedFollowUp,
  kind: OutcomeKind,
  words: string | null,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('outcome')
    .values({
      id: newId(),
      referral_id: asked.referralId,
      kind,
      happened_on: localTime(now.toISOString(), asked.zone).date,
      note: words ?? '',
      link: null,
      file_sha256: null,
      file_name: null,
      follow_up_id: asked.id,
      reported_for: asked.organisationId,
      reported_by: null,
      reported_at: now,
      withdrawn_by: null,
      withdrawn_at: null,
    })
    .execute()
}
