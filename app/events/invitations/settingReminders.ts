import type { Scope } from '../../accounts/scope.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import type { Db } from '../../platform/db/tables.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { json } from '../../platform/db/values.ts'
import type { Services } from '../../web/env.ts'
import { actorOf } from '../activity.ts'
import { lockEvent } from '../locking.ts'
import { mayOrganise, organisesFor } from '../policy.ts'
import { reminderChoices, usualReminders } from './reminding.ts'

export type ReminderRefusal = { refused: 'no-such-event' | 'not-yours' | 'cancelled' | 'not-readable' }

/** When those registered are reminded, in minutes before the beginning; none at all is a choice too. */
export async function setReminders(
  services: Services,
  scope: Scope,
  eventId: string,
  minutes: readonly number[],
): Promise<{ minutes: number[] } | ReminderRefusal> {
  const chosen = reminderChoices.filter((choice) => minutes.includes(choice))
  if (chosen.length !== new Set(minutes).size) return { refused: 'not-readable' }
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const event = await lockEvent(tx, eventId)
    if (!event) return { refused: 'no-such-event' as const }
    if (!mayOrganise(scope, event)) return { refused: 'not-yours' as const }
    if (event.cancelled) return { refused: 'cancelled' as const }
    const plan = { minutes: json<number[]>(chosen), set_by: scope.person?.personId ?? null, set_at: now }
    await tx
      .insertInto('reminder_plan')
      .values({ event_id: eventId, ...plan })
      .onConflict((conflict) => conflict.column('event_id').doUpdateSet(plan))
      .execute()
    await recordActivity(tx, {
      subject: { kind: 'event', id: eventId },
      verb: 'event.reminders-set',
      actor: actorOf(scope, organisesFor(scope, event)[0]),
      facts: { minutes: chosen },
      at: now,
    })
    return { minutes: chosen }
  })
}

/** As set, else as usual. The caller has asked whether the asker organises the event. */
export async function remindersOfEvent(db: Db, eventId: string): Promise<readonly number[]> {
  const row = await db.selectFrom('reminder_plan').select('minutes').where('event_id', '=', eventId).executeTakeFirst()
  return row?.minutes ?? usualReminders
}
