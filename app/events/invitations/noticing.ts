import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tables.ts'
import { newId } from '../../platform/ids.ts'
import { queueMails } from '../../platform/mail/queue.ts'
import type { Services } from '../../web/env.ts'
import type { EventView } from '../event.ts'
import { unlockToken } from '../registration/personalAddress.ts'
import type { Decision } from '../tables.ts'
import { composeNotice, type Recipient } from './composing.ts'
import type { NoticeKind } from './tables.ts'

/** Somebody registered, with what their calendar knows already. */
export type Invited = Recipient & {
  id: string
  decision: Decision
  decisionId: string
  reason: string | null
  decidedAt: Date
  /** The last calendar part that went to this address for this event. */
  known: { method: 'REQUEST' | 'CANCEL'; calendarSequence: number; sequence: number } | null
  /** Confirmed by another registration of the same address: their calendar keeps the event. */
  comesAnyway: boolean
}

type Which = { eventId: string } & (
  | { registrationId: string }
  | { decisions: readonly Decision[]; after: number; limit: number }
)

/** Registrations of an event in order of arrival, or one of them. For jobs: whoever asks has been asked before. */
export async function invitedOf(services: Services, tx: Tx, which: Which): Promise<(Invited & { arrival: number })[]> {
  const lastKnown = sql<Invited['known']>`(
    select jsonb_build_object('method', notice.calendar_method, 'calendarSequence', notice.calendar_sequence, 'sequence', notice.sequence)
    from registration_notice as notice join registration as same on same.id = notice.registration_id
    where same.event_id = registration.event_id and same.address_key = registration.address_key and notice.calendar_method is not null
    order by notice.calendar_sequence desc, notice.noticed_at desc limit 1)`
  const comesAnyway = sql<boolean>`exists (
    select from registration as same join registration_decision as its on its.registration_id = same.id and its.replaced_at is null
    where same.event_id = registration.event_id and same.address_key = registration.address_key and same.id <> registration.id
      and its.decision = 'confirmed')`
  let query = tx
    .selectFrom('registration')
    .innerJoin('registration_decision as decision', (join) =>
      join.onRef('decision.registration_id', '=', 'registration.id').on('decision.replaced_at', 'is', null),
    )
    .select(['registration.id', 'arrival', 'name', 'address', 'locale', 'time_zone', 'manage_locked'])
    .select(['decision.decision', 'decision.id as decisionId', 'decision.reason', 'decision.decided_at'])
    .select([lastKnown.as('known'), comesAnyway.as('comesAnyway')])
    .where('registration.event_id', '=', which.eventId)
    .orderBy('arrival')
  query =
    'registrationId' in which
      ? query.where('registration.id', '=', which.registrationId)
      : query.where('decision.decision', 'in', which.decisions).where('arrival', '>', which.after).limit(which.limit)
  const rows = await query.execute()
  return rows.map(({ manage_locked: locked, time_zone: timeZone, decided_at: decidedAt, ...row }) => ({
    ...row,
    timeZone,
    decidedAt,
    personalAddress: locked
      ? `${services.config.origin}/${row.locale}/registrations/${unlockToken(services, locked)}`
      : null,
  }))
}

/**
 * Queues one kind of mail to these people, in the caller's transaction, and writes down that it did. Who holds a place gets the event
 * into their calendar, who does not any more gets it out.
 */
export async function notice(
  services: Services,
  tx: Tx,
  event: EventView,
  kind: NoticeKind,
  people: readonly Invited[],
  more: { before?: Pick<EventView, 'begins' | 'ends' | 'zone'> } = {},
): Promise<string[]> {
  const at = services.clock.now()
  const { origin, mailFrom } = services.config
  const planned = people.map((person) => ({ person, calendar: calendarFor(event, kind, person) }))
  const mails = planned.map(({ person, calendar }) =>
    composeNotice({ kind, event, origin, mailFrom, at, reason: person.reason, calendar, ...more }, person),
  )
  const mailIds = await queueMails(tx, services.jobs.enqueueAll, mails)
  if (planned.length === 0) return []
  await tx
    .insertInto('registration_notice')
    .values(
      planned.map(({ person, calendar }, index) => ({
        id: newId(),
        registration_id: person.id,
        kind,
        decision_id: person.decisionId,
        sequence: event.sequence,
        calendar_method: calendar?.method ?? null,
        calendar_sequence: calendar?.sequence ?? null,
        mail_id: mailIds[index]!,
        noticed_at: at,
      })),
    )
    .execute()
  return mailIds
}

/**
 * What the person's calendar is told. The number is the event's own; it runs ahead of it only where somebody was taken out of it and
 * came back, because a calendar believes nothing that has a lower number than what it has.
 */
export function calendarFor(
  event: Pick<EventView, 'sequence' | 'cancelled'>,
  kind: NoticeKind,
  person: Pick<Invited, 'decision' | 'known' | 'comesAnyway'>,
): { method: 'REQUEST' | 'CANCEL'; sequence: number } | null {
  if (kind === 'reminder') return null
  const method = person.decision === 'confirmed' && !event.cancelled ? 'REQUEST' : 'CANCEL'
  const { known } = person
  // Nothing to take out, or not to be taken out.
  if (method === 'CANCEL' && (known?.method !== 'REQUEST' || (person.comesAnyway && !event.cancelled))) return null
  if (!known) return { method, sequence: event.sequence }
  const isNews = known.method !== method || known.sequence !== event.sequence
  return { method, sequence: Math.max(event.sequence, known.calendarSequence + (isNews ? 1 : 0)) }
}
