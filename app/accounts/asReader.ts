import type { Db, Tx } from '../platform/db/tables.ts'
import { plainRole } from '../platform/db/plainRole.ts'
import { transaction } from '../platform/db/transaction.ts'
import { organisationsOf, type Scope } from './scope.ts'

/**
 * Reads with the asker's eyes: in a transaction under the plain database role, for which row-level security counts. Policies read who is
 * asking from `musubi.now` (an instant), `musubi.organisations` (where the asker holds any role), `musubi.coordinates` (where the asker
 * manages or coordinates), both as `{uuid,uuid}`, and `musubi.purpose`, what personal data is read for. It only reads: the plain role may
 * write nothing that policies do not let through.
 */
export const asReader = <Result>(
  db: Db,
  scope: Scope,
  now: Date,
  read: (tx: Tx) => Promise<Result>,
  purpose = '',
): Promise<Result> =>
  transaction(db, async (tx) => {
    await plainRole(tx, {
      now: now.toISOString(),
      organisations: asArray(organisationsOf(scope)),
      coordinates: asArray(organisationsOf(scope, 'manager', 'coordinator')),
      purpose,
    })
    return read(tx)
  })

const asArray = (ids: string[]): string => `{${ids.join(',')}}`
