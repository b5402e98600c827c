import { expect, test } from 'vitest'
import { startMailServer } from '../../app/platform/mail/honestServer.ts'
import { catalogues } from '../../app/platform/i18n/catalogue.ts'
import { makePerson, makeRole } from '../factories/people.ts'
import { testApplication } from '../harness/application.ts'
import { roadTo } from './road.ts'

const { outbox } = catalogues.en.accounts

test('while the mail server is down nothing is lost, an operator sees it, and it goes out when the server is back', async () => {
  const server = await startMailServer()
  const url = new URL(server.url)
  const road = await roadTo(Number(url.port))
  road.close()
  url.port = String(road.port)
  const at = await testApplication({ config: { smtpUrl: url.href } })
  // The queue goes by the database's clock: the next try is a minute from now.
  at.services.clock.set(new Date())
  const { address } = await makePerson(at.db)
  const operator = await makePerson(at.db)
  await makeRole(at.db, operator, 'operator', null)
  const cookie = await at.signIn(operator)

  expect((await at.post('/en/sign-in', { address })).status).toBe(303)
  await at.drain()
  const [mail] = await at.mailsTo(address)
  const page = `/en/outbox/${mail!.id}`
  const whileDown = await (await at.get(page, { cookie })).text()
  expect(whileDown.includes(outbox.states.retrying)).toBe(true)
  expect(whileDown.includes(outbox.outcomes.deferred)).toBe(true)

  await road.open()
  expect((await at.post(`${page}/attempts`, {}, { cookie })).status).toBe(303)
  await at.drain()
  expect(server.received.map(({ to }) => to)).toEqual([[address]])
  expect(await (await at.get(page, { cookie })).text()).toContain(outbox.outcomes.delivered)
  road.close()
  await server.close()
})
