import { actorOf } from '../../accounts/activity.ts'
import type { Scope } from '../../accounts/scope.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import { transaction } from '../../platform/db/transaction.ts'
import type { Services } from '../../web/env.ts'
import { keepsLog } from './policy.ts'

/** Says that a next step was taken. Any colleague may: somebody covers for whoever is on leave. */
export async function finishStep(
  services: Services,
  scope: Scope,
  { organisationId, stepId }: { organisationId: string; stepId: string },
): Promise<{ finished: true } | { refused: 'not-yours' | 'not-there' }> {
  if (!keepsLog(scope, organisationId)) return { refused: 'not-yours' }
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const finished = await tx
      .updateTable('contact_step')
      .set({ done_at: now, done_by: scope.person?.personId ?? null })
      .where('id', '=', stepId)
      .where('done_at', 'is', null)
      .where('entry_id', 'in', (from) =>
        from
          .selectFrom('contact_entry')
          .select('id')
          .where('organisation_id', '=', organisationId)
          .where('withdrawn_at', 'is', null),
      )
      .executeTakeFirst()
    if (finished.numUpdatedRows === 0n) return { refused: 'not-there' as const }
    await recordActivity(tx, {
      subject: { kind: 'organisation', id: organisationId },
      verb: 'contact.step-finished',
      actor: actorOf(scope, organisationId),
      facts: { step: stepId },
      at: now,
    })
    return { finished: true as const }
  })
}
