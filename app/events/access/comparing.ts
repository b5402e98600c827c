import type { Services } from '../../web/env.ts'
import { roleOf } from './guest.ts'
import { addressKey } from '../registration/keys.ts'
import { noteLoss, notePlace, noteWithdrawal } from './places.ts'
import type { Failed, Listed, Provider } from './providers/provider.ts'

/** How often the provider's list is compared with ours when there is no other reason to. */
const EVERY = 60 * 60_000

const lost: Failed = { failed: 'not-found', detail: 'the provider does not list this person any more', retryAt: null }

/**
 * Compares the provider's list with ours. What was done and never noted (we fell between the two) is noted; a place there that was revoked
 * here is taken back; a place here that is gone there is on the alarm list. People whom we never granted anything are left alone: whoever
 * runs the room may have let them in.
 */
export async function compareWithProvider(
  services: Services,
  provider: Provider,
  event: { id: string; ref: string },
): Promise<void> {
  const { db } = services.database
  const now = services.clock.now()
  if (!provider.list || !(await isDue(services, event.id, now))) return
  const listed = await provider.list(event.ref)
  if ('failed' in listed) return
  const there = new Map<string, Listed>()
  for (const one of listed) if (one.status === 'approved') there.set(addressKey(one.address), one)
  const grants = await db
    .selectFrom('access_grant as granted')
    .innerJoin('registration', 'registration.id', 'granted.registration_id')
    .leftJoin('access_place as place', 'place.grant_id', 'granted.id')
    .select(['granted.id', 'granted.role', 'granted.revoked_at', 'registration.address', 'registration.address_key'])
    .select(['place.confirmed_at', 'place.withdrawn_at'])
    .where('granted.event_id', '=', event.id)
    .execute()
  const welcome = new Set(grants.filter((grant) => !grant.revoked_at).map((grant) => grant.address_key))
  for (const grant of grants) {
    const found = there.get(grant.address_key)
    if (!grant.revoked_at) {
      if (found?.link && !grant.confirmed_at) await notePlace(services, grant.id, { ref: found.ref, link: found.link })
      // What was given only now may not be in the list yet.
      if (!found && grant.confirmed_at && grant.confirmed_at < now) await noteLoss(services, grant.id, lost)
    } else if (found && !welcome.has(grant.address_key)) {
      const role = roleOf(grant.role)
      const outcome = await provider.revoke(event.ref, { ref: found.ref, address: grant.address, role })
      if (!('failed' in outcome) && grant.confirmed_at) await noteWithdrawal(services, grant.id)
      there.delete(grant.address_key)
    }
  }
  await db.updateTable('access_room').set({ compared_at: now }).where('event_id', '=', event.id).execute()
}

/** Now and then, and whenever somebody without a place has failed since the last time: it may have been given all the same. */
async function isDue(services: Services, eventId: string, now: Date): Promise<boolean> {
  const { db } = services.database
  const room = await db
    .selectFrom('access_room')
    .select('compared_at')
    .where('event_id', '=', eventId)
    .executeTakeFirstOrThrow()
  if (now.getTime() - room.compared_at.getTime() >= EVERY) return true
  const failed = await db
    .selectFrom('access_failure as failure')
    .innerJoin('access_grant as granted', 'granted.id', 'failure.grant_id')
    .leftJoin('access_place as place', 'place.grant_id', 'granted.id')
    .select('failure.id')
    .where('granted.event_id', '=', eventId)
    .where('place.grant_id', 'is', null)
    .where('failure.retry_at', '<=', now)
    .where('failure.failed_at', '>=', room.compared_at)
    .limit(1)
    .execute()
  return failed.length > 0
}
