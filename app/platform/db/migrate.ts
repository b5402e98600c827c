import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from './open.ts'
import { transaction } from './transaction.ts'

/** One step forward. `up` runs one statement a call, and is never edited once it has run anywhere. */
export type Migration = { name: string; up: (db: Kysely<unknown>) => Promise<void> }

/** The database knows migrations that this program does not: it was last used by a newer (or another) version. */
export class DatabaseAhead extends Error {
  override readonly name = 'DatabaseAhead'
  constructor(name: string) {
    super(
      `The database has been through “${name}”, which this version of Musubi does not know. Use the newer version it came from.`,
    )
  }
}

/** Any number, the same for every Musubi: keeps two processes from migrating one server at once. */
const LOCK = 6_859_203_117

/**
 * Brings the database up to date, in one transaction: all missing migrations or none.
 * @returns the names of those that ran now, in order.
 * @throws DatabaseAhead
 */
export function migrate(database: Database, migrations: readonly Migration[]): Promise<string[]> {
  return transaction(database.db as unknown as Kysely<unknown>, async (tx) => {
    // Rewriting a large table may take longer than a page may; a second process waits here until the first is done.
    await sql`set local statement_timeout = 0`.execute(tx)
    await sql`set local lock_timeout = 0`.execute(tx)
    await sql`select pg_advisory_xact_lock(${LOCK}::bigint)`.execute(tx)
    await sql`create table if not exists migration (name text primary key, applied_at timestamptz not null default now())`.execute(
      tx,
    )
    const missing = await missingMigrations(tx, migrations)
    for (const { name, up } of missing) {
      await up(tx)
      await sql`insert into migration (name) values (${name})`.execute(tx)
    }
    return missing.map(({ name }) => name)
  })
}

async function missingMigrations(tx: Transaction<unknown>, migrations: readonly Migration[]): Promise<Migration[]> {
  const { rows } = await sql<{ name: string }>`select name from migration order by name`.execute(tx)
  const known = new Set(migrations.map(({ name }) => name))
  const unknown = rows.find(({ name }) => !known.has(name))
  if (unknown) throw new DatabaseAhead(unknown.name)
  const applied = new Set(rows.map(({ name }) => name))
  return migrations.filter(({ name }) => !applied.has(name))
}
