import { actorOf } from '../../accounts/activity.ts'
import type { Scope } from '../../accounts/scope.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import { transaction } from '../../platform/db/transaction.ts'
import type { Services } from '../../web/env.ts'
import { keepsLog } from './policy.ts'

/** Takes an entry out of the log, with the steps it led to. The row stays, with who and when. */
export async function withdrawContact(
  services: Services,
  scope: Scope,
  { organisationId, entryId }: { organisationId: string; entryId: string },
): Promise<{ withdrawn: true } | { refused: 'not-yours' | 'not-there' }> {
  if (!keepsLog(scope, organisationId)) return { refused: 'not-yours' }
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const withdrawn = await tx
      .updateTable('contact_entry')
      .set({ withdrawn_at: now, withdrawn_by: scope.person?.personId ?? null })
      .where('id', '=', entryId)
      .where('organisation_id', '=', organisationId)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst()
    if (withdrawn.numUpdatedRows === 0n) return { refused: 'not-there' as const }
    await recordActivity(tx, {
      subject: { kind: 'organisation', id: organisationId },
      verb: 'contact.withdrawn',
      actor: actorOf(scope, organisationId),
      facts: { contact: entryId },
      at: now,
    })
    return { withdrawn: true as const }
  })
}
