import { sql } from 'kysely'
import { asReader } from '../../accounts/asReader.ts'
import type { Scope } from '../../accounts/scope.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'

/** Reads the index with the asker's eyes: who they are, and then, once, by which postings they find. */
export const asSearcher = <Result>(
  db: Db,
  scope: Scope,
  now: Date,
  read: (tx: Tx) => Promise<Result>,
): Promise<Result> =>
  asReader(db, scope, now, async (tx) => {
    // Nothing but what is public is open to somebody who belongs nowhere.
    if (scope.roles.length > 0)
      await sql`select set_config('musubi.scopes', array (select asker_scopes())::text, true)`.execute(tx)
    return read(tx)
  })
