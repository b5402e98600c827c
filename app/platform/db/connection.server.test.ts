import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { newServerDatabase, testDatabase } from '../../../test/harness/testDatabase.ts'
import { isConnectionFailure } from './failures.ts'
import { openDatabase } from './open.ts'

test('a connection that the server ends is a failure of its statement, not of the process', async () => {
  const lost: Error[] = []
  const database = await openDatabase({
    databaseUrl: await newServerDatabase(),
    dataDirectory: null,
    lost: (error) => lost.push(error),
  })
  onTestFinished(() => database.close())
  const killed = database.db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
    await sql`select pg_terminate_backend(${rows[0]!.pid})`.execute((await testDatabase()).db)
    await sql`select 1`.execute(tx)
  })
  const error = await killed.catch((caught: unknown) => caught)
  expect(isConnectionFailure(error)).toBe(true)
  expect(lost).not.toEqual([])
  expect(await database.health()).toMatchObject({ ok: true })
})

test('a server that is not there is said in one sentence without the password', async () => {
  const opening = openDatabase({ databaseUrl: 'postgres://user:secret@127.0.0.1:1/none', dataDirectory: null })
  const error = (await opening.catch((caught: unknown) => caught)) as Error
  expect(isConnectionFailure(error)).toBe(true)
  expect(error.message).toContain('127.0.0.1:1/none')
  expect(error.message).not.toContain('secret')
})
