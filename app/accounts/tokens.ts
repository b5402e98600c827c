import { displaySafe, truncate } from '../language/displaySafe.ts'
import type { Db } from '../platform/db/tables.ts'
import { json } from '../platform/db/values.ts'
import { transaction } from '../platform/db/transaction.ts'
import { hashToken, newId, newToken } from '../platform/ids.ts'
import type { Services } from '../web/env.ts'
import { recordOwnAct } from './activity.ts'
import type { Scope } from './scope.ts'
import type { TokenScope } from './tokenScopes.ts'

const DAY = 24 * 60 * 60 * 1000
const MOST = 20

/** How long a token may live, in days. There is none for ever: what nobody renews, nobody uses. */
export const tokenLives = [30, 90, 365] as const

export type AccessToken = {
  id: string
  name: string
  scopes: string[]
  createdAt: Date
  expiresAt: Date
  lastUsedAt: Date | null
}

/** The asker's tokens that were not revoked, newest first; expired ones stay in sight until they are. */
export const tokensOf = (db: Db, personId: string): Promise<AccessToken[]> =>
  db
    .selectFrom('access_token')
    .select([
      'id',
      'name',
      'scopes',
      'created_at as createdAt',
      'expires_at as expiresAt',
      'last_used_at as lastUsedAt',
    ])
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()

export type NewToken = { name: string; scopes: TokenScope[]; days: number }

/**
 * Makes a token for the asker. Only somebody signed in by session may: a token cannot multiply itself.
 * `mus_` lets programs that search code for leaked secrets know it by sight.
 */
export async function createToken(
  services: Services,
  scope: Scope,
  entry: NewToken,
): Promise<{ id: string; token: string } | { refused: 'not-yours' | 'too-many' }> {
  const personId = scope.person?.personId
  if (!personId || scope.via !== 'session') return { refused: 'not-yours' }
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const { count } = await tx
      .selectFrom('access_token')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('person_id', '=', personId)
      .where('revoked_at', 'is', null)
      .executeTakeFirstOrThrow()
    if (count >= MOST) return { refused: 'too-many' as const }
    const id = newId()
    const token = `mus_${newToken()}`
    await tx
      .insertInto('access_token')
      .values({
        id,
        token_hash: hashToken(token),
        person_id: personId,
        name: truncate(displaySafe(entry.name), 60),
        scopes: json(entry.scopes as string[]),
        created_at: now,
        expires_at: new Date(now.getTime() + entry.days * DAY),
        last_used_at: null,
        revoked_at: null,
      })
      .execute()
    await recordOwnAct(tx, personId, 'token.made', now, { token: id, scopes: entry.scopes, days: entry.days })
    return { id, token }
  })
}

/** Ends one of the asker's own tokens, at once. */
export async function revokeToken(
  services: Services,
  scope: Scope,
  id: string,
): Promise<{ revoked: true } | { refused: 'not-there' }> {
  const personId = scope.person?.personId
  const now = services.clock.now()
  if (!personId) return { refused: 'not-there' }
  return transaction(services.database.db, async (tx) => {
    const revoked = await tx
      .updateTable('access_token')
      .set({ revoked_at: now })
      .where('id', '=', id)
      .where('person_id', '=', personId)
      .where('revoked_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!revoked) return { refused: 'not-there' as const }
    await recordOwnAct(tx, personId, 'token.revoked', now, { token: id })
    return { revoked: true as const }
  })
}
