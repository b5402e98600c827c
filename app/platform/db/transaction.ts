import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import type { Kysely, Transaction } from 'kysely'
import { isCollision, OutsideTransaction } from './failures.ts'

type Open = { database: object; closed: boolean; outer: Open | undefined }

const current = new AsyncLocalStorage<Open>()

/** Databases are told apart by the guard their driver and their transactions share; see `open.ts`. */
const guards = new WeakMap<object, object>()

export const guardOf = (db: object): object => guards.get(db) ?? db
export const setGuard = (db: object, guard: object): void => void guards.set(db, guard)

/** Called by the drivers before they hand out a connection. @throws OutsideTransaction */
export function refuseInsideTransaction(guard: object): void {
  for (let open = current.getStore(); open; open = open.outer) {
    if (open.database === guard && !open.closed) throw new OutsideTransaction()
  }
}

const ATTEMPTS = 4

/**
 * Runs `work` in one transaction and gives back what it gives back; any error undoes everything.
 * Collisions with other transactions are tried again, so `work` may run more than once: no mail, no network call inside.
 * Using the outer `db` inside is an error on both databases (PGlite would wait for ever, a server would read outside).
 */
export async function transaction<T, R>(db: Kysely<T>, work: (tx: Transaction<T>) => Promise<R>): Promise<R> {
  // A verb may be handed a transaction that is open already: it joins in, and the whole stands or falls together.
  if (db.isTransaction) return work(db as Transaction<T>)
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptOnce(db, work)
    } catch (error) {
      if (attempt === ATTEMPTS || !isCollision(error)) throw error
      await wait(2 ** attempt * (5 + Math.random() * 5))
    }
  }
}

function attemptOnce<T, R>(db: Kysely<T>, work: (tx: Transaction<T>) => Promise<R>): Promise<R> {
  return db.transaction().execute(async (tx) => {
    const open: Open = { database: guardOf(db), closed: false, outer: current.getStore() }
    try {
      return await current.run(open, work, tx)
    } finally {
      open.closed = true
    }
  })
}
