import { expect, onTestFinished, test } from 'vitest'
import { migrations } from '../../../migrations/index.ts'
import { administer, newServerDatabase, serverUrl } from '../../../test/harness/testDatabase.ts'
import { newId } from '../ids.ts'
import { migrate } from './migrate.ts'
import { openDatabase } from './open.ts'
import { plainRole, PlainRoleUnavailable } from './plainRole.ts'
import { transaction } from './transaction.ts'

test('a user who may not act as the plain role can run everything else, and is told what is missing', async () => {
  const user = `plain_user_${newId().slice(-12)}`
  const url = new URL(await newServerDatabase('empty'))
  await administer(serverUrl(), `create role ${user} login`)
  await administer(serverUrl(), `alter database ${url.pathname.slice(1)} owner to ${user}`)
  url.username = user
  const database = await openDatabase({ databaseUrl: url.href, dataDirectory: null })
  onTestFinished(() => database.close())
  await migrate(database, migrations)
  await expect(transaction(database.db, (tx) => plainRole(tx))).rejects.toThrow(PlainRoleUnavailable)
})
