import { beforeAll, expect, test } from 'vitest'
import { makePerson } from '../../../test/factories/people.ts'
import { testApplication, type TestApplication } from '../../../test/harness/application.ts'
import { accountRoutes } from '../routes.tsx'

let at: TestApplication
beforeAll(async () => {
  at = await testApplication({ features: [accountRoutes] })
})

const details = { family: '髙﨑', given: '"𠮷"', order: 'family-first', language: 'ja', zone: 'Asia/Tokyo' }

test('whoever is not signed in is led through signing in and back', async () => {
  const led = await at.get('/de/account?done=saved')
  expect([led.status, led.headers.get('location')]).toEqual([303, '/de/sign-in?return=%2Fde%2Faccount%3Fdone%3Dsaved'])
  expect((await at.post('/de/account', details)).status).toBe(401)
})

test('name, language and time zone are kept as written', async () => {
  const person = await makePerson(at.db)
  const cookie = await at.signIn(person)
  expect((await at.post('/en/account', details, { cookie })).headers.get('location')).toBe('/en/account?done=saved')
  const html = await (await at.get('/ja/account', { cookie })).text()
  expect(html).toContain('value="髙﨑"')
  expect(html).toContain('value="&quot;𠮷&quot;"')
  const stored = await at.db
    .selectFrom('person')
    .select(['locale', 'time_zone'])
    .where('id', '=', person.id)
    .executeTakeFirst()
  expect(stored).toEqual({ locale: 'ja', time_zone: 'Asia/Tokyo' })
})

test('a time zone that does not exist comes back with everything else kept', async () => {
  const cookie = await at.signIn(await makePerson(at.db))
  const refused = await at.post('/en/account', { ...details, zone: 'Mars/Olympus' }, { cookie })
  const html = await refused.text()
  expect([refused.status, html.includes('value="髙﨑"'), html.includes('href="#zone"')]).toEqual([422, true, true])
})

test('somebody with a designation keeps it and may change the rest', async () => {
  const person = await makePerson(at.db, { name: { label: { en: 'Demonstration signatory' } } })
  const cookie = await at.signIn(person)
  await at.post('/en/account', { ...details, language: 'fr' }, { cookie })
  const stored = await at.db
    .selectFrom('person')
    .select(['name', 'locale'])
    .where('id', '=', person.id)
    .executeTakeFirst()
  expect(stored).toEqual({ name: { label: { en: 'Demonstration signatory' } }, locale: 'fr' })
})

test('ending all other sessions leaves this one', async () => {
  const person = await makePerson(at.db)
  const [here, there] = [await at.signIn(person), await at.signIn(person)]
  const stranger = await at.signIn(await makePerson(at.db))
  expect((await at.post('/en/account/other-sessions/end', {}, { cookie: here })).status).toBe(303)
  const statuses = await Promise.all(
    [here, there, stranger].map(async (cookie) => (await at.get('/en/account', { cookie })).status),
  )
  expect(statuses).toEqual([200, 303, 200])
})
