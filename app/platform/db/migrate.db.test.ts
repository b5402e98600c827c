import { type Kysely, sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { migrations } from '../../../migrations/index.ts'
import { newTestDatabase } from '../../../test/harness/testDatabase.ts'
import { DatabaseAhead, migrate, type Migration } from './migrate.ts'

const step = (name: string, statement: string): Migration => ({
  name,
  up: async (db: Kysely<unknown>) => void (await sql.raw(statement).execute(db)),
})

async function migrated() {
  const database = await newTestDatabase()
  onTestFinished(() => database.close())
  return database
}

test('names are in order, unique and numbered', () => {
  const names = migrations.map(({ name }) => name)
  expect(names).toEqual([...new Set(names)].toSorted())
  for (const name of names) expect(name).toMatch(/^\d{4}_[a-z_]+$/)
})

test('each migration runs once', async () => {
  const database = await migrated()
  expect(await migrate(database, migrations)).toEqual([])
  const more = [
    ...migrations,
    step('9001_one', 'create table one (n int)'),
    step('9002_two', 'create table two (n int)'),
  ]
  expect(await migrate(database, more)).toEqual(['9001_one', '9002_two'])
  expect(await migrate(database, more)).toEqual([])
})

test('all that is missing comes, or nothing', async () => {
  const database = await migrated()
  const good = step('9001_one', 'create table one (n int)')
  await expect(migrate(database, [...migrations, good, step('9002_bad', 'create nonsense')])).rejects.toThrow(
    'nonsense',
  )
  expect(await migrate(database, [...migrations, good])).toEqual(['9001_one'])
})

test('a database from a newer version is left alone', async () => {
  const database = await migrated()
  await migrate(database, [...migrations, step('9001_newer', 'create table newer (n int)')])
  await expect(migrate(database, migrations)).rejects.toThrow(DatabaseAhead)
})
