import { recordActivity } from '../platform/audit/record.ts'
import type { Db } from '../platform/db/tables.ts'
import { transaction } from '../platform/db/transaction.ts'
import { hashToken, newId } from '../platform/ids.ts'
import { localTime } from '../language/times.ts'
import type { ProfileText } from '../organisations/profileText.ts'
import type { Services } from '../web/env.ts'
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
  answer: FollowUpAnswer | null
  isOpen: boolean
}

/** The question behind an address in a mail; null where there is none. Reading it changes nothing: scanners follow links. */
export async function followUpByToken(db: Db, token: string, now: Date): Promise<AskedFollowUp | null> {
  const row = await db
    .selectFrom('introduction_follow_up')
    .innerJoin('referral', 'referral.id', 'introduction_follow_up.referral_id')
    .selectAll('introduction_follow_up')
    .select('referral.subject')
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
    answer: row.answer,
    isOpen: row.sent_at !== null && now.getTime() - row.sent_at.getTime() < OPEN_FOR,
  }
}

export type Answering = { answer: FollowUpAnswer; words: string | null; outcome: OutcomeKind | null }

/** A company says what came of it; where something came, that is an outcome, reported in its name. */
export async function answerFollowUp(
  services: Services,
  token: string,
  input: Answering,
): Promise<{ answered: true } | { refused: 'not-there' | 'too-late' | 'outcome-missing' }> {
  const now = services.clock.now()
  const { db } = services.database
  const asked = await followUpByToken(db, token, now)
  if (!asked) return { refused: 'not-there' }
  if (!asked.isOpen) return { refused: 'too-late' }
  if (input.answer === 'came' && !input.outcome) return { refused: 'outcome-missing' }
  return transaction(db, async (tx) => {
    await tx
      .updateTable('introduction_follow_up')
      .set({ answer: input.answer, words: input.words, answered_at: now })
      .where('id', '=', asked.id)
      .execute()
    if (input.answer === 'came' && input.outcome && asked.answer !== 'came')
      await tx
        .insertInto('outcome')
        .values({
          id: newId(),
          referral_id: asked.referralId,
          kind: input.outcome,
          happened_on: localTime(now.toISOString(), asked.zone).date,
          note: input.words ?? '',
          link: null,
          file_sha256: null,
          file_name: null,
          reported_for: asked.organisationId,
          reported_by: null,
          reported_at: now,
          withdrawn_by: null,
          withdrawn_at: null,
        })
        .execute()
    await recordActivity(tx, {
      subject: { kind: 'referral', id: asked.referralId },
      verb: 'follow-up.answered',
      actor: { person: null, via: 'system', organisation: asked.organisationId },
      facts: { months: asked.months, answer: input.answer, outcome: input.outcome },
      at: now,
    })
    return { answered: true as const }
  })
}
