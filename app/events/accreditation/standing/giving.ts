import { sql } from 'kysely'
import type { Scope } from '../../../accounts/scope.ts'
import { addToDate, type CalendarDate, isCalendarDate } from '../../../language/dates.ts'
import { localTime, startOfDay } from '../../../language/times.ts'
import { recordActivity } from '../../../platform/audit/record.ts'
import { json } from '../../../platform/db/values.ts'
import type { Tx } from '../../../platform/db/tables.ts'
import { transaction } from '../../../platform/db/transaction.ts'
import { newId } from '../../../platform/ids.ts'
import { queueMail } from '../../../platform/mail/queue.ts'
import type { Services } from '../../../web/env.ts'
import { mayOrganise, organisesFor } from '../../policy.ts'
import { actorFor } from '../activity.ts'
import { standingGivenMail } from '../mails.ts'
import type { PressEvent } from '../pressEvent.ts'

/** Longer than that nobody knows whether somebody still works for an outlet. */
export const longestStanding = { years: 2 }

export type GivingRefusal = {
  refused:
    | 'not-yours'
    | 'no-such-application'
    | 'not-accredited'
    | 'not-a-future-date'
    | 'too-long-standing'
    | 'already-standing'
}

/**
 * Lets an accreditation count beyond its event, up to and including a day (in the event's zone), at events of the organisation that gives it
 * and of those allied with it.
 */
export async function giveStanding(
  services: Services,
  scope: Scope,
  event: PressEvent,
  input: { registrationId: string; until: CalendarDate },
): Promise<{ standingId: string } | GivingRefusal> {
  const [organisationId] = organisesFor(scope, event)
  if (!organisationId || !mayOrganise(scope, event)) return { refused: 'not-yours' }
  const now = services.clock.now()
  const expiresAt = endOf(input.until, event.zone)
  if (!expiresAt || expiresAt <= now) return { refused: 'not-a-future-date' }
  if (input.until > addToDate(localTime(now.toISOString(), event.zone).date, longestStanding))
    return { refused: 'too-long-standing' }
  return transaction(services.database.db, async (tx) => {
    const application = await accredited(tx, event.id, input.registrationId)
    if (!application) return { refused: 'no-such-application' as const }
    if (application.decision !== 'confirmed') return { refused: 'not-accredited' as const }
    const key = { address_key: application.address_key, organisation_id: organisationId }
    const held = await tx
      .selectFrom('standing_accreditation')
      .select('id')
      .where('address_key', '=', key.address_key)
      .where('organisation_id', '=', organisationId)
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', now)
      .executeTakeFirst()
    if (held) return { refused: 'already-standing' as const }
    const { address, name, outlet, outlet_key, role, locale } = application
    const standing = { id: newId(), ...key, address, name: json(name), outlet, outlet_key, role, locale }
    await tx
      .insertInto('standing_accreditation')
      .values({
        ...standing,
        given_for: input.registrationId,
        given_by: scope.person?.personId ?? null,
        given_at: now,
        expires_at: expiresAt,
        revoked_by: null,
        revoked_at: null,
        revoked_because: null,
      })
      .execute()
    const organisation = await tx
      .selectFrom('organisation')
      .select('name')
      .where('id', '=', organisationId)
      .executeTakeFirstOrThrow()
    const mail = standingGivenMail(
      { name, address, locale },
      { organisation: organisation.name, outlet, until: input.until },
    )
    await queueMail(tx, services.jobs.enqueue, { ...mail, at: now })
    await recordActivity(tx, {
      subject: { kind: 'event', id: event.id },
      verb: 'accreditation.standing-given',
      actor: actorFor(scope, event),
      facts: { standing: standing.id, registration: input.registrationId, until: input.until },
      at: now,
    })
    return { standingId: standing.id }
  })
}

const endOf = (until: CalendarDate, zone: string): Date | null =>
  isCalendarDate(until) ? new Date(startOfDay(addToDate(until, { days: 1 }), zone).instant) : null

const accredited = (tx: Tx, eventId: string, registrationId: string) =>
  tx
    .selectFrom('accreditation')
    .innerJoin('registration', 'registration.id', 'accreditation.registration_id')
    .innerJoin('registration_decision', (join) =>
      join
        .onRef('registration_decision.registration_id', '=', 'registration.id')
        .on(sql<boolean>`registration_decision.replaced_at is null`),
    )
    .select([
      'address',
      'address_key',
      'name',
      'accreditation.outlet',
      'outlet_key',
      'accreditation.role',
      'locale',
      'decision',
    ])
    .where('registration.id', '=', registrationId)
    .where('accreditation.event_id', '=', eventId)
    .forUpdate('registration')
    .executeTakeFirst()
