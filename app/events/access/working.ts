import { transaction } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import type { Services } from '../../web/env.ts'
import { assembleEvent } from '../event.ts'
import { providerOf } from './choosing.ts'
import { guestOf } from './guest.ts'
import { lockLink } from './locks.ts'
import type { Failed, Provider } from './providers/provider.ts'
import './tables.ts'

const MINUTE = 60_000
/** After a first failure, a second, …; then each hour, until the event is over. */
const WAITS = [1, 2, 5, 10, 20, 60].map((minutes) => minutes * MINUTE)

/**
 * Does at the providers what is wanted and not yet done: rooms, places, and places to be taken back. Asks one at a time and outside any
 * transaction; what was done and not noted is done again, which every provider answers with the same.
 */
export async function workAccess(services: Services): Promise<void> {
  const now = services.clock.now()
  const plans = await services.database.db
    .selectFrom('access_plan')
    .innerJoin('event', 'event.id', 'access_plan.event_id')
    .leftJoin('access_room', 'access_room.event_id', 'access_plan.event_id')
    .select(['access_plan.event_id', 'access_plan.provider', 'access_plan.link_locked', 'access_room.ref'])
    .where('event.ends_at', '>', now)
    .execute()
  for (const plan of plans) {
    const provider = providerOf(services, plan)
    const wanted = await wantedPlaces(services, plan.event_id, now)
    const unwanted = await unwantedPlaces(services, plan.event_id)
    if (wanted.length === 0 && unwanted.length === 0) continue
    const room = provider ? await roomFor(services, plan.event_id, provider, plan.ref) : notConfigured
    for (const grant of wanted) {
      const outcome = provider && 'ref' in room ? await provider.grant(room.ref, guestOf(grant)) : (room as Failed)
      if ('failed' in outcome) await noteFailure(services, grant.id, outcome)
      else await notePlace(services, grant.id, outcome)
    }
    if (!provider || !('ref' in room)) continue
    for (const place of unwanted) {
      const role = place.role === 'speaker' ? 'panelist' : 'attendee'
      const outcome = await provider.revoke(room.ref, { ref: place.ref, address: place.address, role })
      if ('failed' in outcome) await noteFailure(services, place.id, outcome)
      else await noteWithdrawal(services, place.id)
    }
  }
}

const notConfigured: Failed = { failed: 'not-configured', detail: '', retryAt: null }

async function roomFor(
  services: Services,
  eventId: string,
  provider: Provider,
  known: string | null,
): Promise<{ ref: string } | Failed> {
  if (known) return { ref: known }
  const event = await assembleEvent(services.database.db, { id: eventId })
  if (!event) throw new Error(`There is no event ${eventId}.`)
  const { title, begins, ends, zone } = event
  const topic = title.text[title.original] ?? event.slug
  const page = `${services.config.origin}/${title.original}/events/${event.slug}`
  const made = await provider.createRoom({ topic, begins, ends, zone, capacity: null, page })
  if ('failed' in made) return made
  const row = await services.database.db
    .insertInto('access_room')
    .values({ event_id: eventId, ref: made.ref, made_at: services.clock.now() })
    .onConflict((conflict) => conflict.column('event_id').doUpdateSet((eb) => ({ ref: eb.ref('access_room.ref') })))
    .returning('ref')
    .executeTakeFirstOrThrow()
  return row
}

/** Wanted, not given yet, and not waiting for another try. */
const wantedPlaces = (services: Services, eventId: string, now: Date) =>
  services.database.db
    .selectFrom('access_grant as granted')
    .innerJoin('registration', 'registration.id', 'granted.registration_id')
    .leftJoin('access_place as place', 'place.grant_id', 'granted.id')
    .select(['granted.id', 'granted.role', 'registration.name', 'registration.address', 'registration.affiliation'])
    .select('registration.locale')
    .where('granted.event_id', '=', eventId)
    .where('granted.revoked_at', 'is', null)
    .where('place.grant_id', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('access_failure')
            .select('access_failure.id')
            .whereRef('access_failure.grant_id', '=', 'granted.id')
            .where('access_failure.retry_at', '>', now),
        ),
      ),
    )
    .orderBy('granted.wanted_at')
    .orderBy('granted.id')
    .execute()

const unwantedPlaces = (services: Services, eventId: string) =>
  services.database.db
    .selectFrom('access_grant as granted')
    .innerJoin('access_place as place', 'place.grant_id', 'granted.id')
    .innerJoin('registration', 'registration.id', 'granted.registration_id')
    .select(['granted.id', 'granted.role', 'place.ref', 'registration.address'])
    .where('granted.event_id', '=', eventId)
    .where('granted.revoked_at', 'is not', null)
    .where('place.withdrawn_at', 'is', null)
    .execute()

async function notePlace(services: Services, grantId: string, place: { ref: string; link: string }): Promise<void> {
  await services.database.db
    .insertInto('access_place')
    .values({
      grant_id: grantId,
      ref: place.ref,
      link_locked: lockLink(services, place.link),
      confirmed_at: services.clock.now(),
      withdrawn_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function noteWithdrawal(services: Services, grantId: string): Promise<void> {
  await services.database.db
    .updateTable('access_place')
    .set({ withdrawn_at: services.clock.now() })
    .where('grant_id', '=', grantId)
    .execute()
}

async function noteFailure(services: Services, grantId: string, failed: Failed): Promise<void> {
  await transaction(services.database.db, async (tx) => {
    const earlier = await tx.selectFrom('access_failure').select('id').where('grant_id', '=', grantId).execute()
    const now = services.clock.now()
    const wait = WAITS[Math.min(earlier.length, WAITS.length - 1)] ?? MINUTE
    await tx
      .insertInto('access_failure')
      .values({
        id: newId(),
        grant_id: grantId,
        code: failed.failed,
        detail: failed.detail.slice(0, 500),
        failed_at: now,
        retry_at: failed.retryAt ?? new Date(now.getTime() + wait),
      })
      .execute()
  })
}
