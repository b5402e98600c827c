import type { Scope } from '../../accounts/scope.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import { transaction } from '../../platform/db/transaction.ts'
import type { Services } from '../../web/env.ts'
import { actorOf } from '../activity.ts'
import { lockAgreement } from '../locking.ts'
import { mayJudgeFor } from './policy.ts'
import type { EvidenceAnswer } from './tables.ts'

export type Judgement = {
  agreementId: string
  evidenceId: string
  organisationId: string
  answer: EvidenceAnswer
  /** Whoever questions says why. */
  reason: string | null
}

export type JudgingRefusal = { refused: 'not-yours' | 'not-there' | 'reason-missing' }

/** Another party confirms evidence or questions it; it may change its mind. */
export async function judgeEvidence(
  services: Services,
  scope: Scope,
  input: Judgement,
): Promise<{ judged: true } | JudgingRefusal> {
  const now = services.clock.now()
  if (input.answer === 'questioned' && !input.reason) return { refused: 'reason-missing' }
  return transaction(services.database.db, async (tx) => {
    const agreement = await lockAgreement(tx, input.agreementId, now)
    const row = await tx
      .selectFrom('undertaking_evidence as evidence')
      .innerJoin('undertaking', 'undertaking.id', 'evidence.undertaking_id')
      .select(['undertaking.organisation_id', 'undertaking.id'])
      .where('evidence.id', '=', input.evidenceId)
      .where('undertaking.agreement_id', '=', input.agreementId)
      .where('evidence.withdrawn_at', 'is', null)
      .executeTakeFirst()
    if (!row) return { refused: 'not-there' as const }
    if (!mayJudgeFor(scope, agreement, row.organisation_id).includes(input.organisationId))
      return { refused: 'not-yours' as const }
    const said = {
      answer: input.answer,
      reason: input.reason,
      answered_by: scope.person?.personId ?? null,
      answered_at: now,
    }
    await tx
      .insertInto('evidence_answer')
      .values({ evidence_id: input.evidenceId, organisation_id: input.organisationId, ...said })
      .onConflict((conflict) => conflict.columns(['evidence_id', 'organisation_id']).doUpdateSet(said))
      .execute()
    await recordActivity(tx, {
      subject: { kind: 'agreement', id: input.agreementId },
      verb: `undertaking.evidence-${input.answer}`,
      actor: actorOf(scope, input.organisationId),
      facts: { undertaking: row.id, evidence: input.evidenceId },
      at: now,
    })
    return { judged: true as const }
  })
}
