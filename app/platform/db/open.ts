import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { Kysely, sql } from 'kysely'
import type pg from 'pg'
import { EmbeddedDialect, ServerDialect } from './dialects.ts'
import { openInMemory, openOnDisk } from './embedded.ts'
import { keepListening } from './listening.ts'
import { type Lock, takeLock } from './lock.ts'
import { openPool, reason } from './server.ts'
import type { Db, Tables } from './tables.ts'
import { setGuard } from './transaction.ts'

export type Health = { ok: true; version: string } | { ok: false; reason: string }

/** An open database. `embedded`, `pool` and `databaseUrl` are the platform's own; features use `db`. */
export type Database = {
  db: Db
  /** `embedded` is PGlite inside this process; `server` is PostgreSQL somewhere else. */
  kind: 'embedded' | 'server'
  health(): Promise<Health>
  /**
   * Calls `heard` with the payload of each notification on a channel (small letters, underscores) until the returned function is
   * called. `resumed` is told when the connection broke and the channel is heard again: what was said meanwhile is lost.
   */
  listen(channel: string, heard: (payload: string) => void, resumed?: () => void): Promise<() => Promise<void>>
  close(): Promise<void>
  embedded?: PGlite
  pool?: pg.Pool
  databaseUrl?: string
}

export type DatabaseSettings = {
  /** `postgres://…`; when given, the data directory is not used for the database. */
  databaseUrl?: string | undefined
  /** Where the embedded database keeps its files; null keeps it in memory. */
  dataDirectory: string | null
  /** A dump of an embedded database to begin with, in memory only. */
  from?: Blob
  /** Told about connections that break while nobody uses them. */
  lost?: (error: Error) => void
}

/**
 * Opens the database without touching its contents; `migrate` brings those up to date.
 * @throws DataDirectoryInUse, DatabaseUnreachable
 */
export function openDatabase(settings: DatabaseSettings): Promise<Database> {
  if (settings.databaseUrl) return openServer(settings.databaseUrl, settings.lost ?? (() => {}))
  if (settings.dataDirectory === null) return openInMemory(settings.from).then((pglite) => embeddedDatabase(pglite))
  return openDirectory(resolve(settings.dataDirectory))
}

async function openDirectory(directory: string): Promise<Database> {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const lock = takeLock(directory)
  try {
    return embeddedDatabase(await openOnDisk(directory), lock)
  } catch (error) {
    lock.release()
    throw error
  }
}

function embeddedDatabase(pglite: PGlite, lock?: Lock): Database {
  const db = guarded((guard) => new EmbeddedDialect(pglite, guard))
  return {
    db,
    kind: 'embedded',
    embedded: pglite,
    health: () => healthOf(db),
    listen: (channel, heard) => pglite.listen(plainName(channel), heard),
    close: async () => {
      await db.destroy()
      if (!pglite.closed) await pglite.close()
      lock?.release()
    },
  }
}

async function openServer(databaseUrl: string, lost: (error: Error) => void): Promise<Database> {
  const pool = await openPool(databaseUrl, lost)
  const db = guarded((guard) => new ServerDialect(pool, guard))
  return {
    db,
    kind: 'server',
    pool,
    databaseUrl,
    health: () => healthOf(db),
    listen: (channel, heard, resumed = () => {}) =>
      keepListening({ databaseUrl, channel: plainName(channel), heard, lost, resumed }),
    close: async () => {
      await db.destroy()
      if (!pool.ended) await pool.end()
    },
  }
}

function guarded(dialect: (guard: object) => EmbeddedDialect | ServerDialect): Db {
  const guard = {}
  const db = new Kysely<Tables>({ dialect: dialect(guard) })
  setGuard(db, guard)
  return db
}

async function healthOf(db: Db): Promise<Health> {
  try {
    const { rows } = await sql<{ version: string }>`select current_setting('server_version') as version`.execute(db)
    return { ok: true, version: rows[0]?.version ?? '' }
  } catch (error) {
    return { ok: false, reason: reason(error) }
  }
}

/** The two drivers disagree on how to quote a channel, so names need no quoting. */
function plainName(channel: string): string {
  if (!/^[a-z_]{1,60}$/.test(channel))
    throw new RangeError(`A channel is named in small letters and underscores, not “${channel}”`)
  return channel
}
