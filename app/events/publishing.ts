import type { Scope } from '../accounts/scope.ts'
import { recordActivity } from '../platform/audit/record.ts'
import { transaction } from '../platform/db/transaction.ts'
import type { Services } from '../web/env.ts'
import { actorOf } from './activity.ts'
import { lockEvent } from './locking.ts'
import { mayChangeEvent } from './policy.ts'

export type PublishingRefusal = { refused: 'not-yours' | 'no-such-event' | 'already-published' | 'cancelled' }

/** From here on everybody may know of it, and register where registration is open. It cannot be taken back, only cancelled. */
export async function publishEvent(
  services: Services,
  scope: Scope,
  eventId: string,
): Promise<{ published: true } | PublishingRefusal> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const event = await lockEvent(tx, eventId)
    if (!event) return { refused: 'no-such-event' as const }
    if (!mayChangeEvent(scope, event)) return { refused: 'not-yours' as const }
    if (event.cancelled) return { refused: 'cancelled' as const }
    if (event.published) return { refused: 'already-published' as const }
    await tx
      .insertInto('event_publication')
      .values({ event_id: eventId, published_by: scope.person?.personId ?? null, published_at: now })
      .execute()
    await recordActivity(tx, {
      subject: { kind: 'event', id: eventId },
      verb: 'event.published',
      actor: actorOf(scope, event.leadOrganisationId),
      facts: {},
      at: now,
    })
    return { published: true as const }
  })
}
