import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeOrganisation, type MadeOrganisation } from '../../../test/factories/organisations.ts'
import { makePerson, makeRole, type MadePerson } from '../../../test/factories/people.ts'
import { testApplication, type TestApplication } from '../../../test/harness/application.ts'
import { locales } from '../../language/locales.ts'
import { readTable } from '../../organisations/import/reading/reading.ts'

let at: TestApplication
let ours: MadeOrganisation
let keeper: MadePerson
let colleague: MadePerson

beforeAll(async () => {
  at = await testApplication()
})

beforeEach(async () => {
  ours = await makeOrganisation(at.db, { name: 'Our cluster' })
  keeper = await makePerson(at.db, { timeZone: 'Asia/Tokyo' })
  colleague = await makePerson(at.db, { timeZone: 'Europe/Paris' })
  await makeRole(at.db, keeper, 'coordinator', ours.id)
  await makeRole(at.db, colleague, 'manager', ours.id)
})

const visit = {
  kind: 'visit',
  heldOn: '2022-03-21',
  counterpart: 'Demonstration clinic',
  people: 'Dr 髙橋',
  agreed: 'They try the catheter.\nThree months.',
}

const log = async (person: MadePerson, locale = 'en') =>
  at.get(`/${locale}/contacts/${ours.slug}`, { cookie: await at.signIn(person) })

const post = async (person: MadePerson, form: Record<string, string>, below = '') =>
  at.post(`/en/contacts/${ours.slug}${below}`, form, { cookie: await at.signIn(person) })

const today = async (person: MadePerson) => (await at.get('/en/today', { cookie: await at.signIn(person) })).text()

describe('the log of contacts', () => {
  test('is whole in every language, empty and with an entry', async () => {
    for (const locale of locales) expect(await (await log(keeper, locale)).text()).not.toMatch(/undefined|\[object/)
    expect((await post(keeper, visit)).status).toBe(303)
    for (const locale of locales) {
      const text = await (await log(colleague, locale)).text()
      expect(text).toContain('Dr 髙橋')
      expect(text).toContain('They try the catheter.')
      expect(text).not.toMatch(/undefined|\[object/)
    }
  })

  test('a next step stands on its owner’s Today, late after its day in the owner’s zone, and is gone when done', async () => {
    await post(keeper, { ...visit, next: 'Send the contract', dueOn: '2022-03-22' })
    // 17:00 in Kobe: the day is not over there.
    expect(await today(keeper)).toContain('Send the contract')
    expect(await today(keeper)).not.toContain('Overdue')
    at.services.clock.set(new Date('2022-03-22T15:00:00Z'))
    expect(await today(keeper)).toContain('Overdue')
    expect(await today(colleague)).toContain('Send the contract')
    const step = /steps\/([\w-]+)\/completion/.exec(await (await log(keeper)).text())?.[1] ?? ''
    expect((await post(colleague, {}, `/steps/${step}/completion`)).status).toBe(303)
    expect(await today(keeper)).not.toContain('Send the contract')
    expect((await post(colleague, {}, `/steps/${step}/completion`)).status).toBe(404)
    at.services.clock.set(new Date('2022-03-22T08:00:00Z'))
  })

  test('a withdrawn entry is gone from the log, and its step from Today', async () => {
    await post(keeper, { ...visit, next: 'Send the contract', dueOn: '2022-03-30' })
    const entry = /contacts\/[\w-]+\/([0-9a-f-]{36})\/withdrawal/.exec(await (await log(keeper)).text())?.[1] ?? ''
    expect((await post(keeper, {}, `/${entry}/withdrawal`)).status).toBe(303)
    expect(await (await log(keeper)).text()).not.toContain('They try the catheter.')
    expect(await today(keeper)).not.toContain('Send the contract')
  })

  test('refuses the future, a step without a day, an agreement of others, and keeps what was written', async () => {
    const tomorrow = await post(keeper, { ...visit, heldOn: '2022-03-23' })
    expect(tomorrow.status).toBe(422)
    expect(await tomorrow.text()).toContain('They try the catheter.')
    expect((await post(keeper, { ...visit, next: 'Send the contract' })).status).toBe(422)
    expect((await post(keeper, { ...visit, dueOn: '2022-03-30' })).status).toBe(422)
    expect((await post(keeper, { ...visit, agreement: crypto.randomUUID() })).status).toBe(422)
    expect((await post(keeper, { ...visit, agreed: '' })).status).toBe(422)
  })

  test('older entries stand on a page of their own, none twice and none left out', async () => {
    for (let number = 100; number < 152; number++) await post(keeper, { ...visit, agreed: `Agreed ${number}.` })
    const first = await (await log(keeper)).text()
    const older = /contacts\/[\w-]+\?before=[\w-]+/.exec(first)?.[0] ?? ''
    const rest = await (await at.get(`/en/${older}`, { cookie: await at.signIn(keeper) })).text()
    const shown = (text: string) => (text.match(/Agreed \d{3}\./g) ?? []).length
    expect([shown(first), shown(rest)]).toEqual([50, 2])
    expect(rest).toContain('Agreed 101.')
  })

  test('the whole log goes out as a sheet, nothing in it runs as a formula, and that it was taken is on record', async () => {
    await post(keeper, { ...visit, counterpart: '=1+1', next: 'Send the contract', dueOn: '2022-03-22' })
    for (let number = 100; number < 152; number++) await post(keeper, { ...visit, agreed: `Agreed ${number}.` })
    const cookie = await at.signIn(colleague)
    const path = `/de/contacts/${ours.slug}/export`
    const text = await (await at.get(`${path}?format=csv`, { cookie })).text()
    expect(text.match(/Agreed \d{3}\./g)).toHaveLength(52)
    expect(text).toContain(`"2022-03-21","Besuch","'=1+1","Dr 髙橋","They try the catheter.\nThree months."`)
    expect(text).toContain('Send the contract')
    const table = await readTable(new Uint8Array(await (await at.get(path, { cookie })).arrayBuffer()), {})
    expect('refused' in table ? [] : table.rows).toHaveLength(53)
    const taken = await at.db
      .selectFrom('activity')
      .select('facts')
      .where('subject_id', '=', ours.id)
      .where('verb', '=', 'contact.log-exported')
      .execute()
    expect(taken).toHaveLength(2)
    const outside = await makePerson(at.db)
    expect((await at.get(path, { cookie: await at.signIn(outside) })).status).toBe(404)
  })

  test('nobody of another organisation reads it or writes in it', async () => {
    const outside = await makePerson(at.db)
    await makeRole(at.db, outside, 'manager', (await makeOrganisation(at.db)).id)
    expect((await log(outside)).status).toBe(404)
    expect((await post(outside, visit)).status).toBe(404)
  })
})
