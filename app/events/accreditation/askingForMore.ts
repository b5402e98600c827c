import type { Scope } from '../../accounts/scope.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { hashToken, newId, newToken } from '../../platform/ids.ts'
import { queueMail } from '../../platform/mail/queue.ts'
import type { Services } from '../../web/env.ts'
import { mayOrganise } from '../policy.ts'
import { actorFor } from './activity.ts'
import { requestMail } from './mails.ts'
import type { PressEvent } from './pressEvent.ts'
import type { Wanted } from './tables.ts'

export type AskingRefusal = { refused: 'not-yours' | 'no-such-application' }

/** Asks an applicant for what is missing. The application keeps its place; the link in the mail opens the form for the answer. */
export async function askForMore(
  services: Services,
  scope: Scope,
  event: PressEvent,
  input: { registrationId: string; wanted: Wanted; note: string },
): Promise<{ requestId: string } | AskingRefusal> {
  if (!mayOrganise(scope, event)) return { refused: 'not-yours' }
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const applicant = await tx
      .selectFrom('accreditation')
      .innerJoin('registration', 'registration.id', 'accreditation.registration_id')
      .select(['name', 'address', 'locale'])
      .where('registration.id', '=', input.registrationId)
      .where('accreditation.event_id', '=', event.id)
      .executeTakeFirst()
    if (!applicant) return { refused: 'no-such-application' as const }
    const id = newId()
    const token = newToken()
    await tx
      .insertInto('accreditation_request')
      .values({
        id,
        registration_id: input.registrationId,
        wanted: input.wanted,
        note: input.note || null,
        token_hash: hashToken(token),
        asked_by: scope.person?.personId ?? null,
        asked_at: now,
        answer: null,
        proof_id: null,
        answered_at: null,
      })
      .execute()
    const link = `${services.config.origin}/${applicant.locale}/events/${event.slug}/registration/press/answers/${token}`
    const mail = requestMail(applicant, { event, wanted: input.wanted, note: input.note || null, link })
    await queueMail(tx, services.jobs.enqueue, { ...mail, at: now })
    await recordActivity(tx, {
      subject: { kind: 'event', id: event.id },
      verb: 'accreditation.more-asked',
      actor: actorFor(scope, event),
      facts: { registration: input.registrationId, wanted: input.wanted },
      ...(input.note ? { personal: { note: input.note } } : {}),
      at: now,
    })
    return { requestId: id }
  })
}
