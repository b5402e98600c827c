import type { Scope } from '../../accounts/scope.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import type { Services } from '../../web/env.ts'
import { actorOf } from '../activity.ts'
import { assembleEvent, type EventView } from '../event.ts'
import { mayOrganise } from '../policy.ts'
import { revoke } from './granting.ts'
import { sendAddress } from './releasing.ts'

export type ManagingRefusal = {
  refused:
    | 'no-such-event'
    | 'no-such-grant'
    | 'not-yours'
    | 'no-place-yet'
    | 'not-planned'
    | 'no-fallback'
    | 'not-released'
}

type Organised<Done> = Promise<Done | ManagingRefusal>

/** Everything an organiser does to access: one transaction, and only for their own event. */
function organising<Done extends object>(
  services: Services,
  scope: Scope,
  eventId: string,
  act: (tx: Tx, event: EventView) => Promise<Done | ManagingRefusal>,
): Organised<Done> {
  return transaction(services.database.db, async (tx) => {
    const event = await assembleEvent(tx, { id: eventId })
    if (!event) return { refused: 'no-such-event' as const }
    return mayOrganise(scope, event) ? act(tx, event) : { refused: 'not-yours' as const }
  })
}

/** Does not wait for the declared instant: whoever has a place is sent their address by the next round, which begins at once. */
export const releaseNow = (services: Services, scope: Scope, eventId: string): Organised<{ releasing: true }> =>
  organising(services, scope, eventId, async (tx, event) => {
    const at = services.clock.now()
    const changed = await tx
      .updateTable('access_plan')
      .set({ releases_at: at, set_at: at, set_by: scope.person?.personId ?? null })
      .where('event_id', '=', eventId)
      .where('releases_at', '>', at)
      .returning('event_id')
      .execute()
    const plan = await tx.selectFrom('access_plan').select('event_id').where('event_id', '=', eventId).execute()
    if (plan.length === 0) return { refused: 'not-planned' as const }
    if (changed.length > 0) await record(services, tx, scope, event, 'access.released-early', {})
    await services.jobs.enqueue(tx, 'access.work', {}, { key: 'now' })
    return { releasing: true as const }
  })

/** A new personal address by mail; the old one leads nowhere from now on. */
export const resendAddress = (
  services: Services,
  scope: Scope,
  eventId: string,
  grantId: string,
): Organised<{ sent: true }> =>
  organising(services, scope, eventId, async (tx, event) => {
    const grant = await openGrant(tx, eventId, grantId)
    if (!grant) return { refused: 'no-such-grant' as const }
    if (!grant.confirmed_at) return { refused: 'no-place-yet' as const }
    if (!grant.released_at) return { refused: 'not-released' as const }
    await sendAddress(services, tx, event, grantId)
    await record(services, tx, scope, event, 'access.resent', { grant: grantId })
    return { sent: true as const }
  })

/** Takes somebody's access away, without touching their registration: their address and seats open nothing any more. */
export const revokeAccess = (
  services: Services,
  scope: Scope,
  eventId: string,
  grantId: string,
): Organised<{ revoked: true }> =>
  organising(services, scope, eventId, async (tx) => {
    const grant = await openGrant(tx, eventId, grantId)
    if (!grant) return { refused: 'no-such-grant' as const }
    await revoke(services, tx, grantId, scope.person?.personId ?? null)
    await services.jobs.enqueue(tx, 'access.work', {}, { key: 'now' })
    return { revoked: true as const }
  })

/** The provider is down: whoever holds an address is led to the fallback until this is closed again. */
export const openFallback = (services: Services, scope: Scope, eventId: string): Organised<{ opened: true }> =>
  organising(services, scope, eventId, async (tx, event) => {
    const plan = await tx
      .selectFrom('access_plan')
      .select('fallback_locked')
      .where('event_id', '=', eventId)
      .executeTakeFirst()
    if (!plan?.fallback_locked) return { refused: 'no-fallback' as const }
    const row = { id: newId(), event_id: eventId, opened_by: scope.person?.personId ?? null }
    const opened = await tx
      .insertInto('access_fallback')
      .values({ ...row, opened_at: services.clock.now(), closed_at: null })
      .onConflict((conflict) => conflict.column('event_id').where('closed_at', 'is', null).doNothing())
      .returning('id')
      .execute()
    if (opened.length > 0) await record(services, tx, scope, event, 'access.fallback-opened', {})
    return { opened: true as const }
  })

export const closeFallback = (services: Services, scope: Scope, eventId: string): Organised<{ closed: true }> =>
  organising(services, scope, eventId, async (tx, event) => {
    const closed = await tx
      .updateTable('access_fallback')
      .set({ closed_at: services.clock.now() })
      .where('event_id', '=', eventId)
      .where('closed_at', 'is', null)
      .returning('id')
      .execute()
    if (closed.length > 0) await record(services, tx, scope, event, 'access.fallback-closed', {})
    return { closed: true as const }
  })

const openGrant = (tx: Tx, eventId: string, grantId: string) =>
  tx
    .selectFrom('access_grant as granted')
    .leftJoin('access_place as place', 'place.grant_id', 'granted.id')
    .leftJoin('access_release as released', 'released.event_id', 'granted.event_id')
    .select(['granted.id', 'place.confirmed_at', 'released.released_at'])
    .where('granted.id', '=', grantId)
    .where('granted.event_id', '=', eventId)
    .where('granted.revoked_at', 'is', null)
    .executeTakeFirst()

const record = (
  services: Services,
  tx: Tx,
  scope: Scope,
  event: EventView,
  verb: string,
  facts: Record<string, string>,
) =>
  recordActivity(tx, {
    subject: { kind: 'event', id: event.id },
    verb,
    actor: actorOf(scope, event.leadOrganisationId),
    facts,
    at: services.clock.now(),
  })
