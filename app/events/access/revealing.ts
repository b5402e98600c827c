import { recordActivity } from '../../platform/audit/record.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { hashToken, newId } from '../../platform/ids.ts'
import type { Services } from '../../web/env.ts'
import { assembleEvent, type EventView } from '../event.ts'
import { unlockLink } from './locks.ts'
import type { Seat } from './seat.ts'
import { openSeat, seatFor } from './seats.ts'

export type AccessRefusal = { refused: 'unknown' | 'revoked' | 'over' | 'cancelled' | 'too-early' }

export type Opened = { event: EventView; seat: Seat; grantId: string; releasesAt: Date | null }

/** What stands behind a personal address. Looking changes nothing: mail scanners look, too. */
export async function lookAtAccess(services: Services, token: string): Promise<Opened | AccessRefusal> {
  const { db } = services.database
  const found = await addressOf(db, token)
  if (!found) return { refused: 'unknown' }
  if (found.revoked_at || found.replaced_at) return { refused: 'revoked' }
  const event = await assembleEvent(db, { id: found.event_id })
  const seat = await seatFor(services, found.registration_id)
  if (!event || !seat) return { refused: 'unknown' }
  if (event.cancelled) return { refused: 'cancelled' }
  // What a demonstration replays may be long past.
  if (!event.demonstration && services.clock.now() > found.expires_at) return { refused: 'over' }
  return { event, seat, grantId: found.grant_id, releasesAt: found.releases_at }
}

const addressOf = (db: Db | Tx, token: string) =>
  db
    .selectFrom('access_address as address')
    .innerJoin('access_grant as granted', 'granted.id', 'address.grant_id')
    .leftJoin('access_plan as plan', 'plan.event_id', 'granted.event_id')
    .select(['address.grant_id', 'address.expires_at', 'address.replaced_at'])
    .select(['granted.event_id', 'granted.registration_id', 'granted.revoked_at', 'plan.releases_at'])
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirst()

export type Revealed = { link: string; seatToken: string; isFallback: boolean; isPress: boolean; event: EventView }

/**
 * The press of the button: gives the way into the room and a seat in this browser, and notes when and on what kind of device. Other devices
 * than the first are noted as such for the organisers; nobody is kept out by it.
 */
export async function revealAccess(
  services: Services,
  token: string,
  device: string,
): Promise<Revealed | AccessRefusal> {
  const opened = await lookAtAccess(services, token)
  if ('refused' in opened) return opened
  const { event, seat, grantId, releasesAt } = opened
  const at = services.clock.now()
  if (releasesAt && at < releasesAt) return { refused: 'too-early' }
  return transaction(services.database.db, async (tx) => {
    const place = await tx
      .selectFrom('access_grant as granted')
      .innerJoin('access_place as place', 'place.grant_id', 'granted.id')
      .select(['place.link_locked', 'granted.revoked_at'])
      .where('granted.id', '=', grantId)
      .forUpdate('granted')
      .executeTakeFirst()
    if (!place || place.revoked_at) return { refused: 'revoked' as const }
    const fallback = await openFallback(tx, event.id)
    const earlier = await tx.selectFrom('access_reveal').select('device').where('grant_id', '=', grantId).execute()
    await tx.insertInto('access_reveal').values({ id: newId(), grant_id: grantId, device, revealed_at: at }).execute()
    const isElsewhere = earlier.length > 0 && !earlier.some((reveal) => reveal.device === device)
    await recordActivity(tx, {
      subject: { kind: 'registration', id: seat.registrationId },
      verb: 'access.revealed',
      actor: { person: null, via: 'system' },
      facts: { elsewhere: isElsewhere, fallback: fallback !== null },
      at,
    })
    const seatToken = await openSeat(tx, grantId, at, event.ends)
    const link = unlockLink(services, fallback ?? place.link_locked)
    return { link, seatToken, isFallback: fallback !== null, isPress: seat.role === 'press', event }
  })
}

async function openFallback(tx: Tx, eventId: string): Promise<Uint8Array | null> {
  const row = await tx
    .selectFrom('access_fallback as fallback')
    .innerJoin('access_plan as plan', 'plan.event_id', 'fallback.event_id')
    .select('plan.fallback_locked')
    .where('fallback.event_id', '=', eventId)
    .where('fallback.closed_at', 'is', null)
    .executeTakeFirst()
  return row?.fallback_locked ?? null
}
