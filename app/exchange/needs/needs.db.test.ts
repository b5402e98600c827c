import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeCluster, makeMember } from '../../../test/factories/members.ts'
import { makeOrganisation, type MadeOrganisation } from '../../../test/factories/organisations.ts'
import { makePerson, makeRole, type MadePerson, unique } from '../../../test/factories/people.ts'
import { testApplication, type TestApplication } from '../../../test/harness/application.ts'
import { locales } from '../../language/locales.ts'
import { remindOfExpiry } from './reminding.ts'

let at: TestApplication
let home: MadeOrganisation
let cluster: { id: string; slug: string }
let company: MadeOrganisation
let coordinator: MadePerson
let member: MadePerson

const start = new Date('2022-03-22T08:00:00Z')

beforeAll(async () => {
  at = await testApplication()
})

beforeEach(async () => {
  at.services.clock.set(start)
  home = await makeOrganisation(at.db)
  cluster = await makeCluster(at.db, home)
  company = await makeOrganisation(at.db, { name: `Hidden ${unique()}`, kind: 'company', timeZone: 'Asia/Tokyo' })
  await makeMember(at.db, company, cluster)
  coordinator = await makePerson(at.db)
  member = await makePerson(at.db)
  await makeRole(at.db, coordinator, 'coordinator', home.id)
  await makeRole(at.db, member, 'member', company.id)
})

const form = (more: Record<string, string> = {}) => ({
  place: `${company.slug} ${cluster.slug}`,
  direction: 'request',
  kind: 'business',
  title: `Seeking a distributor ${company.slug}`,
  body: 'For the Italian market.\nTwo years.',
  ...more,
})

const get = async (person: MadePerson | null, path: string) =>
  at.get(path, person ? { cookie: await at.signIn(person) } : {})

const text = async (person: MadePerson | null, path: string) => (await get(person, path)).text()

const post = async (person: MadePerson, path: string, given: Record<string, string>) =>
  at.post(path, given, { cookie: await at.signIn(person) })

/** Enters a need and says where it stands: `/en/needs/7K3F-9QX2`. */
async function enter(more: Record<string, string> = {}, person = member): Promise<string> {
  const answer = await post(person, '/en/needs', form(more))
  expect(answer.status).toBe(303)
  return new URL(answer.headers.get('location') ?? '', 'http://x').pathname
}

const step = (person: MadePerson, need: string, act: string, reason = '') =>
  post(person, `${need}/steps`, { act, reason })

async function publish(more: Record<string, string> = {}): Promise<string> {
  const need = await enter({ ...more, onward: 'submit' })
  expect((await step(coordinator, need, 'published')).status).toBe(303)
  return need
}

describe('a need', () => {
  test('is read by nobody else before its review, which waits on Today; then by everybody in every language', async () => {
    const need = await enter({ onward: 'submit', readiness: '7', partners: 'distributor', emdn: 'z12, A0101' })
    expect((await get(null, need)).status).toBe(404)
    expect(await text(coordinator, '/en/today')).toContain(`Review: Seeking a distributor ${company.slug}`)
    expect(await text(coordinator, '/en/needs/kept')).toContain('Waiting for your review')
    expect((await step(member, need, 'published')).status).toBe(403)
    expect((await step(coordinator, need, 'published')).status).toBe(303)
    for (const locale of locales) {
      for (const path of [need, '/en/needs', '/en/needs/kept', '/en/needs/new', `${need}/edit`]) {
        const page = await text(member, path.replace('/en/', `/${locale}/`))
        expect(page).not.toMatch(/undefined|\[object/)
      }
      expect(await text(null, need.replace('/en/', `/${locale}/`))).toContain(company.name)
    }
    expect(await text(null, `/en/needs?cluster=${cluster.slug}&direction=request&kind=business&language=en`)).toContain(
      company.name,
    )
    expect(await text(null, `/en/needs?cluster=${cluster.slug}&direction=offer`)).not.toContain(company.name)
  })

  test('goes back with a reason, is revised and submitted again; the reason is asked for', async () => {
    const need = await enter({ onward: 'submit' })
    expect((await step(coordinator, need, 'returned')).status).toBe(422)
    expect((await step(coordinator, need, 'returned', 'Say for which market.')).status).toBe(303)
    expect(await text(member, need)).toContain('Say for which market.')
    expect(await text(member, '/en/today')).toContain('Returned to you')
    const { place: _, ...revised } = form({ title: 'Seeking a clinic' })
    expect((await post(member, need, revised)).status).toBe(303)
    expect((await step(member, need, 'submitted')).status).toBe(303)
    expect((await step(member, need, 'submitted')).status).toBe(409)
    const mails = await at.db
      .selectFrom('mail')
      .select(['kind', 'to_address'])
      .where('to_address', 'in', [member.address, coordinator.address])
      .execute()
    expect(mails.filter(({ kind }) => kind === 'need-submitted')).toHaveLength(2)
    expect(mails.filter(({ kind }) => kind === 'need-returned')).toEqual([
      { kind: 'need-returned', to_address: member.address },
    ])
  })

  test('that is anonymous names its member on no page and in no answer but to those who keep it', async () => {
    const need = await publish({ anonymous: 'yes', title: 'Seeking', body: 'A partner.' })
    const stranger = await makePerson(at.db)
    for (const person of [null, stranger]) {
      for (const path of [need, `/en/needs?cluster=${cluster.slug}`, need.replace('/en/', '/api/v1/')]) {
        const page = await text(person, path)
        expect(page).toContain('Seeking')
        for (const trace of [company.name, company.slug, company.id]) expect(page).not.toContain(trace)
      }
    }
    expect(await text(member, need)).toContain(company.name)
  })

  test('is not there for a rival, nor for anybody of a rival’s cluster', async () => {
    const rival = await makeOrganisation(at.db, { kind: 'company' })
    const other = await makeCluster(at.db, await makeOrganisation(at.db))
    const neighbour = await makeOrganisation(at.db, { kind: 'company' })
    await makeMember(at.db, neighbour, other)
    const [one, two, three] = [await makePerson(at.db), await makePerson(at.db), await makePerson(at.db)]
    await makeRole(at.db, one, 'member', rival.id)
    await makeRole(at.db, two, 'member', neighbour.id)
    await makeRole(at.db, three, 'member', (await makeOrganisation(at.db)).id)
    const need = await publish({ rivalOrganisations: rival.name, rivalClusters: other.slug })
    const seen = [one, two, three].map(async (person) => [
      (await get(person, need)).status,
      (await text(person, `/en/needs?cluster=${cluster.slug}`)).includes(company.name),
    ])
    expect(await Promise.all(seen)).toEqual([
      [404, false],
      [404, false],
      [200, true],
    ])
    expect((await post(member, '/en/needs', form({ rivalOrganisations: 'Nobody of that name' }))).status).toBe(422)
  })

  test('stands until its day ends where the member is; one reminder, one press, another half year', async () => {
    const need = await publish({ expiresOn: '2022-04-10' })
    at.services.clock.set(new Date('2022-03-26T10:00:00Z'))
    await remindOfExpiry(at.services)
    expect(await reminders()).toBe(0)
    at.services.clock.set(new Date('2022-03-26T16:00:00Z'))
    await remindOfExpiry(at.services)
    await remindOfExpiry(at.services)
    expect(await reminders()).toBe(1)
    expect(await text(member, '/en/today')).toContain('Renew or let expire')
    at.services.clock.set(new Date('2022-04-10T14:59:00Z'))
    expect((await get(null, need)).status).toBe(200)
    at.services.clock.set(new Date('2022-04-10T15:00:00Z'))
    expect((await get(null, need)).status).toBe(404)
    expect(await text(null, `/en/needs?cluster=${cluster.slug}`)).not.toContain(company.name)
    expect((await step(member, need, 'renewed')).status).toBe(303)
    expect((await get(null, need)).status).toBe(200)
    expect(await text(member, need)).toContain('11 October 2022')
    expect((await step(member, need, 'withdrawn')).status).toBe(303)
    expect((await get(null, need)).status).toBe(404)
  })

  test('may be translated after its review, but no longer changed', async () => {
    const need = await publish()
    expect((await post(member, need, { title: 'Another', body: 'Other.' })).status).toBe(409)
    const there = need.replace('/en/', '/it/')
    expect((await post(member, there, { title: 'Cerchiamo un distributore', body: 'Per l’Italia.' })).status).toBe(303)
    expect(await text(null, there)).toContain('Cerchiamo un distributore')
    expect(await text(null, need)).toContain('Seeking a distributor')
  })

  test('a coordinator enters for a member and publishes, which is recorded; other members’ people do not', async () => {
    const need = await enter({}, coordinator)
    expect((await step(coordinator, need, 'published')).status).toBe(303)
    expect(await text(member, need)).toContain('by the person who entered it')
    const outside = await makePerson(at.db)
    const elsewhere = await makeOrganisation(at.db)
    await makeRole(at.db, outside, 'member', elsewhere.id)
    await makeMember(at.db, elsewhere, cluster)
    expect((await post(outside, '/en/needs', form())).status).toBe(403)
    expect((await step(outside, need, 'withdrawn')).status).toBe(404)
    expect((await post(member, '/en/needs', form({ title: '', expiresOn: '2021-01-01' }))).status).toBe(422)
    expect((await post(member, '/en/needs', form({ expiresOn: '2021-01-01' }))).status).toBe(422)
  })

  test('is found in another language than its own, says by what, and in words that are no concept', async () => {
    const title = `内視鏡の洗浄を検証できる企業 ${company.slug}`
    const need = await enter({ title, body: 'トリノの企業を歓迎します。100%自動' })
    await step(member, need, 'submitted')
    await step(coordinator, need, 'published')
    await at.drain()
    const found = async (q: string) => text(null, `/it/needs?${new URLSearchParams({ q, cluster: cluster.slug })}`)
    expect(await found('endoscopi')).toContain(company.slug)
    expect(await found('endoscopi')).toContain('Trovato con: endoscopi')
    expect(await found('Endoskop')).toContain(company.slug)
    expect(await found('トリノ')).toContain(company.slug)
    expect(await found(company.slug)).toContain(company.slug)
    expect(await found('protesi d’anca')).not.toContain(company.slug)
    expect(await found('100%自動')).toContain(company.slug)
    for (const nasty of ["'", '%', '_', String.raw`\\`, '🦴', ' '.repeat(5)])
      expect((await get(null, `/it/needs?${new URLSearchParams({ q: nasty })}`)).status).toBe(200)
  })
})

const reminders = async () =>
  (
    await at.db
      .selectFrom('mail')
      .select('id')
      .where('to_address', '=', member.address)
      .where('kind', '=', 'need-expiring')
      .execute()
  ).length
