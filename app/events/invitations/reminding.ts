import type { Tx } from '../../platform/db/tables.ts'
import { transaction } from '../../platform/db/transaction.ts'
import type { Services } from '../../web/env.ts'
import { assembleEvent } from '../event.ts'
import { invitedOf, type Invited, notice } from './noticing.ts'

const MINUTE = 60_000
const AT_ONCE = 200

/** Minutes before the beginning from which organisers choose. */
export const reminderChoices = [10080, 2880, 1440, 180, 60, 15] as const

/** A day and an hour before, unless the organisers say otherwise. */
export const usualReminders: readonly number[] = [1440, 60]

/**
 * Sends the reminders that are due by now: asks the clock, so it may be called at any time and as often as one likes. Each reminder
 * reaches a person once; of several that are due together (after a downtime) only the one nearest to the beginning is sent, and none
 * whose time had passed before the person had a place.
 */
export async function remindDue(services: Services): Promise<number> {
  let sent = 0
  for (const due of await dueEvents(services)) {
    for (let after: number | null = 0; after !== null;) {
      const outcome: { sent: number; after: number | null } = await transaction(services.database.db, (tx) =>
        remindSome(services, tx, due, after!),
      )
      sent += outcome.sent
      after = outcome.after
    }
  }
  return sent
}

type Due = { eventId: string; minutes: number[] }

async function dueEvents(services: Services): Promise<Due[]> {
  const now = services.clock.now()
  const rows = await services.database.db
    .selectFrom('event')
    .innerJoin('event_publication', 'event_publication.event_id', 'event.id')
    .leftJoin('event_cancellation', 'event_cancellation.event_id', 'event.id')
    .leftJoin('reminder_plan', 'reminder_plan.event_id', 'event.id')
    .select(['event.id', 'begins_at', 'minutes'])
    .where('begins_at', '>', now)
    .where('begins_at', '<=', new Date(now.getTime() + reminderChoices[0] * MINUTE))
    .where('cancelled_at', 'is', null)
    .execute()
  return rows
    .map((row) => ({
      eventId: row.id,
      minutes: (row.minutes ?? usualReminders).filter((one) => row.begins_at.getTime() - one * MINUTE <= now.getTime()),
    }))
    .filter(({ minutes }) => minutes.length > 0)
}

async function remindSome(
  services: Services,
  tx: Tx,
  { eventId, minutes }: Due,
  after: number,
): Promise<{ sent: number; after: number | null }> {
  const now = services.clock.now()
  // Locked: two sweeps at once would both find that nobody has been reminded.
  await tx.selectFrom('event').select('id').where('id', '=', eventId).forUpdate().execute()
  const event = await assembleEvent(tx, { id: eventId })
  if (!event || event.cancelled || event.begins <= now) return { sent: 0, after: null }
  const people = await invitedOf(services, tx, { eventId, decisions: ['confirmed'], after, limit: AT_ONCE })
  const last = people.at(-1)
  if (!last) return { sent: 0, after: null }
  const before = await remindersOf(tx, people, event.begins)
  const due = people.map((person) => {
    const open = minutes
      .filter((one) => event.begins.getTime() - one * MINUTE >= person.decidedAt.getTime())
      .filter((one) => !before.has(`${person.id} ${one}`))
    // What lies further back than one that was sent already has been overtaken.
    const nearest = Math.min(...minutes.filter((one) => before.has(`${person.id} ${one}`)), Infinity)
    return { person, open, isSent: open.length > 0 && Math.min(...open) < nearest }
  })
  const toSend = due.filter(({ isSent }) => isSent)
  const mailIds = await notice(
    services,
    tx,
    event,
    'reminder',
    toSend.map(({ person }) => person),
  )
  const mailOf = new Map(toSend.map(({ person }, index) => [person.id, mailIds[index]!]))
  const rows = due.flatMap(({ person, open, isSent }) =>
    open.map((one) => ({
      registration_id: person.id,
      minutes: one,
      begins_at: event.begins,
      mail_id: isSent && one === Math.min(...open) ? mailOf.get(person.id)! : null,
      reminded_at: now,
    })),
  )
  if (rows.length > 0) await tx.insertInto('reminder').values(rows).execute()
  return { sent: toSend.length, after: last.arrival }
}

async function remindersOf(tx: Tx, people: readonly Invited[], begins: Date): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('reminder')
    .select(['registration_id', 'minutes'])
    .where(
      'registration_id',
      'in',
      people.map(({ id }) => id),
    )
    .where('begins_at', '=', begins)
    .execute()
  return new Set(rows.map((row) => `${row.registration_id} ${row.minutes}`))
}
