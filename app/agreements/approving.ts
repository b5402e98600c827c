import type { Scope } from '../accounts/scope.ts'
import { recordActivity } from '../platform/audit/record.ts'
import { transaction } from '../platform/db/transaction.ts'
import { newId } from '../platform/ids.ts'
import type { Services } from '../web/env.ts'
import { actorOf } from './activity.ts'
import type { Agreement } from './agreement.ts'
import { lockAgreement } from './locking.ts'
import { mayApproveFor } from './policy.ts'

export type ApprovalRefusal = {
  refused:
    | 'not-yours'
    | 'not-a-party'
    | 'text-changed'
    | 'language-lags'
    | 'signatory-missing'
    | 'already-approved'
    | 'text-is-fixed'
}

/**
 * A party's consent to one exact text: `textHash` is that of the text the approver read. If the text has changed since, nothing
 * is approved. The last approval sets the making of the document going.
 */
export async function approveText(
  services: Services,
  scope: Scope,
  agreementId: string,
  input: { organisationId: string; textHash: string },
): Promise<{ approved: true; complete: boolean } | ApprovalRefusal> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const agreement = await lockAgreement(tx, agreementId, now)
    const refusal = refusalOf(scope, agreement, input)
    if (refusal) return refusal
    await tx
      .insertInto('approval')
      .values({
        id: newId(),
        agreement_id: agreementId,
        organisation_id: input.organisationId,
        text_hash: input.textHash,
        approved_by: scope.person?.personId ?? null,
        approved_at: now,
        withdrawn_at: null,
        withdrawn_by: null,
      })
      .execute()
    const complete = agreement.parties.every((party) => party.approval || party.organisationId === input.organisationId)
    await recordActivity(tx, {
      subject: { kind: 'agreement', id: agreementId },
      verb: 'text.approved',
      actor: actorOf(scope, input.organisationId),
      facts: { organisation: input.organisationId, textHash: input.textHash, complete },
      at: now,
    })
    if (complete) await services.jobs.enqueue(tx, 'agreements.prepare', { agreementId })
    return { approved: true as const, complete }
  })
}

function refusalOf(
  scope: Scope,
  agreement: Agreement,
  input: { organisationId: string; textHash: string },
): ApprovalRefusal | null {
  const party = agreement.parties.find((candidate) => candidate.organisationId === input.organisationId)
  if (!party) return { refused: 'not-a-party' }
  if (agreement.registration || !mayApproveFor(scope, input.organisationId)) return { refused: 'not-yours' }
  if (agreement.documents.length > 0) return { refused: 'text-is-fixed' }
  if (agreement.textHash !== input.textHash) return { refused: 'text-changed' }
  if (party.approval) return { refused: 'already-approved' }
  if (agreement.clauses.some((clause) => clause.lagging.length > 0)) return { refused: 'language-lags' }
  if (!agreement.signatories.some((signatory) => signatory.organisationId === input.organisationId))
    return { refused: 'signatory-missing' }
  return null
}

/** Takes an approval back, as long as the document has not been made. */
export async function withdrawApproval(
  services: Services,
  scope: Scope,
  agreementId: string,
  organisationId: string,
): Promise<{ withdrawn: true } | { refused: 'not-yours' | 'not-approved' | 'text-is-fixed' }> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const agreement = await lockAgreement(tx, agreementId, now)
    if (!mayApproveFor(scope, organisationId)) return { refused: 'not-yours' as const }
    if (agreement.documents.length > 0) return { refused: 'text-is-fixed' as const }
    const taken = await tx
      .updateTable('approval')
      .set({ withdrawn_at: now, withdrawn_by: scope.person?.personId ?? null })
      .where('agreement_id', '=', agreementId)
      .where('organisation_id', '=', organisationId)
      .where('withdrawn_at', 'is', null)
      .returning('id')
      .execute()
    if (taken.length === 0) return { refused: 'not-approved' as const }
    await recordActivity(tx, {
      subject: { kind: 'agreement', id: agreementId },
      verb: 'approval.withdrawn',
      actor: actorOf(scope, organisationId),
      facts: { organisation: organisationId },
      at: now,
    })
    return { withdrawn: true as const }
  })
}
