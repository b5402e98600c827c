import type { MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Tx } from '../platform/db/tables.ts'
import { transaction } from '../platform/db/transaction.ts'
import { hashToken, newId, newToken } from '../platform/ids.ts'
import type { Env, Services, Web } from '../web/env.ts'
import { isSecure } from '../web/language.ts'
import { recordOwnAct } from './activity.ts'
import { admitPerson } from './admitting.ts'
import type { Scope } from './scope.ts'
import type { SignInMethod } from './tables.ts'
import { admitByToken, bearerToken } from './tokenGate.ts'

const DAY = 24 * 60 * 60 * 1000

/** A session lives this long after it was last used (milliseconds) … */
export const idleLife = 30 * DAY
/** … and never longer than this after signing in. See docs/decisions/0045. */
export const longestLife = 180 * DAY

const COOKIE = 'session'

/**
 * The session gate: finds out who is asking. A request with a bearer token is judged by that alone, so that a borrowed
 * cookie can add nothing to it.
 */
export const openSession: MiddlewareHandler<Env> = async (c, next) => {
  const bearer = bearerToken(c)
  if (bearer !== null) return admitByToken(c, bearer, next)
  // The API knows tokens only: a cookie, which forged requests could borrow, is not even read there.
  if (c.req.path.startsWith('/api/')) return next()
  const token = sessionToken(c)
  if (token) {
    const scope = await scopeOfSession(c, token)
    if (scope) c.set('scope', scope)
    else forgetSession(c)
  }
  return next()
}

async function scopeOfSession(c: Web, token: string): Promise<Scope | null> {
  const { database, clock } = c.var.services
  const now = clock.now()
  const session = await database.db
    .selectFrom('session')
    .select(['id', 'person_id', 'created_at', 'last_used_at'])
    .where('token_hash', '=', hashToken(token))
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  if (!session) return null
  // Written once a day at most: reading a page should not write to the database.
  if (now.getTime() - session.last_used_at.getTime() >= DAY) {
    const expires = expiryOf(session.created_at, now)
    await database.db
      .updateTable('session')
      .set({ last_used_at: now, expires_at: expires })
      .where('id', '=', session.id)
      .execute()
    keepSession(c, token, expires)
  }
  return admitPerson(database.db, session.person_id, { via: 'session', tokenScopes: null, reader: c.var.locale })
}

const expiryOf = (began: Date, used: Date) =>
  new Date(Math.min(used.getTime() + idleLife, began.getTime() + longestLife))

export type NewSession = {
  personId: string
  method: SignInMethod
  device: string
  /** The session this browser had before: it ends, so that nobody is kept in a session that somebody else prepared. */
  replaces?: string | undefined
}

/** Begins a session in the caller's transaction. @returns its token, which only the cookie ever holds. */
export async function startSession(
  tx: Tx,
  { personId, method, device, replaces }: NewSession,
  now: Date,
): Promise<string> {
  if (replaces) await endByToken(tx, replaces, now)
  const token = newToken()
  await tx
    .insertInto('session')
    .values({
      id: newId(),
      token_hash: hashToken(token),
      person_id: personId,
      method,
      device,
      created_at: now,
      last_used_at: now,
      expires_at: expiryOf(now, now),
      ended_at: null,
    })
    .execute()
  await recordOwnAct(tx, personId, 'session.started', now, { method })
  return token
}

/** Ends the session of this token. Signing out twice is no mistake. */
export async function endSession(services: Services, token: string): Promise<void> {
  const now = services.clock.now()
  await transaction(services.database.db, async (tx) => {
    const personId = await endByToken(tx, token, now)
    if (personId) await recordOwnAct(tx, personId, 'session.ended', now)
  })
}

async function endByToken(tx: Tx, token: string, now: Date): Promise<string | undefined> {
  const ended = await tx
    .updateTable('session')
    .set({ ended_at: now })
    .where('token_hash', '=', hashToken(token))
    .where('ended_at', 'is', null)
    .returning('person_id')
    .executeTakeFirst()
  return ended?.person_id
}

/** Over https the name promises that no other host and no plain connection set it (RFC 6265bis §4.1.3.2). */
const prefix = (c: Web) => (isSecure(c) ? { prefix: 'host' as const } : {})

export const sessionToken = (c: Web): string | undefined =>
  isSecure(c) ? getCookie(c, COOKIE, 'host') : getCookie(c, COOKIE)

/** Hands the token to the browser; `expires` when it is not a fresh one. */
export function keepSession(c: Web, token: string, expires?: Date): void {
  const now = c.var.services.clock.now().getTime()
  const maxAge = Math.floor(((expires?.getTime() ?? now + idleLife) - now) / 1000)
  setCookie(c, COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(c),
    maxAge,
    ...prefix(c),
  })
}

export function forgetSession(c: Web): void {
  deleteCookie(c, COOKIE, { path: '/', secure: isSecure(c), ...prefix(c) })
}
