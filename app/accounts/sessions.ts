import type { Db } from '../platform/db/tables.ts'
import { transaction } from '../platform/db/transaction.ts'
import { hashToken } from '../platform/ids.ts'
import type { Services } from '../web/env.ts'
import { recordOwnAct } from './activity.ts'
import type { Scope } from './scope.ts'
import type { SignInMethod } from './tables.ts'

export type OpenSession = {
  id: string
  device: string
  method: SignInMethod
  createdAt: Date
  lastUsedAt: Date
  isThis: boolean
}

/** Where somebody is signed in, last used first. `token` is that of the session that asks. */
export async function sessionsOf(db: Db, personId: string, token: string, now: Date): Promise<OpenSession[]> {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'device', 'method', 'created_at as createdAt', 'last_used_at as lastUsedAt', 'token_hash as hash'])
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('last_used_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const own = Buffer.from(hashToken(token))
  return rows.map(({ hash, ...session }) => ({ ...session, isThis: own.equals(hash) }))
}

/** Ends all of the asker's sessions but the one that asks. @returns how many. */
export async function endOtherSessions(services: Services, scope: Scope, token: string): Promise<number> {
  const personId = scope.person?.personId
  if (!personId) return 0
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const ended = await tx
      .updateTable('session')
      .set({ ended_at: now })
      .where('person_id', '=', personId)
      .where('token_hash', '!=', hashToken(token))
      .where('ended_at', 'is', null)
      .returning('id')
      .execute()
    if (ended.length > 0) await recordOwnAct(tx, personId, 'session.others-ended', now, { ended: ended.length })
    return ended.length
  })
}
