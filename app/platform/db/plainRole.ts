import { sql } from 'kysely'
import { sqlState } from './failures.ts'
import type { Tx } from './tables.ts'

/** The database user may not become `musubi_plain`, so row-level security cannot be relied on. */
export class PlainRoleUnavailable extends Error {
  override readonly name = 'PlainRoleUnavailable'
  constructor(cause: unknown) {
    super(
      'This database user may not act as “musubi_plain”, which row-level security needs. An administrator of the database server runs once: ' +
        'create role musubi_plain nologin; grant musubi_plain to USER; and in this database: grant usage on schema public to musubi_plain; ' +
        'grant select, insert, update, delete on all tables in schema public to musubi_plain; grant usage on all sequences in schema public to musubi_plain;',
      { cause },
    )
  }
}

/**
 * From here to the end of the transaction row-level security counts. We connect as the tables' owner, and in the embedded
 * database as superuser, for whom it is void; so whoever relies on policies calls this first.
 * @param settings read by policies as `current_setting('musubi.NAME', true)`; they end with the transaction too.
 * @throws PlainRoleUnavailable; the transaction is lost then.
 */
export async function plainRole(tx: Tx, settings: Record<string, string> = {}): Promise<void> {
  // One statement: pages are read under this role, and every way to the server and back would be waited for. The role comes last.
  const made = [...Object.entries(settings).map(([name, value]) => [`musubi.${name}`, value]), ['role', 'musubi_plain']]
  try {
    await sql`select ${sql.join(made.map(([name, value]) => sql`set_config(${name}, ${value}, true)`))}`.execute(tx)
  } catch (error) {
    // 22023: there is no such role; 42501: we are not a member of it.
    if (['22023', '42501'].includes(sqlState(error) ?? '')) throw new PlainRoleUnavailable(error)
    throw error
  }
}
