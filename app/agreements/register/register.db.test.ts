import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeOrganisation, type MadeOrganisation } from '../../../test/factories/organisations.ts'
import { makePerson, makeRole, type MadePerson } from '../../../test/factories/people.ts'
import { testApplication, type TestApplication } from '../../../test/harness/application.ts'
import { locales } from '../../language/locales.ts'

let at: TestApplication
let ours: MadeOrganisation
let theirs: MadeOrganisation
let keeper: MadePerson
let partner: MadePerson

beforeAll(async () => {
  at = await testApplication()
})
beforeEach(async () => {
  ours = await makeOrganisation(at.db, { timeZone: 'Europe/Rome' })
  theirs = await makeOrganisation(at.db)
  keeper = await makePerson(at.db)
  partner = await makePerson(at.db)
  await makeRole(at.db, keeper, 'coordinator', ours.id)
  await makeRole(at.db, partner, 'manager', theirs.id)
})

const read = async (person: MadePerson, path: string) => at.get(path, { cookie: await at.signIn(person) })
const enter = async (form: Record<string, string | string[]>, path = `/en/register/${ours.slug}`, person = keeper) =>
  at.post(path, { kind: 'memorandum', titleLanguage: 'en', ...form }, { cookie: await at.signIn(person) })

const known = {
  title: 'Memorandum with a demonstration association',
  others: 'Demonstration association (US)\n見本病院',
  signedOn: '2021-04-17',
  termMonths: '24',
  languages: ['en', 'ja'],
}

async function registered(form: Record<string, string | string[]> = known): Promise<string> {
  const entered = await enter(form)
  expect(entered.status).toBe(303)
  return (entered.headers.get('location') ?? '').replace(/\?.*/, '')
}

describe('the register', () => {
  test('is whole in every language, empty and with entries of which little is known', async () => {
    for (const locale of locales) {
      const empty = await (await read(keeper, `/${locale}/register/${ours.slug}`)).text()
      expect(empty).not.toMatch(/undefined|\[object|NaN/)
    }
    const address = await registered({ title: 'An old letter', others: 'Somebody' })
    for (const locale of locales)
      for (const path of [`register/${ours.slug}`, address.slice(4), `${address.slice(4)}/registration`])
        expect(await (await read(keeper, `/${locale}/${path}`)).text()).not.toMatch(/undefined|\[object|NaN/)
    const page = await (await read(keeper, address)).text()
    expect(page).toContain('not known')
    expect(page).toContain('Registered')
  })

  test('works out the last day from the first and the term, where whoever keeps the entry is', async () => {
    const address = await registered()
    const page = await (await read(keeper, address)).text()
    expect(page).toContain('16 April 2023')
    expect(page).toContain('In force')
    expect(page).toContain('Demonstration association (United States)')
    expect(page).toContain('見本病院')
    expect(await (await read(keeper, `/en/register/${ours.slug}`)).text()).toContain('signed elsewhere')
  })

  test('what was signed elsewhere waits for nobody’s approval or signature', async () => {
    const title = 'A letter of long ago'
    const address = await registered({ title, 'party.2': theirs.id })
    for (const person of [keeper, partner]) {
      const today = await (await read(person, '/en/today')).text()
      expect(today).not.toContain(title)
      expect(today).not.toContain(address)
    }
  })

  test('a party in Musubi sees it too, keeps its own undertakings there, but neither corrects nor drafts', async () => {
    const address = await registered({ ...known, 'party.2': theirs.id })
    expect((await read(partner, address)).status).toBe(200)
    expect((await read(partner, `${address}/registration`)).status).toBe(404)
    const life = await (await read(partner, `${address}/life`)).text()
    expect(life).toContain('Add an undertaking')
    expect(life).not.toContain('Prepare the draft')
    const cookie = await at.signIn(keeper)
    const clause = { 'heading.en': 'Purpose', 'body.en': 'To change what was signed.' }
    expect((await at.post(`${address}/clauses`, clause, { cookie })).status).toBe(403)
    const stranger = await makePerson(at.db)
    expect((await read(stranger, address)).status).toBe(404)
  })

  test('an entry is corrected with its former words on record, and struck off without a trace in the lists', async () => {
    const address = await registered({ ...known, 'party.2': theirs.id })
    expect((await enter({ ...known, title: 'Corrected', until: '2026-01-31' }, `${address}/registration`)).status).toBe(
      303,
    )
    const page = await (await read(keeper, address)).text()
    expect(page).toContain('Corrected')
    expect(page).toContain('31 January 2026')
    expect((await read(partner, address)).status).toBe(404)
    expect((await enter({}, `${address}/registration/withdrawal`)).status).toBe(303)
    expect((await read(keeper, address)).status).toBe(404)
    expect(await (await read(keeper, `/en/register/${ours.slug}`)).text()).not.toContain('Corrected')
  })

  test('refuses what cannot be, each in a sentence with the entries kept', async () => {
    const wrong = async (form: Record<string, string>, sentence: string) => {
      const answer = await enter({ ...known, ...form })
      expect(answer.status).toBe(422)
      const text = await answer.text()
      expect(text).toContain(sentence)
      expect(text).toContain('Memorandum with a demonstration association')
    }
    await wrong({ others: '' }, 'at least one other party')
    await wrong({ signedOn: '2022-03-23' }, 'has not come yet')
    await wrong({ until: '2020-01-01' }, 'before the first')
    await wrong({ 'party.2': theirs.id, 'party.3': theirs.id }, 'named twice')
    await wrong({ 'party.2': 'x' }, 'from the list')
    await wrong({ responsible: partner.id }, 'somebody who manages')
    expect((await enter(known, undefined, partner)).status).toBe(404)
  })
})
