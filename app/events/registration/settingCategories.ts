import type { Scope } from '../../accounts/scope.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import { transaction } from '../../platform/db/transaction.ts'
import type { Services } from '../../web/env.ts'
import { actorOf } from '../activity.ts'
import { lockEvent } from '../locking.ts'
import { mayChangeEvent } from '../policy.ts'
import { type CategoryPlan, type CategoryRefusal, columnsOf, insertCategory, refusalOfCategory } from './categories.ts'
import { roomFor } from './counting.ts'
import { lockCategory } from './locking.ts'
import { promoteWaiting } from './promoting.ts'

export type SettingRefusal =
  | CategoryRefusal
  | { refused: 'not-yours' | 'no-such-event' | 'cancelled' | 'fewer-than-confirmed' }

/**
 * Sets one category's rules and form, making it if the event has none of its kind. Whoever waits moves up at once where there is more room
 * now; there cannot be less room than people who were told that they have a seat.
 */
export async function setCategory(
  services: Services,
  scope: Scope,
  eventId: string,
  plan: CategoryPlan,
): Promise<{ categoryId: string; movedUp: number } | SettingRefusal> {
  const wrong = refusalOfCategory(plan)
  if (wrong) return wrong
  return transaction(services.database.db, async (tx) => {
    const event = await lockEvent(tx, eventId)
    if (!event) return { refused: 'no-such-event' as const }
    if (!mayChangeEvent(scope, event)) return { refused: 'not-yours' as const }
    if (event.cancelled) return { refused: 'cancelled' as const }
    const category = await lockCategory(tx, { eventId, kind: plan.kind })
    let movedUp: string[] = []
    let categoryId = category?.id
    if (category) {
      const { confirmed } = await roomFor(tx, category, null)
      if (typeof plan.capacity === 'number' && plan.capacity < confirmed)
        return { refused: 'fewer-than-confirmed' as const }
      await tx.updateTable('registration_category').set(columnsOf(plan)).where('id', '=', category.id).execute()
      const now = await lockCategory(tx, { id: category.id })
      if (now) movedUp = await promoteWaiting(services, tx, scope, now)
    } else {
      categoryId = await insertCategory(tx, eventId, positionOf(plan.kind), plan)
    }
    await recordActivity(tx, {
      subject: { kind: 'event', id: eventId },
      verb: 'event.category-set',
      actor: actorOf(scope, event.leadOrganisationId),
      facts: {
        category: plan.kind,
        capacity: plan.capacity ?? null,
        capPerAffiliation: plan.capPerAffiliation ?? null,
        closesAt: plan.closesAt.toISOString(),
        closesInclusive: plan.closesInclusive ?? false,
        movedUp: movedUp.length,
      },
      at: services.clock.now(),
    })
    return { categoryId: categoryId ?? '', movedUp: movedUp.length }
  })
}

/** One of each kind, always in the same order. */
const positionOf = (kind: CategoryPlan['kind']): number => ['press', 'guest', 'member', 'speaker'].indexOf(kind) + 1
