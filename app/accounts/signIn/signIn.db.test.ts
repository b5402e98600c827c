import { beforeAll, expect, test } from 'vitest'
import { makePerson, unique } from '../../../test/factories/people.ts'
import { testApplication, type TestApplication, tokenIn } from '../../../test/harness/application.ts'
import { accountRoutes } from '../routes.tsx'
import { redeemLink } from '../redeemingLink.ts'
import { signInLinkFor } from '../signInLinks.ts'

let at: TestApplication
beforeAll(async () => {
  at = await testApplication({ features: [accountRoutes] })
})

const MINUTE = 60_000

async function linkFor(person: { address: string }, returnTo?: string): Promise<string> {
  await at.post('/en/sign-in', { address: person.address, ...(returnTo ? { return: returnTo } : {}) })
  const [mail] = await at.mailsTo(person.address)
  return `/${mail?.locale}/sign-in/${tokenIn(mail, '/sign-in/')}`
}

const cookieOf = (response: Response) => response.headers.get('set-cookie')?.match(/session=([^;]+)/)?.[0] ?? ''

test('a link from the mail signs in once, and the cookie is kept from scripts', async () => {
  const person = await makePerson(at.db, { locale: 'ja' })
  const link = await linkFor(person, '/ja/agreements?tab=mine')
  expect(link).toMatch(/^\/ja\//)
  const looked = await at.get(link)
  expect(looked.status).toBe(200)
  expect(await looked.text()).toContain('Ada Example')
  const used = await at.post(link)
  expect([used.status, used.headers.get('location')]).toEqual([303, '/ja/agreements?tab=mine'])
  expect(used.headers.get('set-cookie')).toMatch(/session=.+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/)
  const page = await at.get('/en/sign-in', { cookie: cookieOf(used) })
  expect(await page.text()).toContain('>Ada Example<')
})

test('looking at a link (as mail scanners do) does not use it up', async () => {
  const link = await linkFor(await makePerson(at.db))
  for (let times = 0; times < 3; times++) expect((await at.get(link)).status).toBe(200)
  expect((await at.post(link)).status).toBe(303)
})

test('a used, an expired and a wrong link each say so and offer a new one', async () => {
  const link = await linkFor(await makePerson(at.db))
  const late = await linkFor(await makePerson(at.db))
  await at.post(link)
  const start = at.services.clock.now()
  at.services.clock.forward(31 * MINUTE)
  const sentences = { [link]: 'has been used', [late]: 'has expired', '/en/sign-in/nonsense': 'not complete' }
  for (const [path, sentence] of Object.entries(sentences)) {
    for (const response of [await at.get(path), await at.post(path)]) {
      const html = await response.text()
      expect(response.status).toBe(410)
      expect(html).toContain(sentence)
      expect(html).toContain('name="address"')
      expect(cookieOf(response)).toBe('')
    }
  }
  at.services.clock.set(start)
})

test('two uses of one link at the same moment make exactly one session', async () => {
  const person = await makePerson(at.db)
  const token = (await signInLinkFor(at.services, person.id)).split('/').at(-1)!
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => redeemLink(at.services, token, { device: '' })))
  expect(outcomes.filter((outcome) => 'session' in outcome)).toHaveLength(1)
  expect(outcomes.filter((outcome) => 'refused' in outcome && outcome.refused === 'used')).toHaveLength(7)
  const sessions = await at.db.selectFrom('session').selectAll().where('person_id', '=', person.id).execute()
  expect(sessions).toHaveLength(1)
})

test('the answer does not tell whether the address is known', async () => {
  const known = await at.post('/en/sign-in', { address: (await makePerson(at.db)).address })
  const stranger = `${unique()}@example.org`
  const unknown = await at.post('/en/sign-in', { address: stranger })
  expect([unknown.status, unknown.headers.get('location')]).toEqual([known.status, known.headers.get('location')])
  expect(await at.mailsTo(stranger)).toEqual([])
})

test('what is no address comes back with 422 and stays in the field', async () => {
  const response = await at.post('/de/sign-in', { address: 'kein <script>' })
  const html = await response.text()
  expect(response.status).toBe(422)
  expect(html).toContain('value="kein &lt;script&gt;"')
  expect(html).toContain('href="#address"')
})

test('nobody is sent to another site after signing in', async () => {
  for (const elsewhere of ['//evil.example', 'https://evil.example/', '/\\evil.example']) {
    const link = await linkFor(await makePerson(at.db), elsewhere)
    expect((await at.post(link)).headers.get('location')).toBe('/en/today')
  }
})

test('the sixth request for one address in an hour has to wait', async () => {
  const { address } = await makePerson(at.db)
  const statuses = []
  for (let times = 0; times < 6; times++)
    statuses.push((await at.post('/en/sign-in', { address: address.toUpperCase() })).status)
  expect(statuses).toEqual([303, 303, 303, 303, 303, 429])
})

test('one connection cannot ask for everybody', async () => {
  const office = await testApplication({ features: [accountRoutes] })
  const ask = async (_: unknown, times: number) =>
    (await office.post('/en/sign-in', { address: `${times}@example.org` })).status
  const statuses = await Promise.all(Array.from({ length: 60 }, ask))
  expect(statuses).toEqual(Array.from({ length: 60 }, () => 303))
  expect(await ask(null, 60)).toBe(429)
})

test('signing out ends the session in the database, not only in the browser', async () => {
  const cookie = await at.signIn(await makePerson(at.db))
  const out = await at.post('/en/sign-out', {}, { cookie })
  expect(out.headers.get('set-cookie')).toContain('session=; Max-Age=0')
  const html = await (await at.get('/en/sign-in', { cookie })).text()
  expect(html).not.toContain('Ada Example')
})

test('signing in anew ends the session this browser had', async () => {
  const planted = await at.signIn(await makePerson(at.db, { name: { label: { en: 'Mallory' } } }))
  const used = await at.post(await linkFor(await makePerson(at.db)), {}, { cookie: planted })
  expect(cookieOf(used)).not.toBe(planted)
  expect(await (await at.get('/en/sign-in', { cookie: planted })).text()).not.toContain('Mallory')
})

test('a session used every day lasts, one left for 31 days does not, and none lasts longer than 180 days', async () => {
  const DAY = 24 * 60 * MINUTE
  const start = at.services.clock.now()
  const person = await makePerson(at.db)
  const daily = await at.signIn(person)
  const left = await at.signIn(person)
  const isIn = async (cookie: string) =>
    (await (await at.get('/en/sign-in', { cookie })).text()).includes('Ada Example')
  for (let day = 1; day <= 31; day += 5) {
    at.services.clock.set(new Date(start.getTime() + day * DAY))
    expect(await isIn(daily)).toBe(true)
  }
  expect(await isIn(left)).toBe(false)
  for (let day = 31; day < 180; day += 20) {
    at.services.clock.set(new Date(start.getTime() + day * DAY))
    expect(await isIn(daily)).toBe(true)
  }
  at.services.clock.set(new Date(start.getTime() + 180 * DAY))
  expect(await isIn(daily)).toBe(false)
  at.services.clock.set(start)
})

test('over https the cookie is bound to this host', async () => {
  const secure = await testApplication({ features: [accountRoutes], config: { origin: 'https://musubi.example' } })
  const person = await makePerson(at.db)
  const token = (await signInLinkFor(secure.services, person.id)).split('/').at(-1)!
  const used = await secure.post(`/en/sign-in/${token}`)
  expect(used.headers.get('set-cookie')).toMatch(/^__Host-session=.+; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  const plain = used.headers.get('set-cookie')!.split(';')[0]!.replace('__Host-', '')
  expect(await (await secure.get('/en/sign-in', { cookie: plain })).text()).not.toContain('Ada Example')
  const cookie = await secure.signIn(person)
  expect(await (await secure.get('/en/sign-in', { cookie })).text()).toContain('Ada Example')
})

test('an erased person gets no further, by link or by session', async () => {
  const person = await makePerson(at.db)
  const link = await linkFor(person)
  const cookie = await at.signIn(person)
  await at.db.updateTable('person').set({ erased_at: at.services.clock.now() }).where('id', '=', person.id).execute()
  expect((await at.post(link)).status).toBe(410)
  expect(await (await at.get('/en/sign-in', { cookie })).text()).not.toContain('Ada Example')
})
