import { beforeAll, expect, test } from 'vitest'
import { makePerson, makeRole } from '../../../test/factories/people.ts'
import { testApplication, type TestApplication } from '../../../test/harness/application.ts'
import { accountRoutes } from '../routes.tsx'
import { roles } from '../scope.ts'

let office: TestApplication
let demonstration: TestApplication
beforeAll(async () => {
  office = await testApplication({ features: [accountRoutes] })
  demonstration = await testApplication({ features: [accountRoutes], config: { demo: true } })
})

async function mailIn(at: TestApplication) {
  const { address } = await makePerson(at.db)
  await at.post('/en/sign-in', { address })
  return (await at.mailsTo(address))[0]!
}

/** Whether the outbox lists the mail on any of its pages: tests that share the database may have written later ones, with clocks of their own. */
async function isListed(at: TestApplication, id: string): Promise<boolean> {
  for (let path: string | undefined = '/en/outbox'; path;) {
    const page = await (await at.get(path)).text()
    if (page.includes(`/en/outbox/${id}`)) return true
    path = page.match(/\/en\/outbox\?before=[\w-]+/)?.[0]
  }
  return false
}

test('a demonstration shows every mail to everybody: as text, and as the recipient sees it under a policy of its own', async () => {
  const mail = await mailIn(demonstration)
  expect(await isListed(demonstration, mail.id)).toBe(true)
  const text = await (await demonstration.get(`/en/outbox/${mail.id}`)).text()
  expect(text).toMatch(/<a href="http:\/\/localhost:3000\/en\/sign-in\/[\w-]+">/)
  const html = await demonstration.get(`/en/outbox/${mail.id}/html`)
  expect(html.headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; style-src 'unsafe-inline';.*sandbox$/,
  )
  expect(await html.text()).toContain('<!doctype html>')
})

test('elsewhere only the operator sees mails', async () => {
  const mail = await mailIn(office)
  const operator = await makePerson(office.db)
  await makeRole(office.db, operator, 'operator', null)
  const stranger = await office.signIn(await makePerson(office.db))
  for (const path of ['/en/outbox', `/en/outbox/${mail.id}`, `/en/outbox/${mail.id}/html`]) {
    expect((await office.get(path)).status).toBe(404)
    expect((await office.get(path, { cookie: stranger })).status).toBe(404)
    expect((await office.get(path, { cookie: await office.signIn(operator) })).status).toBe(200)
  }
})

test('where a mail server delivers, not even the operator reads what lets somebody in', async () => {
  const sending = await testApplication({ features: [accountRoutes], config: { smtpUrl: 'smtp://localhost:2525' } })
  const mail = await mailIn(sending)
  const operator = await makePerson(sending.db)
  await makeRole(sending.db, operator, 'operator', null)
  const cookie = await sending.signIn(operator)
  const page = await (await sending.get(`/en/outbox/${mail.id}`, { cookie })).text()
  expect(page).toContain('The content is not shown')
  expect(page).not.toMatch(/sign-in\/[\w-]{20}/)
  expect((await sending.get(`/en/outbox/${mail.id}/html`, { cookie })).status).toBe(404)
})

test('a demonstration that does send mail keeps its outbox to itself', async () => {
  const sending = await testApplication({
    features: [accountRoutes],
    config: { demo: true, smtpUrl: 'smtp://localhost:2525' },
  })
  expect((await sending.get('/en/outbox')).status).toBe(404)
})

test('in a demonstration one press acts as somebody with a role', async () => {
  const person = await makePerson(demonstration.db, { name: { label: { en: 'Demonstration officer' } } })
  await makeRole(demonstration.db, person, 'operator', null)
  expect((await demonstration.get('/demo')).headers.get('location')).toBe('/en/demo')
  expect(await (await demonstration.get('/en/demo')).text()).toContain(`/en/demo/${person.id}`)
  const acted = await demonstration.post(`/en/demo/${person.id}`)
  const cookie = acted.headers.get('set-cookie')!.split(';')[0]!
  expect(await (await demonstration.get('/en/account', { cookie })).text()).toContain('Demonstration officer')
  expect((await demonstration.post(`/en/demo/${(await makePerson(demonstration.db)).id}`)).status).toBe(404)
})

test('outside a demonstration nobody acts as anybody, whoever asks', async () => {
  const person = await makePerson(office.db)
  for (const role of roles.filter((name) => name === 'operator')) await makeRole(office.db, person, role, null)
  const cookie = await office.signIn(person)
  for (const headers of [{}, { cookie }]) {
    expect((await office.get('/demo', headers)).status).toBe(404)
    expect((await office.get('/en/demo', headers)).status).toBe(404)
    const acted = await office.post(`/en/demo/${person.id}`, {}, headers)
    expect([acted.status, acted.headers.get('set-cookie')]).toEqual([404, expect.not.stringContaining('session=')])
  }
})
