import { displaySafe, truncate } from '../../language/displaySafe.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'
import { transaction } from '../../platform/db/transaction.ts'
import type { Services } from '../../web/env.ts'
import { recordOwnAct } from '../activity.ts'
import type { Scope } from '../scope.ts'

export type Passkey = { id: string; label: string; transports: string[]; createdAt: Date; lastUsedAt: Date | null }

/** Somebody's passkeys, oldest first. */
export const passkeysOf = (db: Db | Tx, personId: string): Promise<Passkey[]> =>
  db
    .selectFrom('passkey')
    .select(['id', 'label', 'transports', 'created_at as createdAt', 'last_used_at as lastUsedAt'])
    .where('person_id', '=', personId)
    .where('removed_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()

/** Whether somebody could be asked to confirm with a passkey. */
export const hasPasskey = async (db: Db | Tx, personId: string): Promise<boolean> =>
  (await passkeysOf(db, personId)).length > 0

type Refusal = { refused: 'not-there' }

/** Gives one of the asker's own passkeys another name. */
export function renamePasskey(
  services: Services,
  scope: Scope,
  id: string,
  label: string,
): Promise<{ renamed: true } | Refusal> {
  return change(services, scope, id, 'passkey.renamed', { label: truncate(displaySafe(label), 60) }).then((done) =>
    done ? { renamed: true } : { refused: 'not-there' },
  )
}

/** Nobody signs in with it any more. The row stays: consents given with it name it. */
export function removePasskey(services: Services, scope: Scope, id: string): Promise<{ removed: true } | Refusal> {
  return change(services, scope, id, 'passkey.removed', { removed_at: services.clock.now() }).then((done) =>
    done ? { removed: true } : { refused: 'not-there' },
  )
}

function change(
  services: Services,
  scope: Scope,
  id: string,
  verb: string,
  values: { label: string } | { removed_at: Date },
): Promise<boolean> {
  const personId = scope.person?.personId
  if (!personId) return Promise.resolve(false)
  return transaction(services.database.db, async (tx) => {
    const changed = await tx
      .updateTable('passkey')
      .set(values)
      .where('id', '=', id)
      .where('person_id', '=', personId)
      .where('removed_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (changed) await recordOwnAct(tx, personId, verb, services.clock.now())
    return changed !== undefined
  })
}
