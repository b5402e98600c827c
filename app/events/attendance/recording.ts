import type { Scope } from '../../accounts/scope.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import type { Services } from '../../web/env.ts'
import { actorOf } from '../activity.ts'
import { lockEvent } from '../locking.ts'
import { mayOrganise, organisesFor } from '../policy.ts'
import { attendanceList } from './attendanceList.ts'

export type AttendanceRefusal = { refused: 'no-such-event' | 'not-yours' | 'not-begun' | 'no-such-registration' }

export type Ticked = { present: readonly string[]; absent: readonly string[] }

/** Who was there, as somebody who organises the event saw it. It outweighs what the online room says, before and after. */
export async function recordAttendance(
  services: Services,
  scope: Scope,
  eventId: string,
  { present, absent }: Ticked,
): Promise<{ recorded: number } | AttendanceRefusal> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const event = await lockEvent(tx, eventId)
    if (!event) return { refused: 'no-such-event' as const }
    if (!mayOrganise(scope, event)) return { refused: 'not-yours' as const }
    if (now < event.begins) return { refused: 'not-begun' as const }
    const known = new Map((await attendanceList(tx, eventId)).map((one) => [one.registrationId, one]))
    const said = new Map([...absent.map((id) => [id, false] as const), ...present.map((id) => [id, true] as const)])
    if ([...said.keys()].some((id) => !known.has(id))) return { refused: 'no-such-registration' as const }
    const changed = [...said].filter(([id, came]) => known.get(id)!.came !== came || known.get(id)!.source !== 'hand')
    const by = scope.person?.personId ?? null
    await replace(
      tx,
      changed.map(([id, came]) => ({ id, came, minutes: came ? known.get(id)!.minutes : null })),
      { source: 'hand', by, at: now },
    )
    if (changed.length > 0)
      await recordActivity(tx, {
        subject: { kind: 'event', id: eventId },
        verb: 'event.attendance-recorded',
        actor: actorOf(scope, organisesFor(scope, event)[0]),
        facts: {
          present: changed.filter(([, came]) => came).length,
          absent: changed.filter(([, came]) => !came).length,
        },
        at: now,
      })
    return { recorded: changed.length }
  })
}

/**
 * Who was there, as the online room reports it, with the minutes they stayed. May come again, with more; what somebody ticked by hand
 * stays. People of whom the room says nothing stay as they were: they may have watched in one room with others.
 */
export async function takeAttendance(
  services: Services,
  eventId: string,
  reported: readonly { registrationId: string; minutes: number | null }[],
): Promise<{ recorded: number }> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    if (!(await lockEvent(tx, eventId))) return { recorded: 0 }
    const known = new Map((await attendanceList(tx, eventId)).map((one) => [one.registrationId, one]))
    const news = reported.filter(({ registrationId, minutes }) => {
      const before = known.get(registrationId)
      return before && before.source !== 'hand' && !(before.came && before.minutes === minutes)
    })
    const rows = news.map(({ registrationId: id, minutes }) => ({ id, came: true, minutes }))
    await replace(tx, rows, { source: 'provider', by: null, at: now })
    if (rows.length > 0)
      await recordActivity(tx, {
        subject: { kind: 'event', id: eventId },
        verb: 'event.attendance-reported',
        actor: { person: null, via: 'system' },
        facts: { present: rows.length },
        at: now,
      })
    return { recorded: rows.length }
  })
}

type Word = { id: string; came: boolean; minutes: number | null }

async function replace(
  tx: Tx,
  words: readonly Word[],
  { source, by, at }: { source: 'provider' | 'hand'; by: string | null; at: Date },
): Promise<void> {
  if (words.length === 0) return
  await tx
    .updateTable('attendance')
    .set({ replaced_at: at })
    .where(
      'registration_id',
      'in',
      words.map(({ id }) => id),
    )
    .where('replaced_at', 'is', null)
    .execute()
  const rows = words.map(({ id, came, minutes }) => ({
    id: newId(),
    registration_id: id,
    came,
    source,
    minutes,
    recorded_by: by,
    recorded_at: at,
    replaced_at: null,
  }))
  await tx.insertInto('attendance').values(rows).execute()
}
