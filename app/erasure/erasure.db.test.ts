import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { makeCluster, makeMember } from '../../test/factories/members.ts'
import { makeOrganisation } from '../../test/factories/organisations.ts'
import { makePerson, makeRole } from '../../test/factories/people.ts'
import { testApplication, type TestApplication } from '../../test/harness/application.ts'
import { makeAlliance } from '../agreements/testing/alliance.ts'
import { takeMail } from '../exchange/contacts/mailIn/taking.ts'
import { locales } from '../language/locales.ts'
import { verifyChain } from '../platform/audit/verify.ts'
import { eraseAddress } from './erasingAddress.ts'

let at: TestApplication
beforeAll(async () => {
  at = await testApplication()
})

/** Tables in which a text stands, whatever the column. */
async function tablesWith(text: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select quote_ident(table_name) as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(at.db)
  const found: string[] = []
  for (const { name } of rows) {
    const hits = await sql<{ hit: boolean }>`
      select true as hit from ${sql.raw(name)} t where position(${text} in t::text) > 0 limit 1`.execute(at.db)
    if (hits.rows.length > 0) found.push(name)
  }
  return found.toSorted()
}

test('nothing in the database names somebody who was erased, and the record stays whole', async () => {
  const { parties } = await makeAlliance(at, 1)
  const cluster = await makeCluster(at.db, parties[0]!)
  const firm = await makeOrganisation(at.db, { name: 'Demo firm', country: 'JP' })
  await makeMember(at.db, firm, cluster)
  const family = `Erika${firm.slug}`
  const person = await makePerson(at.db, { name: { order: 'given-first', native: { family, given: 'Demo' } } })
  await makeRole(at.db, person, 'member', firm.id)
  const { address } = person
  const cookie = await at.signIn(person)
  const contacts = { 'person.1.family': family, 'person.1.given': 'Demo', 'person.1.address': address }
  const written = await at.post(
    `/en/members/${firm.slug}/edit/contacts`,
    { ...contacts, visibility: 'partners', basedOn: '0' },
    { cookie },
  )
  expect(written.status).toBe(303)
  await at.post('/en/sign-in', { address: address })
  expect(await tablesWith(address)).not.toEqual([])
  expect(await tablesWith(family)).not.toEqual([])
  for (const locale of locales)
    expect(await (await at.get(`/${locale}/account/erasure`, { cookie })).text()).not.toMatch(/undefined|\[object|NaN/)

  expect((await at.post('/en/account/erasure', { address: 'other@example.org' }, { cookie })).status).toBe(422)
  const done = await at.post('/en/account/erasure', { address: address.toUpperCase() }, { cookie })
  expect(await done.text()).toContain('Your data is erased')
  expect(await tablesWith(address)).toEqual([])
  expect(await tablesWith(family)).toEqual([])
  expect((await at.get('/en/account', { cookie })).headers.get('location')).toContain('sign-in')
  const chain = await verifyChain(at.db, { kind: 'organisation', id: firm.id })
  expect(chain.sound).toBe(true)
  expect(await (await at.get(`/en/members/${firm.slug}`)).text()).not.toContain(family)
})

test('whoever still acts for an organisation hands over first', async () => {
  const { parties } = await makeAlliance(at, 1)
  const coordinator = parties[0]!.coordinator
  const { address } = coordinator
  const cookie = await at.signIn(coordinator)
  const refused = await at.post('/en/account/erasure', { address: address }, { cookie })
  expect(refused.status).toBe(409)
  expect(await refused.text()).toContain('Hand over first')
  expect((await at.get('/en/account', { cookie })).status).toBe(200)
})

test('a contact person without an account is erased by address; whoever has an account is not', async () => {
  const { parties } = await makeAlliance(at, 1)
  const [home] = parties
  const cluster = await makeCluster(at.db, home!)
  const firm = await makeOrganisation(at.db, { name: 'Demo firm' })
  await makeMember(at.db, firm, cluster)
  const [family, address] = [`Erika${firm.slug}`, `erika.${firm.slug}@demo.example`]
  const cookie = await at.signIn(home!.coordinator)
  const typed = address.replace('erika', 'Erika')
  const first = { 'person.1.family': family, 'person.1.given': 'Demo', 'person.1.address': typed }
  const second = { 'person.2.family': 'Stays', 'person.2.given': 'Demo', 'person.2.address': 'stays@demo.example' }
  const written = await at.post(
    `/en/members/${firm.slug}/edit/contacts`,
    { ...first, ...second, visibility: 'partners', basedOn: '0' },
    { cookie },
  )
  expect(written.status).toBe(303)
  const asked = await at.post(`/en/members/${firm.slug}/checks`, { address }, { cookie })
  expect(asked.status).toBe(303)
  const mail = ['From: Erika <', address, '>\r\nTo: office@demo.example\r\nMessage-ID: <', firm.slug, '@demo.example>']
  await takeMail(at.services, home!.id, Buffer.from(`${mail.join('')}\r\nSubject: Hello\r\n\r\nFrom ${family}`))
  expect(await tablesWith(address)).toEqual(expect.arrayContaining(['mail', 'mail_in_draft']))
  expect(await tablesWith(typed)).toEqual(['profile_part'])

  expect(await eraseAddress(at.services, ` ${address.toUpperCase()} `)).toEqual({ mails: 1 })
  for (const spelling of [address, typed]) expect(await tablesWith(spelling)).toEqual([])
  expect(await tablesWith(family)).toEqual([])
  expect(await (await at.get(`/en/members/${firm.slug}`, { cookie })).text()).toContain('Stays')
  const { address: theirs } = home!.coordinator
  expect(await eraseAddress(at.services, theirs)).toEqual({ refused: 'has-account' })
})
