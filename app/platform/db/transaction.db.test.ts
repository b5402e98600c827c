import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { newTestDatabase, testDatabase } from '../../../test/harness/testDatabase.ts'
import { newId } from '../ids.ts'
import { isConnectionFailure, isDuplicate, OutsideTransaction, sqlState } from './failures.ts'
import { transaction } from './transaction.ts'

async function newTable() {
  const { db } = await testDatabase()
  const table = sql.table(`t_${newId().replaceAll('-', '')}`)
  await sql`create table ${table} (n int primary key)`.execute(db)
  const numbers = async () =>
    (await sql<{ n: number }>`select n from ${table} order by n`.execute(db)).rows.map((row) => row.n)
  return { db, table, numbers }
}

test('what a transaction wrote stands, what a failed one wrote does not', async () => {
  const { db, table, numbers } = await newTable()
  expect(await transaction(db, async (tx) => (await sql`insert into ${table} values (1)`.execute(tx), 'done'))).toBe(
    'done',
  )
  const failed = transaction(db, async (tx) => {
    await sql`insert into ${table} values (2)`.execute(tx)
    throw new Error('no')
  })
  await expect(failed).rejects.toThrow('no')
  expect(await numbers()).toEqual([1])
})

test('a transaction inside a transaction is the same one', async () => {
  const { db, table, numbers } = await newTable()
  const failed = transaction(db, async (tx) => {
    await transaction(tx, (inner) => sql`insert into ${table} values (1)`.execute(inner))
    throw new Error('no')
  })
  await expect(failed).rejects.toThrow('no')
  expect(await numbers()).toEqual([])
})

test('the outer database inside a transaction is refused at once, and nothing hangs', async () => {
  const { db, table, numbers } = await newTable()
  const misused = transaction(db, async (tx) => {
    await sql`insert into ${table} values (1)`.execute(tx)
    await sql`insert into ${table} values (2)`.execute(db)
  })
  await expect(misused).rejects.toThrow(OutsideTransaction)
  await expect(transaction(db, () => db.transaction().execute(async () => {}))).rejects.toThrow(OutsideTransaction)
  expect(await numbers()).toEqual([])
})

test('code that a transaction set off may use the database once it has ended', async () => {
  const { db, table, numbers } = await newTable()
  const ended = Promise.withResolvers<void>()
  let later: Promise<unknown> | undefined
  await transaction(db, async () => {
    later = ended.promise.then(() => sql`insert into ${table} values (1)`.execute(db))
  })
  ended.resolve()
  await later
  expect(await numbers()).toEqual([1])
})

test('another database inside a transaction is nobody’s business', async () => {
  const other = await newTestDatabase()
  onTestFinished(() => other.close())
  const { db } = await testDatabase()
  const { rows } = await transaction(db, () => sql`select 1 as one`.execute(other.db))
  expect(rows).toEqual([{ one: 1 }])
})

test('transactions that run at once each see their own', async () => {
  const { db, table, numbers } = await newTable()
  const one = (n: number) => transaction(db, (tx) => sql`insert into ${table} values (${n})`.execute(tx))
  const results = await Promise.allSettled([one(1), one(2), one(1), sql`insert into ${table} values (3)`.execute(db)])
  expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(1)
  expect(await numbers()).toEqual([1, 2, 3])
})

test('a collision is tried again', async () => {
  const { db } = await testDatabase()
  let tries = 0
  const result = await transaction(db, async (tx) => {
    if (++tries < 3) await sql`do $$ begin raise exception 'collision' using errcode = '40001'; end $$`.execute(tx)
    return tries
  })
  expect(result).toBe(3)
})

test('a collision that does not end is an error in the end', async () => {
  const { db } = await testDatabase()
  let tries = 0
  const collide = transaction(db, async (tx) => {
    tries++
    await sql`do $$ begin raise exception 'collision' using errcode = '40P01'; end $$`.execute(tx)
  })
  await expect(collide).rejects.toThrow('collision')
  expect(tries).toBe(4)
})

test('after a failed statement the database goes on', async () => {
  const { db } = await testDatabase()
  await expect(sql`select 1/0`.execute(db)).rejects.toThrow('division by zero')
  await expect(transaction(db, (tx) => sql`select nonsense`.execute(tx))).rejects.toThrow('does not exist')
  expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }])
})

test('errors say what they are on both databases', async () => {
  const { db, table } = await newTable()
  await sql`insert into ${table} values (1)`.execute(db)
  const error = await sql`insert into ${table} values (1)`.execute(db).catch((caught: unknown) => caught)
  expect(sqlState(error)).toBe('23505')
  expect(isDuplicate(error)).toBe(true)
  expect(isDuplicate(error, (error as { constraint: string }).constraint)).toBe(true)
  expect(isDuplicate(error, 'another')).toBe(false)
  expect(isConnectionFailure(error)).toBe(false)
})

test('health tells the version, and after closing why there is none', async () => {
  const database = await newTestDatabase()
  expect(await database.health()).toEqual({ ok: true, version: expect.stringMatching(/^\d+/) })
  await database.close()
  expect(await database.health()).toEqual({ ok: false, reason: expect.any(String) })
})

test('notifications arrive until listening ends', async () => {
  const database = await testDatabase()
  const heard: string[] = []
  const arrived = Promise.withResolvers<void>()
  const stop = await database.listen('board_moves', (payload) => {
    heard.push(payload)
    arrived.resolve()
  })
  await sql`select pg_notify('board_moves', 'moved')`.execute(database.db)
  await arrived.promise
  await stop()
  await sql`select pg_notify('board_moves', 'again')`.execute(database.db)
  await sql`select 1`.execute(database.db)
  expect(heard).toEqual(['moved'])
})
