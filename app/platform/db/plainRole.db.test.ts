import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/harness/testDatabase.ts'
import { newId } from '../ids.ts'
import { plainRole } from './plainRole.ts'
import { transaction } from './transaction.ts'

test('row-level security holds for the plain role, and only until the transaction ends', async () => {
  const { db } = await testDatabase()
  const table = sql.table(`secret_${newId().replaceAll('-', '')}`)
  await sql`create table ${table} (owner text)`.execute(db)
  await sql`alter table ${table} enable row level security`.execute(db)
  await sql`create policy own on ${table} using (owner = current_setting('musubi.viewer', true))`.execute(db)
  await sql`insert into ${table} values ('kobe'), ('lyon')`.execute(db)
  const owners = async (on: typeof db) =>
    (await sql<{ owner: string }>`select owner from ${table} order by owner`.execute(on)).rows.map((row) => row.owner)

  const seen = await transaction(db, async (tx) => {
    await plainRole(tx, { viewer: 'lyon' })
    return owners(tx)
  })
  expect(seen).toEqual(['lyon'])
  expect(await transaction(db, async (tx) => (await plainRole(tx), owners(tx)))).toEqual([])
  expect(await owners(db)).toEqual(['kobe', 'lyon'])
  const forged = transaction(db, async (tx) => {
    await plainRole(tx, { viewer: 'lyon' })
    await sql`insert into ${table} values ('kobe')`.execute(tx)
  })
  await expect(forged).rejects.toThrow('row-level security')
})

test('the plain role may use every table, and change none of them', async () => {
  const { db } = await testDatabase()
  await transaction(db, async (tx) => {
    await plainRole(tx)
    await sql`select from organisation`.execute(tx)
  })
  await expect(transaction(db, async (tx) => (await plainRole(tx), sql`drop table blob`.execute(tx)))).rejects.toThrow(
    'must be owner',
  )
})
