import { type Kysely, sql } from 'kysely'
import { openBoss, SCHEMA as JOBS } from '../jobs/boss.ts'
import { silentLog } from '../log.ts'
import { holdsDatabase } from './embedded.ts'
import { migrate, type Migration } from './migrate.ts'
import {
  copyRows,
  copySequences,
  fingerprint,
  listTables,
  type MovedTable,
  tableRef,
  withoutRules,
} from './moveTables.ts'
import { type Database, openDatabase } from './open.ts'
import { transaction } from './transaction.ts'

export type Move = {
  /** The data directory of the embedded database; nobody else may be using it. */
  from: string
  /** `postgres://…` of a database that holds nothing yet. */
  to: string
  migrations: readonly Migration[]
  /** Told after each table, in the order in which they are copied. */
  report?: (copied: { table: string; rows: number }) => void
}

export type Moved = { tables: number; rows: number }
export type MoveRefusal = { refused: 'nothing-to-move' } | { refused: 'target-not-empty'; table: string }

/** A table did not arrive as it left. Nothing has been written to the target. */
export class MoveMismatch extends Error {
  override readonly name = 'MoveMismatch'
  constructor(table: string) {
    super(`The table ${table} did not arrive as it left, so nothing was moved`)
  }
}

/** Rows that every database has of its own. */
const OWN = new Set(['public.migration', `${JOBS}.version`, `${JOBS}.instance`])

/**
 * Copies everything from the embedded database to a PostgreSQL server: all tables of ours with the waiting jobs, in one
 * transaction, compared row by row before it commits. The embedded database stays as it was, as a backup.
 * @throws DataDirectoryInUse, DatabaseUnreachable, DatabaseAhead, MoveMismatch; the target is as empty as before then.
 */
export async function moveDatabase(move: Move): Promise<Moved | MoveRefusal> {
  // Opening would make an empty database where somebody mistyped the directory.
  if (!holdsDatabase(move.from)) return { refused: 'nothing-to-move' }
  const source = await openDatabase({ dataDirectory: move.from })
  try {
    const target = await openDatabase({ databaseUrl: move.to, dataDirectory: null })
    try {
      return await moveBetween(source, target, move)
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}

async function moveBetween(
  source: Database,
  target: Database,
  { migrations, report }: Move,
): Promise<Moved | MoveRefusal> {
  const occupied = await firstOccupied(anyTables(target))
  if (occupied) return { refused: 'target-not-empty', table: occupied }
  await prepare(source, migrations)
  await prepare(target, migrations)
  // One after the other: two transactions, each on its own database.
  return transaction(anyTables(target), (to) =>
    transaction(anyTables(source), (from) => copyAll(from, to, report ?? (() => {}))),
  )
}

/** Same tables on both sides: the program's migrations, and those of the queue. */
async function prepare(database: Database, migrations: readonly Migration[]): Promise<void> {
  await migrate(database, migrations)
  const boss = await openBoss(database, false, silentLog)
  await boss.stop()
}

/** A table that holds rows, whoever made it; reference rows that our own migrations bring do not exist yet or are replaced. */
async function firstOccupied(db: Kysely<unknown>): Promise<string | undefined> {
  for (const table of await listTables(db)) {
    if (OWN.has(table.name)) continue
    const { rows } = await sql<{ some: boolean }>`select exists (select from ${tableRef(table)}) as some`.execute(db)
    if (rows[0]?.some) return table.name
  }
  return undefined
}

async function copyAll(
  from: Kysely<unknown>,
  to: Kysely<unknown>,
  report: NonNullable<Move['report']>,
): Promise<Moved> {
  await sql`set local statement_timeout = 0`.execute(to)
  const tables = (await listTables(from)).filter(({ name }) => !OWN.has(name))
  const rows = await withoutRules(to, tables, async () => {
    let total = 0
    for (const table of tables) total += await moveTable(from, to, table, report)
    return total
  })
  await copySequences(from, to)
  return { tables: tables.length, rows }
}

async function moveTable(
  from: Kysely<unknown>,
  to: Kysely<unknown>,
  table: MovedTable,
  report: NonNullable<Move['report']>,
): Promise<number> {
  const rows = await copyRows(from, to, table)
  const [left, arrived] = [await fingerprint(from, table), await fingerprint(to, table)]
  if (left !== arrived) throw new MoveMismatch(table.name)
  report({ table: table.name, rows })
  return rows
}

/** Moving asks the database what there is, not the types. */
const anyTables = (database: Database): Kysely<unknown> => database.db as unknown as Kysely<unknown>
