import { expect, onTestFinished, test } from 'vitest'
import { migrations } from '../../../migrations/index.ts'
import { newServerDatabase } from '../../../test/harness/testDatabase.ts'
import { migrate } from './migrate.ts'
import { openDatabase } from './open.ts'

test('of two processes that start at once, one migrates and the other waits', async () => {
  const databaseUrl = await newServerDatabase('empty')
  const both = await Promise.all([1, 2].map(() => openDatabase({ databaseUrl, dataDirectory: null })))
  onTestFinished(async () => void (await Promise.all(both.map((database) => database.close()))))
  const applied = await Promise.all(both.map((database) => migrate(database, migrations)))
  expect(applied.map((names) => names.length).toSorted((a, b) => a - b)).toEqual([0, migrations.length])
})
