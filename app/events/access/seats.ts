import { getCookie, setCookie } from 'hono/cookie'
import type { Tx } from '../../platform/db/tables.ts'
import { hashToken, newId, newToken } from '../../platform/ids.ts'
import type { Services, Web } from '../../web/env.ts'
import { isSecure } from '../../web/language.ts'
import { mayAsk } from '../accreditation/accreditationOf.ts'
import type { Seat } from './seat.ts'

const COOKIE = 'musubi_seat'
const HOUR = 60 * 60 * 1000
/** Seats of so many events fit into one browser; the oldest gives way. */
const MOST = 8

/** Opens a seat for a browser in which somebody has revealed their access; the token goes into its cookie. */
export async function openSeat(tx: Tx, grantId: string, now: Date, eventEnds: Date): Promise<string> {
  const token = newToken()
  const end = Math.max(eventEnds.getTime(), now.getTime()) + 24 * HOUR
  await tx
    .insertInto('access_seat')
    .values({ id: newId(), grant_id: grantId, token_hash: hashToken(token), opened_at: now, expires_at: new Date(end) })
    .execute()
  return token
}

export function keepSeat(c: Web, token: string): void {
  const tokens = [token, ...tokensOf(c).filter((other) => other !== token)].slice(0, MOST)
  const secure = isSecure(c)
  setCookie(c, COOKIE, tokens.join('.'), { httpOnly: true, sameSite: 'Lax', path: '/', secure, maxAge: 30 * 24 * 3600 })
}

const tokensOf = (c: Web): string[] =>
  (getCookie(c, COOKIE) ?? '').split('.').filter((token) => /^[\w-]{20,64}$/.test(token))

/** Who sits here, at this event: somebody who opened a personal address in this browser and still has access. */
export async function seatOf(c: Web, eventId: string): Promise<Seat | null> {
  const tokens = tokensOf(c)
  if (tokens.length === 0) return null
  const { services } = c.var
  const row = await services.database.db
    .selectFrom('access_seat as seat')
    .innerJoin('access_grant as granted', 'granted.id', 'seat.grant_id')
    .select('granted.registration_id')
    .where('seat.token_hash', 'in', tokens.map(hashToken))
    .where('granted.event_id', '=', eventId)
    .where('granted.revoked_at', 'is', null)
    .where('seat.expires_at', '>', services.clock.now())
    .executeTakeFirst()
  return row ? seatFor(services, row.registration_id) : null
}

/** The seat that goes with a registration. */
export async function seatFor({ database }: Pick<Services, 'database'>, registrationId: string): Promise<Seat | null> {
  const row = await database.db
    .selectFrom('registration')
    .innerJoin('registration_category as category', 'category.id', 'registration.category_id')
    .selectAll('registration')
    .select('category.kind')
    .where('registration.id', '=', registrationId)
    .executeTakeFirst()
  if (!row) return null
  return {
    registrationId,
    eventId: row.event_id,
    role: row.kind,
    name: row.name,
    affiliation: row.affiliation,
    affiliationKey: row.affiliation_key,
    mayAsk: await mayAsk(database.db, registrationId),
    locale: row.locale,
    timeZone: row.time_zone,
  }
}
