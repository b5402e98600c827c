import type { Scope } from '../accounts/scope.ts'
import type { Content } from '../language/translated.ts'
import { recordActivity } from '../platform/audit/record.ts'
import { transaction } from '../platform/db/transaction.ts'
import { json } from '../platform/db/values.ts'
import type { Services } from '../web/env.ts'
import { actorOf } from './activity.ts'
import { lockEvent } from './locking.ts'
import { mayChangeEvent } from './policy.ts'
import { tellOfChange } from './telling.ts'

export type CancellingRefusal = { refused: 'not-yours' | 'no-such-event' | 'already-cancelled' | 'over' }

/** It does not take place. Everybody invited is told, with the reason if there is one; registrations stay as they were, and are of no use. */
export async function cancelEvent(
  services: Services,
  scope: Scope,
  eventId: string,
  input: { reason?: Content | null } = {},
): Promise<{ cancelled: true } | CancellingRefusal> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const event = await lockEvent(tx, eventId)
    if (!event) return { refused: 'no-such-event' as const }
    if (!mayChangeEvent(scope, event)) return { refused: 'not-yours' as const }
    if (event.cancelled) return { refused: 'already-cancelled' as const }
    if (now >= event.ends) return { refused: 'over' as const }
    const sequence = event.sequence + 1
    const by = scope.person?.personId ?? null
    await tx
      .insertInto('event_cancellation')
      .values({
        event_id: eventId,
        reason: input.reason ? json(input.reason) : null,
        cancelled_by: by,
        cancelled_at: now,
      })
      .execute()
    // A calendar takes a cancellation for one only if its number is higher than the last change's.
    await tx
      .insertInto('event_change')
      .values({
        event_id: eventId,
        sequence,
        before: json({ cancelled: false }),
        after: json({ cancelled: true }),
        changed_by: by,
        changed_at: now,
      })
      .execute()
    await tellOfChange(services, tx, eventId, sequence)
    await recordActivity(tx, {
      subject: { kind: 'event', id: eventId },
      verb: 'event.cancelled',
      actor: actorOf(scope, event.leadOrganisationId),
      facts: { sequence },
      at: now,
    })
    return { cancelled: true as const }
  })
}
