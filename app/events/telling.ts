import type { Tx } from '../platform/db/tables.ts'
import type { Services } from '../web/env.ts'
import type { Decision } from './tables.ts'

/** Those invited hear of a change or of the cancellation: mails and calendars. */
export const tellOfChange = (services: Services, tx: Tx, eventId: string, sequence: number): Promise<void> =>
  services.jobs.enqueue(tx, 'events.changed', { eventId, sequence })

/** Whoever was decided on is told, and their place in the room is looked at again. */
export async function tellOfDecision(
  services: Services,
  tx: Tx,
  registrationId: string,
  decision: Decision,
): Promise<void> {
  await services.jobs.enqueue(tx, 'events.registration-decided', { registrationId, decision })
  await services.jobs.enqueue(tx, 'access.review', { registrationId })
}

/** As above for somebody who has just come: where they get no seat they have no place in the room either, and there is nothing to look at. */
export const tellOfArrival = (services: Services, tx: Tx, registrationId: string, decision: Decision): Promise<void> =>
  decision === 'confirmed'
    ? tellOfDecision(services, tx, registrationId, decision)
    : services.jobs.enqueue(tx, 'events.registration-decided', { registrationId, decision })
