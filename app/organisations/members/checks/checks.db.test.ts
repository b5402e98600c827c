import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeCluster, makeMember } from '../../../../test/factories/members.ts'
import { makeOrganisation, type MadeOrganisation } from '../../../../test/factories/organisations.ts'
import { makePerson, type MadePerson, unique } from '../../../../test/factories/people.ts'
import { testApplication, type TestApplication, testStart } from '../../../../test/harness/application.ts'
import { makeAlliance, scopeOf, type TestParty } from '../../../agreements/testing/alliance.ts'
import { locales } from '../../../language/locales.ts'
import { profileCheckDue } from './due.ts'
import { askYearly, forgetEarlier } from './yearly.ts'

let at: TestApplication
let home: TestParty
let firm: MadeOrganisation
let stranger: MadePerson
let address: string

beforeAll(async () => {
  at = await testApplication()
})
beforeEach(async () => {
  home = (await makeAlliance(at, 1)).parties[0]!
  firm = await makeOrganisation(at.db, { name: 'Demo firm', country: 'JP' })
  await makeMember(at.db, firm, await makeCluster(at.db, home))
  stranger = await makePerson(at.db)
  address = `${unique()}@example.org`
})
afterEach(() => at.services.clock.set(testStart))

const DAY = 24 * 3_600_000
const after = (days: number) => at.services.clock.set(new Date(testStart.getTime() + days * DAY))
const as = async (person: MadePerson) => ({ cookie: await at.signIn(person) })
const keeping = () => `/en/members/${firm.slug}/checks`
const ask = async (person: MadePerson = home.coordinator) => at.post(keeping(), { address }, await as(person))

/** The way below the language that the newest mail to the member leads. */
async function link(): Promise<string> {
  const mail = await at.db
    .selectFrom('mail')
    .select('body_text')
    .where('to_address', '=', address)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return /\/profile-checks\/[\w-]+/.exec(mail.body_text ?? '')![0]
}
const about = (description: string, basedOn: number) => ({
  description,
  size: '',
  founded: '',
  visibility: 'public',
  basedOn: String(basedOn),
})
const write = async (description: string, basedOn: number) =>
  at.post(`/en${await link()}/about`, about(description, basedOn))
const profile = async () => (await at.get(`/en/members/${firm.slug}`)).text()

test('a member reads its profile by the link alone, says it is right or corrects it, and the office can undo that', async () => {
  expect((await at.get(keeping(), await as(stranger))).status).toBe(404)
  expect((await ask(stranger)).status).toBe(404)
  expect((await ask()).status).toBe(303)
  expect((await ask()).status).toBe(409)
  const own = await link()
  for (const locale of locales) {
    expect(await (await at.get(`/${locale}${own}`)).text()).not.toMatch(/undefined|\[object|NaN/)
    expect(await (await at.get(`/${locale}${own}/products`)).text()).not.toMatch(/undefined|\[object|NaN/)
    expect(await (await at.get(keeping().replace('en', locale), await as(home.coordinator))).text()).not.toMatch(
      /undefined|\[object|NaN/,
    )
  }
  // A mail scanner has followed the link by now: nothing has happened.
  expect(await (await at.get(keeping(), await as(home.coordinator))).text()).toContain('The member has not said yet')
  expect((await at.post(`/en${own}`, {})).headers.get('location')).toContain('done=confirmed')
  expect(await (await at.get(keeping(), await as(home.coordinator))).text()).toContain('answered')

  expect((await write('First words', 0)).headers.get('location')).toContain('done=saved')
  expect((await write('Second words', 1)).status).toBe(303)
  // Somebody else had the form open: nothing is lost, and it is said.
  const late = await write('Words of a colleague', 1)
  expect([late.status, (await late.text()).includes('Words of a colleague')]).toEqual([409, true])
  expect(await profile()).toContain('Second words')
  expect(await (await at.get(keeping(), await as(home.coordinator))).text()).toContain(`through the link to ${address}`)
  const undone = await at.post(`${keeping()}/undoing`, { group: 'about', basedOn: '2' }, await as(home.coordinator))
  expect(undone.status).toBe(303)
  expect(await profile()).toContain('First words')
})

test('a link that is over opens nothing, and keeps what was saved', async () => {
  await ask()
  await write('Kept words', 0)
  const own = await link()
  const { id } = await at.db
    .selectFrom('profile_request')
    .select('id')
    .where('address', '=', address)
    .executeTakeFirstOrThrow()
  expect((await at.post(`${keeping()}/${id}/revocation`, {}, await as(home.coordinator))).status).toBe(303)
  expect((await at.get(`/en${own}`)).status).toBe(410)
  expect((await at.post(`/en${own}`, {})).status).toBe(410)
  expect((await write('Later words', 1)).status).toBe(410)
  expect(await profile()).toContain('Kept words')
  expect((await at.post(`${keeping()}/${id}/revocation`, {}, await as(home.coordinator))).status).toBe(409)
  // A new one opens, until its time is over.
  expect((await ask()).status).toBe(303)
  expect((await at.get(`/en${await link()}`)).status).toBe(200)
  after(45)
  expect((await at.get(`/en${await link()}`)).status).toBe(410)
  expect((await at.get('/en/profile-checks/guessed')).status).toBe(404)
})

test('who does not answer waits on Today, and is asked again after a year unless nobody wants that', async () => {
  await ask()
  const scope = await scopeOf(at, home.coordinator)
  const waiting = async () => (await profileCheckDue(at.db, scope, at.services.clock.now(), 10)).total
  expect(await waiting()).toBe(0)
  after(15)
  expect(await waiting()).toBe(1)
  await at.post(`/en${await link()}`, {})
  expect(await waiting()).toBe(0)
  const first = await link()
  const stop = async (asks: string) => at.post(`${keeping()}/yearly`, { asks }, await as(home.coordinator))
  after(365 + 20)
  expect((await stop('no')).status).toBe(303)
  await askYearly(at.services)
  expect(await link()).toBe(first)
  await stop('yes')
  await askYearly(at.services)
  const second = await link()
  expect(second).not.toBe(first)
  await askYearly(at.services)
  expect(await link()).toBe(second)
})

test('a member that wrote has answered, also when the office undid what it wrote', async () => {
  await ask()
  await write('First words', 0)
  await write('Second words', 1)
  await at.post(`${keeping()}/undoing`, { group: 'about', basedOn: '2' }, await as(home.coordinator))
  after(15)
  const scope = await scopeOf(at, home.coordinator)
  expect((await profileCheckDue(at.db, scope, at.services.clock.now(), 10)).total).toBe(0)
  expect(await (await at.get(keeping(), await as(home.coordinator))).text()).toContain('answered')
})

test('what a part said more than a year ago is forgotten', async () => {
  await ask()
  await write('Old words', 0)
  await write('New words', 1)
  const earlier = () =>
    at.db.selectFrom('profile_part_earlier').select('revision').where('organisation_id', '=', firm.id).execute()
  await forgetEarlier(at.services)
  expect(await earlier()).toHaveLength(1)
  after(800)
  await forgetEarlier(at.services)
  expect(await earlier()).toHaveLength(0)
})
