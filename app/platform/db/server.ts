import { Client, Pool, type PoolConfig } from 'pg'
import { DatabaseUnreachable } from './failures.ts'
import { serverTypes } from './values.ts'

const SECOND = 1000

/** How every connection of ours is set up; `databaseUrl` wins where it says otherwise. */
const connection = (databaseUrl: string): PoolConfig => ({
  connectionString: databaseUrl,
  application_name: 'musubi',
  types: serverTypes,
  // Values are read in these formats (see values.ts), whatever the server's or the user's settings say.
  options: '-c TimeZone=UTC -c DateStyle=ISO,YMD -c IntervalStyle=postgres -c bytea_output=hex',
  keepAlive: true,
})

/** A pool whose lost connections are failures of the statements that ran on them, never of the process. */
export async function openPool(databaseUrl: string, lost: (error: Error) => void): Promise<Pool> {
  const pool = new Pool({
    ...connection(databaseUrl),
    max: 10,
    idleTimeoutMillis: 30 * SECOND,
    connectionTimeoutMillis: 10 * SECOND,
    statement_timeout: 30 * SECOND,
    lock_timeout: 10 * SECOND,
    idle_in_transaction_session_timeout: 60 * SECOND,
  })
  pool.on('error', lost)
  // While a connection is lent out the pool does not listen to it, and an unheard 'error' would end the process.
  pool.on('connect', (client) => client.on('error', lost))
  try {
    await pool.query('select 1')
  } catch (error) {
    await pool.end()
    throw new DatabaseUnreachable(`The database server ${place(databaseUrl)} cannot be used: ${reason(error)}`, {
      cause: error,
    })
  }
  return pool
}

/** One connection of its own, outside the pool: to wait for notifications on. */
export const newClient = (databaseUrl: string): Client => new Client(connection(databaseUrl))

/** Host, port and database of an address, without user and password. */
export function place(databaseUrl: string): string {
  const url = new URL(databaseUrl)
  return `${url.host || url.searchParams.get('host') || 'localhost'}${url.pathname}`
}

/** Why a connection failed, in one line. Happy-eyeballs failures hide their reasons in a list. */
export function reason(error: unknown): string {
  if (error instanceof AggregateError) return [...new Set(error.errors.map(reason))].join('; ')
  return error instanceof Error ? error.message : String(error)
}
