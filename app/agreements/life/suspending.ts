import { holds, type Scope } from '../../accounts/scope.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import type { Services } from '../../web/env.ts'
import { actorOf } from '../activity.ts'
import { lockAgreement } from '../locking.ts'
import { tellParties } from './telling.ts'

export type SuspendingRefusal = { refused: 'not-yours' | 'not-in-force' | 'suspended-already' | 'not-suspended' }

/** A party lays the agreement to rest for a while: what it opens closes at once, its days run on. */
export async function suspendAgreement(
  services: Services,
  scope: Scope,
  agreementId: string,
  { organisationId, reason }: { organisationId: string; reason: string },
): Promise<{ suspended: true } | SuspendingRefusal> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const agreement = await lockAgreement(tx, agreementId, now)
    if (!agreement.partyIds.includes(organisationId) || !holds(scope, organisationId, 'manager'))
      return { refused: 'not-yours' as const }
    if (agreement.resting) return { refused: 'suspended-already' as const }
    if (agreement.standing !== 'in-force') return { refused: 'not-in-force' as const }
    await tx
      .insertInto('agreement_suspension')
      .values({
        id: newId(),
        agreement_id: agreementId,
        organisation_id: organisationId,
        reason,
        suspended_by: scope.person?.personId ?? null,
        suspended_at: now,
        lifted_by: null,
        lifted_at: null,
      })
      .execute()
    await recordActivity(tx, {
      subject: { kind: 'agreement', id: agreementId },
      verb: 'agreement.suspended',
      actor: actorOf(scope, organisationId),
      facts: {},
      at: now,
    })
    await tellParties(services, tx, agreement, { kind: 'suspended', organisationId, reason })
    return { suspended: true as const }
  })
}

/** The party that suspended it takes it up again: its doors stand open as before. */
export async function liftSuspension(
  services: Services,
  scope: Scope,
  agreementId: string,
): Promise<{ lifted: true } | SuspendingRefusal> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const agreement = await lockAgreement(tx, agreementId, now)
    const { resting } = agreement
    if (!resting) return { refused: 'not-suspended' as const }
    if (!holds(scope, resting.organisationId, 'manager')) return { refused: 'not-yours' as const }
    await tx
      .updateTable('agreement_suspension')
      .set({ lifted_at: now, lifted_by: scope.person?.personId ?? null })
      .where('agreement_id', '=', agreementId)
      .where('lifted_at', 'is', null)
      .execute()
    await recordActivity(tx, {
      subject: { kind: 'agreement', id: agreementId },
      verb: 'agreement.suspension-lifted',
      actor: actorOf(scope, resting.organisationId),
      facts: {},
      at: now,
    })
    await tellParties(services, tx, agreement, { kind: 'lifted', organisationId: resting.organisationId, reason: null })
    return { lifted: true as const }
  })
}
