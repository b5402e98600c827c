import type { Services } from '../../web/env.ts'
import { assembleEvent } from '../event.ts'
import { addressKey } from '../registration/keys.ts'
import { providerOf } from './choosing.ts'
import { compareWithProvider } from './comparing.ts'
import { guestOf, roleOf } from './guest.ts'
import { noteFailure, notePlace, noteWithdrawal } from './places.ts'
import type { Failed, Guest, Place, Provider } from './providers/provider.ts'
import { endRoom, roomOf } from './rooms.ts'
import { inRound } from './rounds.ts'
import './tables.ts'

/** From more than so many on they are let in by the heavy call; fewer go one by one. */
const MANY = 20

/** After these nobody else need be asked for in this round: they would hear the same. */
const FOR_ALL: readonly Failed['failed'][] = [
  'unreachable',
  'timeout',
  'rate-limited',
  'unauthorised',
  'not-configured',
]

/**
 * Does at the providers what is wanted and not yet done: rooms, places, and places to be taken back. Asks outside any transaction; what was
 * done and not noted is found by comparing lists, or done again, which every provider answers with the same.
 */
export async function workAccess(services: Services): Promise<void> {
  const now = services.clock.now()
  const plans = await services.database.db
    .selectFrom('access_plan')
    .innerJoin('event', 'event.id', 'access_plan.event_id')
    .leftJoin('event_cancellation as called_off', 'called_off.event_id', 'event.id')
    .select(['access_plan.event_id', 'access_plan.provider', 'access_plan.link_locked', 'called_off.cancelled_at'])
    .where('event.ends_at', '>', now)
    .execute()
  const broken: unknown[] = []
  for (const plan of plans) {
    const work = inRound(services, plan.event_id, async () => {
      const provider = providerOf(services, plan)
      if (!plan.cancelled_at) await workEvent(services, plan.event_id, provider)
      else if (provider) await endRoom(services, provider, plan.event_id)
    })
    // A mistake of ours with one event keeps nobody out of another.
    await work.catch((error: unknown) => broken.push(error))
  }
  if (broken.length > 0) throw broken[0]
}

async function workEvent(services: Services, eventId: string, provider: Provider | null): Promise<void> {
  const event = await assembleEvent(services.database.db, { id: eventId })
  const waiting = await wantedPlaces(services, eventId)
  const hasRoom = await services.database.db
    .selectFrom('access_room')
    .select('event_id')
    .where('event_id', '=', eventId)
    .executeTakeFirst()
  // A room is made when the first person needs it.
  if (!event || (waiting.length === 0 && !hasRoom)) return
  const room = provider ? await roomOf(services, provider, event) : notConfigured
  if (!provider || 'failed' in room) {
    const why = 'failed' in room ? room : notConfigured
    for (const grant of waiting) await noteFailure(services, grant.id, why)
    return
  }
  await compareWithProvider(services, provider, { id: eventId, ref: room.ref })
  await grantPlaces(services, provider, room.ref, await wantedPlaces(services, eventId))
  await takeBack(services, provider, room.ref, eventId)
}

async function takeBack(services: Services, provider: Provider, ref: string, eventId: string): Promise<void> {
  for (const place of await unwantedPlaces(services, eventId)) {
    const role = roleOf(place.role)
    // Let in again meanwhile, by another grant: the place is that one's now.
    const outcome = place.is_held
      ? { revoked: true as const }
      : await provider.revoke(ref, { ref: place.ref, address: place.address, role })
    if (!('failed' in outcome)) await noteWithdrawal(services, place.id)
    else if (FOR_ALL.includes(outcome.failed)) return
  }
}

const notConfigured: Failed = { failed: 'not-configured', detail: '', retryAt: null }

type Wanted = Awaited<ReturnType<typeof wantedPlaces>>[number]

async function grantPlaces(services: Services, provider: Provider, ref: string, wanted: Wanted[]): Promise<void> {
  const given = await grantMany(provider, ref, wanted)
  for (const grant of wanted) {
    const place = given.places.get(addressKey(grant.address))
    if (place) await notePlace(services, grant.id, place)
  }
  let failed = given.failed
  for (const grant of wanted.filter((one) => !given.places.has(addressKey(one.address)))) {
    // One who cannot be let in does not hold up the others; what holds for all is not asked for again.
    const outcome = failed ?? (await provider.grant(ref, guestOf(grant)))
    if (!('failed' in outcome)) await notePlace(services, grant.id, outcome)
    else {
      await noteFailure(services, grant.id, outcome)
      if (FOR_ALL.includes(outcome.failed)) failed = outcome
    }
  }
}

async function grantMany(
  provider: Provider,
  ref: string,
  wanted: Wanted[],
): Promise<{ places: Map<string, Place>; failed: Failed | null }> {
  const places = new Map<string, Place>()
  const guests: Guest[] = wanted.map(guestOf).filter((guest) => guest.role === 'attendee')
  if (!provider.grantMany || guests.length <= MANY) return { places, failed: null }
  const outcome = await provider.grantMany(ref, guests)
  // One address that is refused spoils a whole batch: then one by one finds out which.
  if ('failed' in outcome) return { places, failed: FOR_ALL.includes(outcome.failed) ? outcome : null }
  for (const [address, place] of outcome) places.set(addressKey(address), place)
  return { places, failed: null }
}

/** Wanted, not given yet, and not waiting for another try. */
const wantedPlaces = (services: Services, eventId: string) =>
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
            .where('access_failure.retry_at', '>', services.clock.now()),
        ),
      ),
    )
    .orderBy('granted.wanted_at')
    .orderBy('granted.id')
    .execute()

/** Revoked, and still open at the provider. */
const unwantedPlaces = (services: Services, eventId: string) =>
  services.database.db
    .selectFrom('access_grant as granted')
    .innerJoin('access_place as place', 'place.grant_id', 'granted.id')
    .innerJoin('registration', 'registration.id', 'granted.registration_id')
    .select(['granted.id', 'granted.role', 'place.ref', 'registration.address'])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('access_grant as other')
          .innerJoin('registration as same', 'same.id', 'other.registration_id')
          .select('other.id')
          .whereRef('same.address_key', '=', 'registration.address_key')
          .whereRef('other.event_id', '=', 'granted.event_id')
          .whereRef('other.role', '=', 'granted.role')
          .where('other.revoked_at', 'is', null),
      ).as('is_held'),
    )
    .where('granted.event_id', '=', eventId)
    .where('granted.revoked_at', 'is not', null)
    .where('place.withdrawn_at', 'is', null)
    .execute()
