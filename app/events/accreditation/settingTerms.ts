import type { Scope } from '../../accounts/scope.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import { transaction } from '../../platform/db/transaction.ts'
import type { Services } from '../../web/env.ts'
import { mayOrganise } from '../policy.ts'
import { actorFor } from './activity.ts'
import type { PressEvent } from './pressEvent.ts'
import type { Terms } from './terms.ts'

/** What the event asks of journalists from now on; who applied before is not asked again. */
export async function setAccreditationTerms(
  services: Services,
  scope: Scope,
  event: PressEvent,
  terms: Terms,
): Promise<{ set: true } | { refused: 'not-yours' }> {
  if (!mayOrganise(scope, event)) return { refused: 'not-yours' }
  const now = services.clock.now()
  const row = {
    largest_crew: terms.largestCrew,
    proof_needed: terms.proofNeeded,
    proof_days: terms.proofDays,
    set_by: scope.person?.personId ?? null,
    set_at: now,
  }
  return transaction(services.database.db, async (tx) => {
    await tx
      .insertInto('accreditation_terms')
      .values({ event_id: event.id, ...row })
      .onConflict((conflict) => conflict.column('event_id').doUpdateSet(row))
      .execute()
    await recordActivity(tx, {
      subject: { kind: 'event', id: event.id },
      verb: 'accreditation.terms-set',
      actor: actorFor(scope, event),
      facts: { ...terms },
      at: now,
    })
    return { set: true as const }
  })
}
