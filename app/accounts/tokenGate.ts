import { hashToken } from '../platform/ids.ts'
import type { Web } from '../web/env.ts'
import { errorPage, problem } from '../web/errors.tsx'
import { admitPerson } from './admitting.ts'
import { neededScope, permits } from './tokenScopes.ts'

/** The token of an `Authorization: Bearer` header (RFC 6750), '' when the header holds none, null when it is absent. */
export function bearerToken(c: Web): string | null {
  const header = c.req.header('authorization')
  if (!header || !/^Bearer(\s|$)/i.test(header)) return null
  return header.slice('Bearer'.length).trim()
}

/**
 * The token gate. Tokens open the API only: its handlers alone know what a token was made for. What a request needs is
 * checked here, before any handler, so that none can forget it.
 */
export async function admitByToken(c: Web, token: string, next: () => Promise<void>): Promise<Response | void> {
  if (!c.req.path.startsWith('/api/')) return errorPage(c, 'signInNeeded')
  const { database, clock } = c.var.services
  const now = clock.now()
  const row = await database.db
    .selectFrom('access_token')
    .select(['id', 'person_id', 'scopes', 'last_used_at'])
    .where('token_hash', '=', hashToken(token))
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  const scope =
    row &&
    (await admitPerson(database.db, row.person_id, { via: 'token', tokenScopes: row.scopes, reader: c.var.locale }))
  if (!row || !scope) return refuse(c, 401, 'invalid_token')
  const needed = neededScope(c.req.method, c.req.path)
  if (needed && !permits(scope, needed)) return refuse(c, 403, 'insufficient_scope', needed)
  await noteUse(c, row, now)
  c.set('scope', scope)
  return next()
}

const HOUR = 60 * 60 * 1000

/** To the hour: that a forgotten token is still in use somewhere is what its owner wants to know. */
async function noteUse(c: Web, row: { id: string; last_used_at: Date | null }, now: Date): Promise<void> {
  if (row.last_used_at && now.getTime() - row.last_used_at.getTime() < HOUR) return
  await c.var.services.database.db
    .updateTable('access_token')
    .set({ last_used_at: now })
    .where('id', '=', row.id)
    .execute()
}

/** As RFC 6750 §3.1 has it: the header tells programs, the body tells people. */
function refuse(c: Web, status: 401 | 403, error: string, needed?: string): Response {
  const t = c.var.t.accounts.tokens
  const sentence = needed ? t.scopeMissing({ scope: needed }) : t.notValid
  const response = problem(
    c,
    status,
    status === 401 ? c.var.t.errors.pages.signInNeeded.title : c.var.t.errors.pages.forbidden.title,
    sentence,
    { code: error.replace('_', '-') },
  )
  response.headers.set('www-authenticate', `Bearer error="${error}"${needed ? `, scope="${needed}"` : ''}`)
  return response
}
