import { json } from '../../platform/db/values.ts'
import type { Services } from '../../web/env.ts'
import type { EventView } from '../event.ts'
import type { Failed, Provider, RoomPlan } from './providers/provider.ts'
import type { Told } from './tables.ts'

/** What the provider is told of an event. */
const toldOf = ({ title, slug, begins, ends, zone }: EventView): Told => ({
  topic: title.text[title.original] ?? slug,
  begins: begins.toISOString(),
  ends: ends.toISOString(),
  zone,
})

const planOf = (services: Services, event: EventView, { topic, zone }: Told): RoomPlan => ({
  topic,
  begins: event.begins,
  ends: event.ends,
  zone,
  capacity: null,
  page: `${services.config.origin}/${event.title.original}/events/${event.slug}`,
})

/** The event's room: made where there is none yet, and told where the event is not what it was. */
export async function roomOf(
  services: Services,
  provider: Provider,
  event: EventView,
): Promise<{ ref: string } | Failed> {
  const { db } = services.database
  const now = services.clock.now()
  const told = toldOf(event)
  const known = await db.selectFrom('access_room').selectAll().where('event_id', '=', event.id).executeTakeFirst()
  if (!known) {
    const made = await provider.createRoom(planOf(services, event, told))
    if ('failed' in made) return made
    return db
      .insertInto('access_room')
      .values({
        event_id: event.id,
        ref: made.ref === 'link' ? `link ${event.id}` : made.ref,
        made_at: now,
        told: json(told),
        compared_at: now,
        ended_at: null,
        attended_at: null,
      })
      .returning('ref')
      .executeTakeFirstOrThrow()
  }
  const isSame = (['topic', 'begins', 'ends', 'zone'] as const).every((key) => known.told[key] === told[key])
  if (isSame) return { ref: known.ref }
  const updated = await provider.updateRoom(known.ref, planOf(services, event, told))
  if ('failed' in updated) return updated
  await db
    .updateTable('access_room')
    .set({ told: json(told) })
    .where('event_id', '=', event.id)
    .execute()
  return { ref: known.ref }
}

/** The event was called off: nobody finds an open room. */
export async function endRoom(services: Services, provider: Provider, eventId: string): Promise<void> {
  const { db } = services.database
  const room = await db
    .selectFrom('access_room')
    .select('ref')
    .where('event_id', '=', eventId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (!room || 'failed' in (await provider.endRoom(room.ref))) return
  const ended = { ended_at: services.clock.now() }
  await db.updateTable('access_room').set(ended).where('event_id', '=', eventId).execute()
}
