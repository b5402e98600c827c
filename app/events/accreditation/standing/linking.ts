import type { Db, Tx } from '../../../platform/db/tables.ts'
import { transaction } from '../../../platform/db/transaction.ts'
import { hashToken, newToken } from '../../../platform/ids.ts'
import { queueMail } from '../../../platform/mail/queue.ts'
import type { Services } from '../../../web/env.ts'
import { standingLinkMail } from '../mails.ts'
import type { PressEvent } from '../pressEvent.ts'
import { isValid, type Standing, standingFor } from './standing.ts'

/** Milliseconds: long enough for an inbox, short enough for a link that admits. */
export const standingLinkLife = 2 * 60 * 60_000

/**
 * Sends the link to the short form, if the address holds a standing accreditation that counts here. The answer is the same either way: who
 * is accredited is nobody else's business.
 */
export async function sendStandingLink(
  services: Services,
  event: PressEvent,
  addressKey: string,
): Promise<{ asked: true }> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const standing = await standingFor(tx, event, addressKey, now)
    if (!standing) return { asked: true as const }
    const token = newToken()
    await tx
      .insertInto('standing_link')
      .values({
        token_hash: hashToken(token),
        standing_id: standing.id,
        event_id: event.id,
        made_at: now,
        expires_at: new Date(now.getTime() + standingLinkLife),
        used_at: null,
      })
      .execute()
    const link = `${services.config.origin}/${standing.locale}/events/${event.slug}/registration/press/standing/${token}`
    const mail = standingLinkMail(standing, { event, link, hours: standingLinkLife / 3_600_000 })
    await queueMail(tx, services.jobs.enqueue, { ...mail, at: now })
    return { asked: true as const }
  })
}

/** Whose accreditation a link proves; null once it is used, too old, of another event, or the accreditation has ended. */
export async function standingByLink(
  db: Db | Tx,
  event: PressEvent,
  token: string,
  now: Date,
): Promise<Standing | null> {
  const link = await db
    .selectFrom('standing_link')
    .innerJoin('standing_accreditation', 'standing_accreditation.id', 'standing_link.standing_id')
    .select(['address_key', 'standing_id'])
    .where('token_hash', '=', hashToken(token))
    .where('event_id', '=', event.id)
    .where('used_at', 'is', null)
    .where('standing_link.expires_at', '>', now)
    .executeTakeFirst()
  if (!link) return null
  const standing = await standingFor(db, event, link.address_key, now)
  return standing && isValid(standing, now) ? standing : null
}

/** Spends the link; false if somebody was faster. */
export async function useStandingLink(tx: Tx, token: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('standing_link')
    .set({ used_at: now })
    .where('token_hash', '=', hashToken(token))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
