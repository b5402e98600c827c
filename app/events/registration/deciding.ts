import type { Scope } from '../../accounts/scope.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { transaction } from '../../platform/db/transaction.ts'
import type { Services } from '../../web/env.ts'
import { assembleEvent } from '../event.ts'
import { mayOrganise } from '../policy.ts'
import type { Decision } from '../tables.ts'
import { roomFor } from './counting.ts'
import { replaceDecision } from './decisions.ts'
import { type LockedCategory, lockCategory } from './locking.ts'
import { type NoPlace, seatIn } from './placing.ts'
import { promoteWaiting } from './promoting.ts'
import { type Registration, registrationById } from './registration.ts'

export type DecisionInput = { decision: 'confirmed' | 'declined'; reason?: string | null }

export type DecidingRefusal = {
  refused:
    | 'no-such-registration'
    | 'not-yours'
    | 'reason-needed'
    | 'withdrawn'
    | 'nothing-changed'
    | 'nothing-to-undo'
    | NoPlace
}

/**
 * Says yes or no to a registration. Yes gives a seat, or a place on the waiting list where there is none. No needs a reason, which the
 * registrant is told, and gives the seat to whoever waits.
 */
export async function decideRegistration(
  services: Services,
  scope: Scope,
  registrationId: string,
  input: DecisionInput,
): Promise<{ decision: Decision } | DecidingRefusal> {
  return transaction(services.database.db, (tx) => decideWithin(services, tx, scope, registrationId, input))
}

export type DecidedMany = {
  decided: { id: string; decision: Decision }[]
  refused: { id: string; refused: DecidingRefusal['refused'] }[]
}

/** The same answer for many, in order of arrival: those it does not fit are named and left as they were. */
export async function decideRegistrations(
  services: Services,
  scope: Scope,
  registrationIds: readonly string[],
  input: DecisionInput,
): Promise<DecidedMany> {
  return transaction(services.database.db, async (tx) => {
    const outcome: DecidedMany = { decided: [], refused: [] }
    for (const id of await inOrderOfArrival(tx, registrationIds)) {
      const one = await decideWithin(services, tx, scope, id, input)
      if ('refused' in one) outcome.refused.push({ id, refused: one.refused })
      else outcome.decided.push({ id, decision: one.decision })
    }
    return outcome
  })
}

/** Takes the last decision of an organiser back: what stood before it stands again, a seat only if there still is one. */
export async function undoDecision(
  services: Services,
  scope: Scope,
  registrationId: string,
): Promise<{ decision: Decision } | DecidingRefusal> {
  return transaction(services.database.db, async (tx) => {
    const found = await lockForDeciding(tx, scope, registrationId)
    if ('refused' in found) return found
    const { registration } = found
    if (registration.decidedBy === null || registration.decision === 'withdrawn')
      return { refused: 'nothing-to-undo' as const }
    const before = await decisionBefore(tx, registrationId)
    if (!before) return { refused: 'nothing-to-undo' as const }
    const seated = before === 'confirmed' || before === 'waiting' ? await seatOrWaiting(tx, found) : before
    if (typeof seated !== 'string') return seated
    return settle(services, tx, scope, found, { decision: seated, reason: null, verb: 'registration.decision-undone' })
  })
}

async function decideWithin(
  services: Services,
  tx: Tx,
  scope: Scope,
  registrationId: string,
  { decision, reason }: DecisionInput,
): Promise<{ decision: Decision } | DecidingRefusal> {
  const found = await lockForDeciding(tx, scope, registrationId)
  if ('refused' in found) return found
  if (decision === 'declined') {
    const words = reason?.trim()
    if (!words) return { refused: 'reason-needed' }
    if (found.registration.decision === 'declined') return { refused: 'nothing-changed' }
    return settle(services, tx, scope, found, { decision, reason: words, verb: 'registration.declined' })
  }
  if (found.registration.decision === 'confirmed') return { refused: 'nothing-changed' }
  const seated = await seatOrWaiting(tx, found)
  if (typeof seated !== 'string') return seated
  const settled = { decision: seated, reason: reason?.trim() || null, verb: 'registration.approved' }
  return settle(services, tx, scope, found, settled)
}

type Found = { registration: Registration; category: LockedCategory }

async function lockForDeciding(tx: Tx, scope: Scope, registrationId: string): Promise<Found | DecidingRefusal> {
  const seen = await registrationById(tx, registrationId)
  const event = seen && (await assembleEvent(tx, { id: seen.eventId }))
  if (!event) return { refused: 'no-such-registration' }
  if (!mayOrganise(scope, event)) return { refused: 'not-yours' }
  const category = await lockCategory(tx, { id: seen.categoryId })
  // Read again: whoever held the lock may have decided meanwhile.
  const registration = await registrationById(tx, registrationId)
  if (!category || !registration) return { refused: 'no-such-registration' }
  return registration.decision === 'withdrawn' ? { refused: 'withdrawn' } : { registration, category }
}

/** A seat, else a place among those who wait; whoever waits already gets nothing by being asked again. */
async function seatOrWaiting(tx: Tx, { registration, category }: Found): Promise<Decision | DecidingRefusal> {
  const seat = seatIn(await roomFor(tx, category, registration.affiliationKey))
  if (seat === 'seat') return 'confirmed'
  return category.waitingList && registration.decision !== 'waiting' ? 'waiting' : { refused: seat }
}

async function settle(
  services: Services,
  tx: Tx,
  scope: Scope,
  { registration, category }: Found,
  settled: { decision: Decision; reason: string | null; verb: string },
): Promise<{ decision: Decision }> {
  const by = scope.person?.personId ?? null
  await replaceDecision(services, tx, scope, category, { registrationId: registration.id, by, ...settled })
  if (registration.decision === 'confirmed') await promoteWaiting(services, tx, scope, category)
  return { decision: settled.decision }
}

async function decisionBefore(tx: Tx, registrationId: string): Promise<Decision | null> {
  const row = await tx
    .selectFrom('registration_decision')
    .select('decision')
    .where('registration_id', '=', registrationId)
    .where('replaced_at', 'is not', null)
    .orderBy('replaced_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row?.decision ?? null
}

async function inOrderOfArrival(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('registration')
    .select('id')
    .where('id', 'in', [...new Set(ids)])
    .orderBy('category_id')
    .orderBy('arrival')
    .execute()
  return rows.map(({ id }) => id)
}
