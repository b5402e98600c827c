import { recordActivity } from '../../platform/audit/record.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { hashToken, newId, newToken } from '../../platform/ids.ts'
import { queueMail } from '../../platform/mail/queue.ts'
import type { Services } from '../../web/env.ts'
import { assembleEvent, type EventView } from '../event.ts'
import { accessMail } from './mails.ts'

const DAY = 24 * 60 * 60 * 1000

/**
 * Sends personal addresses that are due: of every event whose instant has come, to everybody who has a place and was not sent one. Asked
 * again it sends nothing twice; whoever gets a place later is sent theirs by the next round.
 */
export async function releaseDue(services: Services): Promise<{ sent: number }> {
  const now = services.clock.now()
  const plans = await services.database.db
    .selectFrom('access_plan')
    .innerJoin('event', 'event.id', 'access_plan.event_id')
    .leftJoin('event_cancellation', 'event_cancellation.event_id', 'event.id')
    .select('access_plan.event_id')
    .where('releases_at', '<=', now)
    .where('event.ends_at', '>', now)
    .where('event_cancellation.event_id', 'is', null)
    .execute()
  let sent = 0
  for (const { event_id } of plans) sent += await releaseEvent(services, event_id)
  return { sent }
}

async function releaseEvent(services: Services, eventId: string): Promise<number> {
  return transaction(services.database.db, async (tx) => {
    await tx.selectFrom('access_plan').select('event_id').where('event_id', '=', eventId).forUpdate().execute()
    const event = await assembleEvent(tx, { id: eventId })
    if (!event) return 0
    const due = await withoutAddress(tx, eventId)
    const at = services.clock.now()
    const first = await tx
      .insertInto('access_release')
      .values({ event_id: eventId, released_at: at })
      .onConflict((conflict) => conflict.doNothing())
      .returning('event_id')
      .execute()
    for (const { id } of due) await sendAddress(services, tx, event, id)
    if (due.length > 0 || first.length > 0) {
      await recordActivity(tx, {
        subject: { kind: 'event', id: eventId },
        verb: 'access.released',
        actor: { person: null, via: 'system' },
        facts: { sent: due.length },
        at,
      })
    }
    return due.length
  })
}

const withoutAddress = (tx: Tx, eventId: string) =>
  tx
    .selectFrom('access_grant as granted')
    .innerJoin('access_place as place', 'place.grant_id', 'granted.id')
    .leftJoin('access_address as address', (join) =>
      join.onRef('address.grant_id', '=', 'granted.id').on('address.replaced_at', 'is', null),
    )
    .select('granted.id')
    .where('granted.event_id', '=', eventId)
    .where('granted.revoked_at', 'is', null)
    .where('address.id', 'is', null)
    .orderBy('granted.wanted_at')
    .orderBy('granted.id')
    .execute()

/** Makes a personal address and mails it; the one before it, if there was one, leads nowhere from then on. */
export async function sendAddress(services: Services, tx: Tx, event: EventView, grantId: string): Promise<void> {
  const at = services.clock.now()
  const token = newToken()
  const registration = await tx
    .selectFrom('access_grant as granted')
    .innerJoin('registration', 'registration.id', 'granted.registration_id')
    .select(['registration.id', 'name', 'address', 'locale', 'time_zone', 'granted.role'])
    .where('granted.id', '=', grantId)
    .executeTakeFirstOrThrow()
  await tx
    .updateTable('access_address')
    .set({ replaced_at: at })
    .where('grant_id', '=', grantId)
    .where('replaced_at', 'is', null)
    .execute()
  await tx
    .insertInto('access_address')
    .values({
      id: newId(),
      grant_id: grantId,
      token_hash: hashToken(token),
      sent_at: at,
      expires_at: new Date(event.ends.getTime() + DAY),
      replaced_at: null,
    })
    .execute()
  const link = `${services.config.origin}/${registration.locale}/j/${token}`
  await queueMail(tx, services.jobs.enqueue, accessMail({ event, registration, link }))
}
