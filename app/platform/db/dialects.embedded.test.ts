import { Kysely, sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { newTestDatabase } from '../../../test/harness/testDatabase.ts'
import { EmbeddedDialect } from './dialects.ts'
import { DatabaseBusy } from './failures.ts'

test('whoever waits too long for the one connection is told why, and the others go on', async () => {
  const { embedded, close } = await newTestDatabase()
  onTestFinished(close)
  const db = new Kysely<unknown>({ dialect: new EmbeddedDialect(embedded!, {}, 50) })
  const misused = db.transaction().execute(() => sql`select 1`.execute(db))
  await expect(misused).rejects.toThrow(DatabaseBusy)
  expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }])
})
