import type { Scope } from '../accounts/scope.ts'
import { recordActivity } from '../platform/audit/record.ts'
import { transaction } from '../platform/db/transaction.ts'
import type { Services } from '../web/env.ts'
import { actorOf, lockCeremony } from './moving.ts'
import { mayPlan } from './policy.ts'

/**
 * Lets a demonstration's ceremony run by a clock of its own: at the wall clock's `began` it reads `from`, and runs at `speed`. The board says so
 * to everybody who watches.
 */
export function beginReplay(
  services: Services,
  scope: Scope,
  eventId: string,
  { from, speed, began }: { from: Date; speed: number; began: Date },
): Promise<{ begun: true } | { refused: 'no-ceremony' | 'not-yours' | 'not-a-demonstration' | 'begun' }> {
  return transaction(services.database.db, async (tx) => {
    const ceremony = await lockCeremony(tx, eventId)
    if (!ceremony) return { refused: 'no-ceremony' as const }
    if (!mayPlan(scope, ceremony.event)) return { refused: 'not-yours' as const }
    if (!services.config.demo) return { refused: 'not-a-demonstration' as const }
    if (ceremony.course.standing !== 'planned') return { refused: 'begun' as const }
    await tx
      .insertInto('ceremony_replay')
      .values({ event_id: eventId, from_instant: from, speed, began_at: began })
      .execute()
    await recordActivity(tx, {
      subject: { kind: 'event', id: eventId },
      verb: 'ceremony.replay-begun',
      actor: actorOf(scope, ceremony),
      facts: { from: from.toISOString(), speed },
      at: began,
    })
    return { begun: true as const }
  })
}
