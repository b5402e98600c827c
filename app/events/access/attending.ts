import type { Db, Tx } from '../../platform/db/tables.ts'
import { newId } from '../../platform/ids.ts'
import type { Services } from '../../web/env.ts'
import { takeAttendance } from '../attendance/recording.ts'
import { addressKey } from '../registration/keys.ts'
import { providerOf } from './choosing.ts'
import type { Attended } from './providers/provider.ts'
import './tables.ts'

const MINUTE = 60_000
/** Until then the provider is asked for its report; after that what we heard by ourselves has to do. */
const PATIENCE = 24 * 60 * MINUTE

export type Attendance = { registrationId: string; joinedAt: Date; leftAt: Date | null; minutes: number }

type Mark = { registrationId: string; came: boolean; at: Date }

/** Who was in the online room and for how long, from what the provider told, in whatever order it told it. */
export async function attendanceOf(db: Db | Tx, eventId: string): Promise<Attendance[]> {
  const { ends_at } = await db.selectFrom('event').select('ends_at').where('id', '=', eventId).executeTakeFirstOrThrow()
  const rows = await db
    .selectFrom('attendance_mark')
    .select(['registration_id', 'came', 'at'])
    .where('event_id', '=', eventId)
    .where('registration_id', 'is not', null)
    .orderBy('at')
    .orderBy('came', 'desc')
    .execute()
  const marks = new Map<string, Mark[]>()
  for (const { registration_id: id, came, at } of rows)
    if (id) marks.set(id, [...(marks.get(id) ?? []), { registrationId: id, came, at }])
  return [...marks].map(([registrationId, own]) => ({ registrationId, ...presence(own, ends_at) }))
}

/**
 * From the marks of one person, in order of time. A second arrival without a departure is another device, and they are gone once each has
 * left; a departure without an arrival means that we were not told of it; whoever never left stayed until the end.
 */
export function presence(
  marks: readonly Omit<Mark, 'registrationId'>[],
  ends: Date,
): Omit<Attendance, 'registrationId'> {
  let total = 0
  let open = 0
  let since: Date | null = null
  for (const { came, at } of marks) {
    if (came) {
      open += 1
      since ??= at
    } else if (since) {
      open -= 1
      if (open > 0) continue
      total += at.getTime() - since.getTime()
      since = null
    }
  }
  if (since) total += Math.max(0, ends.getTime() - since.getTime())
  const joinedAt = marks[0]?.at ?? ends
  return { joinedAt, leftAt: since ? null : (marks.at(-1)?.at ?? ends), minutes: Math.round(total / MINUTE) }
}

/** Once an event is over: fetches the provider's report, which knows also what never reached us, and hands over who came. */
export async function takeReports(services: Services): Promise<void> {
  const { db } = services.database
  const now = services.clock.now()
  const rooms = await db
    .selectFrom('access_room as room')
    .innerJoin('event', 'event.id', 'room.event_id')
    .innerJoin('access_plan as plan', 'plan.event_id', 'room.event_id')
    .select(['room.event_id', 'room.ref', 'event.ends_at', 'plan.provider', 'plan.link_locked'])
    .where('room.attended_at', 'is', null)
    .where('room.ended_at', 'is', null)
    .where('event.ends_at', '<=', now)
    .execute()
  for (const room of rooms) {
    const report = (await providerOf(services, room)?.listAttendance(room.ref)) ?? []
    const isFinal = now.getTime() - room.ends_at.getTime() > PATIENCE
    if ('failed' in report && !isFinal) continue
    if (!('failed' in report)) for (const visit of report) await noteVisit(services, room.event_id, visit)
    await takeAttendance(services, room.event_id, await attendanceOf(db, room.event_id))
    await db.updateTable('access_room').set({ attended_at: now }).where('event_id', '=', room.event_id).execute()
  }
}

async function noteVisit(services: Services, eventId: string, visit: Attended): Promise<void> {
  const { db } = services.database
  const who = { ref: visit.ref, address: visit.address }
  await noteMark(db, eventId, { ...who, came: true, at: visit.joinedAt })
  if (visit.leftAt) await noteMark(db, eventId, { ...who, came: false, at: visit.leftAt })
}

/** One arrival or departure. Told twice, by an event and by the report, it is one. */
export async function noteMark(
  db: Db | Tx,
  eventId: string,
  mark: { ref: string | null; address: string | null; came: boolean; at: Date },
): Promise<void> {
  const registrationId = await registrationOf(db, eventId, mark)
  const key = mark.address ? addressKey(mark.address) : null
  const known = await db
    .selectFrom('attendance_mark')
    .select('id')
    .where('event_id', '=', eventId)
    .where('came', '=', mark.came)
    .where('at', '=', mark.at)
    .where((where) =>
      registrationId
        ? where('registration_id', '=', registrationId)
        : where('address_key', 'is not distinct from', key),
    )
    .executeTakeFirst()
  if (known) return
  await db
    .insertInto('attendance_mark')
    .values({
      id: newId(),
      event_id: eventId,
      registration_id: registrationId,
      ref: mark.ref,
      // Somebody we know is known by their registration; others keep their address, for whoever looks for them.
      address_key: registrationId ? null : key,
      came: mark.came,
      at: mark.at,
    })
    .execute()
}

/** By the id that the provider gave for the place, else by the address. */
async function registrationOf(
  db: Db | Tx,
  eventId: string,
  { ref, address }: { ref: string | null; address: string | null },
): Promise<string | null> {
  if (!ref && !address) return null
  const found = await db
    .selectFrom('access_grant as granted')
    .innerJoin('registration', 'registration.id', 'granted.registration_id')
    .leftJoin('access_place as place', 'place.grant_id', 'granted.id')
    .select('granted.registration_id')
    .where('granted.event_id', '=', eventId)
    .where((where) =>
      where.or([
        ...(ref ? [where('place.ref', '=', ref)] : []),
        ...(address ? [where('registration.address_key', '=', addressKey(address))] : []),
      ]),
    )
    .orderBy('granted.revoked_at', (order) => order.asc().nullsFirst())
    .executeTakeFirst()
  return found?.registration_id ?? null
}
