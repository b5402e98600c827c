import type { Scope } from '../../accounts/scope.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { newId } from '../../platform/ids.ts'
import type { Services } from '../../web/env.ts'
import { actorOf } from '../activity.ts'
import type { Decision } from '../tables.ts'
import { tellOfDecision } from '../telling.ts'
import type { LockedCategory } from './locking.ts'

export type Decided = {
  registrationId: string
  decision: Decision
  reason?: string | null
  /** Null where nobody decided: a place came free, or the registrant did it. */
  by: string | null
  verb: string
}

/** Puts a decision in the place of the one that stood, tells whoever must know, and writes it down. The category is locked. */
export async function replaceDecision(
  services: Services,
  tx: Tx,
  scope: Scope,
  category: LockedCategory,
  { registrationId, decision, reason = null, by, verb }: Decided,
): Promise<void> {
  const at = services.clock.now()
  await tx
    .updateTable('registration_decision')
    .set({ replaced_at: at })
    .where('registration_id', '=', registrationId)
    .where('replaced_at', 'is', null)
    .execute()
  await tx
    .insertInto('registration_decision')
    .values({
      id: newId(),
      registration_id: registrationId,
      category_id: category.id,
      decision,
      reason,
      decided_by: by,
      decided_at: at,
      replaced_at: null,
    })
    .execute()
  await tellOfDecision(services, tx, registrationId, decision)
  await recordActivity(tx, {
    subject: { kind: 'registration', id: registrationId },
    verb,
    actor: by ? actorOf(scope, category.event.leadOrganisationId) : { person: null, via: 'system' },
    facts: { event: category.eventId, category: category.kind, decision },
    at,
  })
}
