import type { Scope } from '../../accounts/scope.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import { transaction } from '../../platform/db/transaction.ts'
import type { Services } from '../../web/env.ts'
import { actorOf } from '../activity.ts'
import { lockUndertaking } from './locking.ts'
import { isColleague } from './people.ts'
import { answersFor } from './policy.ts'

export type ChangingRefusal = { refused: 'not-yours' | 'not-there' | 'has-ended' | 'no-such-person' }

type Which = { agreementId: string; undertakingId: string }

/** Names who answers for an undertaking; nobody in particular (null) means all who manage or coordinate the party. */
export function assignUndertaking(
  services: Services,
  scope: Scope,
  input: Which & { personId: string | null },
): Promise<{ assigned: true } | ChangingRefusal> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const found = await lockUndertaking(tx, input.agreementId, input.undertakingId, now)
    if (!found) return { refused: 'not-there' as const }
    const organisationId = found.undertaking.organisation_id
    if (!answersFor(scope, organisationId)) return { refused: 'not-yours' as const }
    if (found.undertaking.ended_at) return { refused: 'has-ended' as const }
    if (input.personId && !(await isColleague(tx, organisationId, input.personId)))
      return { refused: 'no-such-person' as const }
    await tx
      .updateTable('undertaking')
      .set({ person_id: input.personId })
      .where('id', '=', input.undertakingId)
      .execute()
    await recordActivity(tx, {
      subject: { kind: 'agreement', id: input.agreementId },
      verb: 'undertaking.assigned',
      actor: actorOf(scope, organisationId),
      facts: { undertaking: input.undertakingId, person: input.personId },
      at: now,
    })
    return { assigned: true as const }
  })
}

/** From today on nothing more falls due; what was kept and what was missed stays as it is. */
export function endUndertaking(
  services: Services,
  scope: Scope,
  input: Which,
): Promise<{ ended: true } | { refused: 'not-yours' | 'not-there' | 'has-ended' }> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const found = await lockUndertaking(tx, input.agreementId, input.undertakingId, now)
    if (!found) return { refused: 'not-there' as const }
    const organisationId = found.undertaking.organisation_id
    if (!answersFor(scope, organisationId)) return { refused: 'not-yours' as const }
    if (found.undertaking.ended_at) return { refused: 'has-ended' as const }
    await tx
      .updateTable('undertaking')
      .set({ ended_at: now, ended_by: scope.person?.personId ?? null })
      .where('id', '=', input.undertakingId)
      .execute()
    await recordActivity(tx, {
      subject: { kind: 'agreement', id: input.agreementId },
      verb: 'undertaking.ended',
      actor: actorOf(scope, organisationId),
      facts: { undertaking: input.undertakingId },
      at: now,
    })
    return { ended: true as const }
  })
}
