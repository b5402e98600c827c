import type { Tx } from '../platform/db/tables.ts'
import { UnknownJob } from '../platform/jobs/handler.ts'
import type { Services } from '../web/env.ts'
import type { Decision } from './tables.ts'

/** Those invited hear of a change or of the cancellation: mails and calendars. */
export const tellOfChange = (services: Services, tx: Tx, eventId: string, sequence: number): Promise<void> =>
  tell(services, tx, 'events.changed', { eventId, sequence })

/** Whoever was decided on is told, and their place in the room is looked at again. */
export async function tellOfDecision(
  services: Services,
  tx: Tx,
  registrationId: string,
  decision: Decision,
): Promise<void> {
  await tell(services, tx, 'events.registration-decided', { registrationId, decision })
  await tell(services, tx, 'access.review', { registrationId })
}

async function tell(services: Services, tx: Tx, job: string, data: object): Promise<void> {
  try {
    await services.jobs.enqueue(tx, job, data)
  } catch (error) {
    if (!(error instanceof UnknownJob)) throw error
  }
}
