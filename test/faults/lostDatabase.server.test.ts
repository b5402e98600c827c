import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { catalogues } from '../../app/platform/i18n/catalogue.ts'
import { openDatabase } from '../../app/platform/db/open.ts'
import { makePerson } from '../factories/people.ts'
import { testApplication, type TestApplication } from '../harness/application.ts'
import { newServerDatabase } from '../harness/testDatabase.ts'
import { type Road, roadTo } from './road.ts'

let at: TestApplication
let road: Road
let other: Client
beforeAll(async () => {
  const direct = new URL(await newServerDatabase())
  road = await roadTo(Number(direct.port))
  other = new Client({ connectionString: direct.href })
  await other.connect()
  direct.port = String(road.port)
  at = await testApplication({ database: await openDatabase({ databaseUrl: direct.href, dataDirectory: null }) })
})
afterAll(async () => {
  await other.end()
  await at.services.jobs.stop()
  await at.services.database.close()
  road.close()
})

/** Ends the sessions of requests that wait for a lock. @returns how many there were. */
async function endWaiting(): Promise<number> {
  for (;;) {
    const ended = await other.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name = 'musubi' and wait_event_type = 'Lock'`,
    )
    if (ended.rowCount) return ended.rowCount
    await wait(10)
  }
}

test('a database that is lost in the middle of a request leaves nothing half-done, and the next request works', async () => {
  const { address } = await makePerson(at.db)
  const links = () => at.db.selectFrom('sign_in_link').selectAll().execute()

  // The request makes a link, then waits for the table of mails, which somebody else holds; there its connection is cut.
  await other.query('begin; lock table mail in access exclusive mode')
  const asked = at.post('/fr/sign-in', { address })
  expect(await endWaiting()).toBe(1)
  await other.query('rollback')

  const answer = await asked
  expect(answer.status).toBe(503)
  const html = await answer.text()
  expect(html).toContain('lang="fr"')
  expect(html).toContain(catalogues.fr.errors.pages.unavailable.body)
  expect(await links()).toEqual([])
  expect(await at.mailsTo(address)).toEqual([])

  expect((await at.post('/fr/sign-in', { address })).status).toBe(303)
  expect(await links()).toHaveLength(1)
  expect(await at.mailsTo(address)).toHaveLength(1)
})

test('a database out of reach is a page that says so, and Musubi is not ready until it is back', async () => {
  road.close()
  const page = await at.get('/ja/organisations')
  expect(page.status).toBe(503)
  expect(await page.text()).toContain(catalogues.ja.errors.pages.unavailable.title)
  expect((await at.get('/readyz')).status).toBe(503)
  expect((await at.get('/healthz')).status).toBe(200)
  await road.open()
  expect((await at.get('/readyz')).status).toBe(200)
  expect((await at.get('/ja/organisations')).status).toBe(200)
})
