import type { PGlite } from '@electric-sql/pglite'
import {
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PGliteAdapter,
  PGliteDialect,
  PGliteDriver,
  PostgresDialect,
  PostgresDriver,
} from 'kysely'
import type pg from 'pg'
import { DatabaseBusy } from './failures.ts'
import { refuseInsideTransaction } from './transaction.ts'

/** Longest wait for the embedded database's only connection, in milliseconds. */
const PATIENCE = 20_000

/** Kysely's PGlite dialect, but misuse of the outer database inside a transaction is an error instead of an endless wait. */
export class EmbeddedDialect extends PGliteDialect implements Dialect {
  readonly #pglite: PGlite
  readonly #guard: object
  readonly #patience: number

  constructor(pglite: PGlite, guard: object, patience = PATIENCE) {
    super({ pglite })
    this.#pglite = pglite
    this.#guard = guard
    this.#patience = patience
  }

  override createAdapter(): PGliteAdapter {
    return new QueueingAdapter()
  }

  override createDriver(): Driver {
    return new EmbeddedDriver(this.#pglite, this.#guard, this.#patience)
  }
}

/** Kysely need not queue for the one connection: our driver does, and knows when to give up. */
class QueueingAdapter extends PGliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true
  }
}

class EmbeddedDriver extends PGliteDriver {
  readonly #guard: object
  readonly #patience: number
  readonly #waiting: (() => void)[] = []
  #taken = false

  constructor(pglite: PGlite, guard: object, patience: number) {
    super({ pglite })
    this.#guard = guard
    this.#patience = patience
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    refuseInsideTransaction(this.#guard)
    if (this.#taken) await this.#turn()
    this.#taken = true
    return super.acquireConnection()
  }

  #turn(): Promise<void> {
    return new Promise((resolve, reject) => {
      const enter = () => {
        clearTimeout(timer)
        resolve()
      }
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(enter), 1)
        reject(new DatabaseBusy(this.#patience))
      }, this.#patience)
      this.#waiting.push(enter)
    })
  }

  override async releaseConnection(): Promise<void> {
    const next = this.#waiting.shift()
    // Still taken while it passes on: nobody may slip in between.
    if (next) next()
    else this.#taken = false
  }
}

/** Kysely's PostgreSQL dialect with the same guard: there the misuse would silently read and write outside the transaction. */
export class ServerDialect extends PostgresDialect implements Dialect {
  readonly #pool: pg.Pool
  readonly #guard: object

  constructor(pool: pg.Pool, guard: object) {
    super({ pool })
    this.#pool = pool
    this.#guard = guard
  }

  override createDriver(): Driver {
    return new ServerDriver(this.#pool, this.#guard)
  }
}

class ServerDriver extends PostgresDriver {
  readonly #guard: object

  constructor(pool: pg.Pool, guard: object) {
    super({ pool })
    this.#guard = guard
  }

  override async acquireConnection(
    ...options: Parameters<PostgresDriver['acquireConnection']>
  ): ReturnType<PostgresDriver['acquireConnection']> {
    refuseInsideTransaction(this.#guard)
    return super.acquireConnection(...options)
  }
}
