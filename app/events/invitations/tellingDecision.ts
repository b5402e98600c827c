import type { Tx } from '../../platform/db/tables.ts'
import { transaction } from '../../platform/db/transaction.ts'
import type { Services } from '../../web/env.ts'
import { assembleEvent } from '../event.ts'
import type { Decision } from '../tables.ts'
import { type Invited, invitedOf, notice } from './noticing.ts'
import type { NoticeKind } from './tables.ts'

/** A job may run twice, and anybody may send a form twice: within this time (milliseconds) a decision is told once. */
const TOLD = 10 * 60_000

/**
 * Tells somebody what was decided on their registration. If another decision has been made meanwhile, its own job tells of that one.
 */
export async function tellDecision(
  services: Services,
  { registrationId, decision }: { registrationId: string; decision: Decision },
): Promise<void> {
  await transaction(services.database.db, async (tx) => {
    // Locked, so that two jobs for one person number what they send one after the other.
    const registration = await tx
      .selectFrom('registration')
      .select('event_id')
      .where('id', '=', registrationId)
      .forUpdate()
      .executeTakeFirst()
    const event = registration && (await assembleEvent(tx, { id: registration.event_id }))
    if (!event) return
    const [person] = await invitedOf(services, tx, { eventId: event.id, registrationId })
    if (!person || person.decision !== decision || (await isTold(services, tx, person))) return
    // Whoever is told that the event is cancelled need not hear of a place in it.
    if (event.cancelled && decision !== 'declined' && decision !== 'withdrawn') return
    await notice(services, tx, event, await kindOf(tx, person), [person])
  })
}

async function isTold(services: Services, tx: Tx, person: Invited): Promise<boolean> {
  const since = new Date(services.clock.now().getTime() - TOLD)
  const told = await tx
    .selectFrom('registration_notice')
    .select('id')
    .where('decision_id', '=', person.decisionId)
    .where('kind', 'not in', ['moved', 'cancelled', 'reminder'])
    .where('noticed_at', '>', since)
    .executeTakeFirst()
  return told !== undefined
}

const kinds: Record<Exclude<Decision, 'confirmed'>, NoticeKind> = {
  pending: 'received',
  waiting: 'waiting',
  late: 'late',
  declined: 'declined',
  withdrawn: 'withdrawn',
}

async function kindOf(tx: Tx, person: Invited): Promise<NoticeKind> {
  if (person.decision !== 'confirmed') return kinds[person.decision]
  const before = await tx
    .selectFrom('registration_decision')
    .select('decision')
    .where('registration_id', '=', person.id)
    .where('replaced_at', 'is not', null)
    .orderBy('replaced_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return before?.decision === 'waiting' ? 'promoted' : 'confirmed'
}
