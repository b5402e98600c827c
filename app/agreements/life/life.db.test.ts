import { sql } from 'kysely'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makePerson, makeRole } from '../../../test/factories/people.ts'
import { testApplication, type TestApplication, testStart } from '../../../test/harness/application.ts'
import { asReader } from '../../accounts/asReader.ts'
import { locales } from '../../language/locales.ts'
import { makeAlliance, scopeOf, type TestAlliance } from '../testing/alliance.ts'
import { inForceFor } from '../testing/inForce.ts'
import { remindOfEnds } from './reminding.ts'

let at: TestApplication
let alliance: TestAlliance
let agreement: { id: string; reference: string; until: string }

beforeAll(async () => {
  at = await testApplication()
})
beforeEach(async () => {
  alliance = await makeAlliance(at, 3)
  agreement = await inForceFor(at, alliance)
})
afterEach(() => at.services.clock.set(testStart))

const [lead, partner] = [0, 1]
const party = (index: number) => alliance.parties[index] ?? alliance.lead

const page = async (person: { id: string }, below = '/life', locale = 'en') =>
  (await at.get(`/${locale}/agreements/${agreement.reference}${below}`, { cookie: await at.signIn(person) })).text()

const post = async (person: { id: string }, below: string, form: Record<string, string> = {}) =>
  at.post(`/en/agreements/${agreement.reference}${below}`, form, { cookie: await at.signIn(person) })

/** Whose doors stand open to somebody, as the database's policies see it. */
async function openTo(person: { id: string }, opens: string): Promise<string[]> {
  const scope = await scopeOf(at, person)
  return asReader(at.db, scope, at.services.clock.now(), async (tx) => {
    const { rows } = await sql<{ open: string[] }>`select opened_to_asker(${opens}) as open`.execute(tx)
    return rows[0]?.open ?? []
  })
}

const others = () => [party(partner).id, party(2).id].toSorted()

describe('an agreement after its signature', () => {
  test('says in every language what is owed and what stands open', async () => {
    for (const locale of locales) {
      const text = await page(party(lead).coordinator, '/life', locale)
      expect(text).toContain(party(lead).slug)
      expect(text).not.toMatch(/undefined|\[object|NaN/)
    }
  })

  test('opens to the other parties what its clauses say, from the first moment to its last day', async () => {
    const { coordinator } = party(lead)
    expect((await openTo(coordinator, 'referrals')).toSorted()).toEqual(others())
    expect(await openTo(coordinator, 'products')).toEqual([])
    // The last day is the drafting party's: over at midnight in Tokyo, which is 15:00 UTC.
    at.services.clock.set(new Date(`${agreement.until}T14:59:59Z`))
    expect((await openTo(coordinator, 'referrals')).toSorted()).toEqual(others())
    at.services.clock.set(new Date(`${agreement.until}T15:00:00Z`))
    expect(await openTo(coordinator, 'referrals')).toEqual([])
    expect(await page(coordinator)).toContain('all these doors are closed')
  })

  test('what is for coordinators stays closed to others of the same party, and to strangers', async () => {
    const member = await makePerson(at.db)
    await makeRole(at.db, member, 'member', party(lead).id)
    const stranger = await makePerson(at.db)
    expect((await openTo(party(lead).coordinator, 'contacts')).toSorted()).toEqual(others())
    expect(await openTo(member, 'contacts')).toEqual([])
    expect((await openTo(member, 'referrals')).toSorted()).toEqual(others())
    expect(await openTo(stranger, 'referrals')).toEqual([])
  })

  test('a party closes and opens its own doors, and nobody else’s', async () => {
    const { coordinator } = party(partner)
    const choice = { 'opens.products': 'members', 'opens.about': 'coordinators' }
    const closed = Object.fromEntries(
      ['certificates', 'markets', 'facilities', 'contacts', 'referrals', 'events'].map((what) => [
        `opens.${what}`,
        'closed',
      ]),
    )
    const form = { organisation: party(partner).id, ...closed, ...choice }
    expect((await post(coordinator, '/grants', { ...form, organisation: party(lead).id })).status).toBe(403)
    expect((await post(coordinator, '/grants', form)).status).toBe(303)
    expect(await openTo(party(lead).coordinator, 'products')).toEqual([party(partner).id])
    expect(await openTo(party(lead).coordinator, 'referrals')).toEqual([party(2).id])
  })

  test('suspension closes all doors at once, and lifting it opens them again', async () => {
    const { manager, coordinator } = party(partner)
    const form = { organisation: party(partner).id, reason: 'The budget is not yet voted.' }
    expect((await post(coordinator, '/suspension', form)).status).toBe(403)
    expect((await post(manager, '/suspension', { ...form, reason: '' })).status).toBe(422)
    expect((await post(manager, '/suspension', form)).status).toBe(303)
    expect(await openTo(party(lead).coordinator, 'referrals')).toEqual([])
    expect(await page(party(lead).coordinator)).toContain('The budget is not yet voted.')
    const [mail] = await at.mailsTo(party(lead).manager.address)
    expect(mail?.subject).toContain('Suspended')
    expect((await post(party(lead).manager, '/suspension/lifting')).status).toBe(403)
    expect((await post(manager, '/suspension/lifting')).status).toBe(303)
    expect((await openTo(party(lead).coordinator, 'referrals')).toSorted()).toEqual(others())
  })

  test('notice takes effect after its period, where the drafting party is, and may be taken back until then', async () => {
    const { manager } = party(partner)
    const form = { organisation: party(partner).id, reason: 'We merge with another cluster.' }
    expect((await post(manager, '/termination', form)).status).toBe(303)
    // Three months from 22 March and that day whole: over with the beginning of 23 June in Tokyo.
    at.services.clock.set(new Date('2022-06-22T14:59:59Z'))
    expect((await openTo(party(lead).coordinator, 'referrals')).toSorted()).toEqual(others())
    at.services.clock.set(new Date('2022-06-22T15:00:00Z'))
    expect(await openTo(party(lead).coordinator, 'referrals')).toEqual([])
    expect(await page(party(lead).coordinator)).toContain('Terminated')
    expect((await post(manager, '/termination/retraction')).status).toBe(409)
    at.services.clock.set(new Date('2022-06-01T00:00:00Z'))
    expect((await post(manager, '/termination/retraction')).status).toBe(303)
    at.services.clock.set(new Date('2022-06-22T15:00:00Z'))
    expect((await openTo(party(lead).coordinator, 'referrals')).toSorted()).toEqual(others())
  })

  test('reminds all parties 180, 90 and 30 days before the end, each once, and no longer when it is being renewed', async () => {
    const reminded = async () =>
      (await at.mailsTo(party(partner).manager.address))
        .map(({ subject }) => subject)
        .filter((line) => line?.includes('days left'))
    const daysLeft = (days: number) =>
      at.services.clock.set(new Date(Date.parse(`${agreement.until}T03:00:00Z`) - days * 86_400_000))
    daysLeft(181)
    await remindOfEnds(at.services)
    expect(await reminded()).toEqual([])
    daysLeft(180)
    await remindOfEnds(at.services)
    await remindOfEnds(at.services)
    daysLeft(89)
    await remindOfEnds(at.services)
    expect(await reminded()).toEqual([
      expect.stringContaining('89 days left'),
      expect.stringContaining('180 days left'),
    ])
    const renewed = await post(party(lead).coordinator, '/renewal')
    const draft = renewed.headers.get('location') ?? ''
    expect(draft).toMatch(/\/en\/agreements\/[\w-]+$/)
    expect((await post(party(lead).coordinator, '/renewal')).status).toBe(409)
    daysLeft(30)
    await remindOfEnds(at.services)
    expect(await reminded()).toHaveLength(2)
    expect(await page(party(lead).coordinator)).toContain('The next agreement is being prepared')
  })
})
