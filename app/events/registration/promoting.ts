import type { Scope } from '../../accounts/scope.ts'
import type { Tx } from '../../platform/db/tables.ts'
import type { Services } from '../../web/env.ts'
import { replaceDecision } from './decisions.ts'
import type { LockedCategory } from './locking.ts'
import { movingUp } from './placing.ts'

/**
 * Gives free seats to those who wait, in order of arrival: after every act that frees a seat, so that nobody waits beside an empty one.
 * Once the event is over or cancelled nobody moves up any more. The category is locked.
 */
export async function promoteWaiting(
  services: Services,
  tx: Tx,
  scope: Scope,
  category: LockedCategory,
): Promise<string[]> {
  if (category.event.isCancelled || services.clock.now() >= category.event.ends) return []
  const standing = await tx
    .selectFrom('registration_decision as decision')
    .innerJoin('registration', 'registration.id', 'decision.registration_id')
    .select(['registration.id', 'affiliation_key', 'decision.decision'])
    .where('decision.category_id', '=', category.id)
    .where('decision.decision', 'in', ['confirmed', 'waiting'])
    .where('replaced_at', 'is', null)
    .orderBy('arrival')
    .execute()
  const confirmed = standing.filter((row) => row.decision === 'confirmed')
  const waiting = standing
    .filter((row) => row.decision === 'waiting')
    .map((row) => ({ id: row.id, affiliationKey: row.affiliation_key }))
  const seats = category.capacity === null ? Infinity : category.capacity - confirmed.length
  if (seats <= 0 || waiting.length === 0) return []
  const confirmedOf = new Map<string, number>()
  for (const { affiliation_key: key } of confirmed)
    if (key !== null) confirmedOf.set(key, (confirmedOf.get(key) ?? 0) + 1)
  const chosen = movingUp(waiting, seats, category.capPerAffiliation, confirmedOf)
  for (const registrationId of chosen)
    await replaceDecision(services, tx, scope, category, {
      registrationId,
      decision: 'confirmed',
      by: null,
      verb: 'registration.moved-up',
    })
  return chosen
}
