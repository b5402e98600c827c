import { expect, test } from 'vitest'
import { openDatabase } from '../../app/platform/db/open.ts'
import { freePort } from '../harness/freePort.ts'
import { newServerDatabase } from '../harness/testDatabase.ts'
import { ceremonyUnderKills } from './ceremony.ts'
import { startMortal } from './mortals.ts'

// The web process, which takes longer to start, is killed the same way by `npm run test:faults`.
test(
  'viewers survive kill -9 of the process they follow, and are shown everything once',
  { timeout: 90_000 },
  async () => {
    const databaseUrl = await newServerDatabase()
    const port = await freePort()
    const start = () =>
      startMortal({
        file: 'test/faults/deliverer.ts',
        settings: { DATABASE_URL: databaseUrl, PORT: String(port) },
        ready: 'ready',
      })
    expect((await ceremonyUnderKills(databaseUrl, [{ port, start }])).wrong).toEqual([])
  },
)

/** The database ends the connection on which a process hears of moves; it hears again, and knows that it missed something. */
test('a lost word from the database is made up for', { timeout: 60_000 }, async () => {
  const databaseUrl = await newServerDatabase()
  const database = await openDatabase({ databaseUrl, dataDirectory: null })
  const heard: string[] = []
  let tell = () => {}
  const resumed = new Promise<void>((resolve) => (tell = resolve))
  let said = () => {}
  const after = new Promise<void>((resolve) => (said = resolve))
  const stop = await database.listen(
    'ceremony_boards',
    (payload) => {
      heard.push(payload)
      said()
    },
    tell,
  )
  await database.pool?.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen%' and datname = current_database()`,
  )
  await resumed
  await database.pool?.query(`select pg_notify('ceremony_boards', 'after')`)
  await after
  expect(heard).toEqual(['after'])
  await stop()
  await database.close()
})
