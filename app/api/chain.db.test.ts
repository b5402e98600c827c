import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeCluster, makeMember } from '../../test/factories/members.ts'
import { makeOrganisation, type MadeOrganisation } from '../../test/factories/organisations.ts'
import { makePerson, makeRole, type MadePerson, unique } from '../../test/factories/people.ts'
import { type TestApplication, testApplication, testStart } from '../../test/harness/application.ts'
import { makeAlliance, type TestAlliance, type TestParty } from '../agreements/testing/alliance.ts'
import { inForceFor } from '../agreements/testing/inForce.ts'
import { askFollowUps } from '../impact/asking.ts'
import { apiRoutes } from './routes.tsx'
import { callerOf, tokenOf } from './testing/calling.ts'

let at: TestApplication
let call: ReturnType<typeof callerOf>
let alliance: TestAlliance
let agreement: { reference: string; until: string }
let home: TestParty
let partner: TestParty
let here: { id: string; slug: string }
let there: { id: string; slug: string }
let seeking: MadeOrganisation
let giving: MadeOrganisation
let seeker: MadePerson
let giver: MadePerson

beforeAll(async () => {
  at = await testApplication({ features: [apiRoutes] })
  call = callerOf(at)
})
beforeEach(async () => {
  alliance = await makeAlliance(at, 2)
  ;[home, partner] = alliance.parties as [TestParty, TestParty]
  agreement = await inForceFor(at, alliance)
  here = await makeCluster(at.db, home)
  there = await makeCluster(at.db, partner)
  seeking = await makeOrganisation(at.db, { name: 'Demo seeker', country: 'JP', timeZone: 'Asia/Tokyo' })
  giving = await makeOrganisation(at.db, { name: 'Demo giver', country: 'IT', timeZone: 'Europe/Rome' })
  await makeMember(at.db, seeking, here)
  await makeMember(at.db, giving, there)
  ;[seeker, giver] = [await makePerson(at.db), await makePerson(at.db)]
  await makeRole(at.db, seeker, 'member', seeking.id)
  await makeRole(at.db, giver, 'member', giving.id)
})
afterEach(() => at.services.clock.set(testStart))

/** What a program does with the token of a person, and what it gets. */
async function as(person: MadePerson, method: 'GET' | 'POST', path: string, body?: unknown) {
  const token = await tokenOf(at, person)
  return call(method, path, { token, ...(body === undefined ? {} : { body }) })
}

/** As the test reads it; the caller holds each answer to its description. */
type Answer = { [field: string]: Answer & string & unknown[] }

async function done(...asked: Parameters<typeof as>): Promise<Answer> {
  const { status, json } = await as(...asked)
  expect([200, 201], JSON.stringify(json)).toContain(status)
  return json
}

const figure = async (person: MadePerson, organisation: TestParty, indicator: string): Promise<number> =>
  ((await done(person, 'GET', `/reports/${organisation.slug}/${indicator}`))['rows'] ?? []).length

describe('by the API alone', () => {
  test('a need in Japanese is found in Italian, referred, met, followed up, and what came of it is counted', async () => {
    const mark = unique()
    const { reference: need } = await done(seeker, 'POST', '/needs', {
      organisation: seeking.slug,
      cluster: here.slug,
      language: 'ja',
      title: `内視鏡の洗浄を検証できる企業 ${mark}`,
      body: '一緒に検証する企業を探しています。',
      facts: { direction: 'request', kind: 'technology' },
    })
    await done(seeker, 'POST', `/needs/${need}/steps`, { act: 'submitted' })
    await done(home.coordinator, 'POST', `/needs/${need}/steps`, { act: 'published' })
    await at.drain()
    const found = await done(giver, 'GET', `/needs?q=endoscopio&cluster=${here.slug}`)
    expect(found['needs']).toMatchObject([{ reference: need, foundBy: ['endoscopio'] }])

    const { reference } = await done(giver, 'POST', '/referrals', {
      kind: 'introduction',
      fromOrganisationId: giving.id,
      toClusterId: here.id,
      need,
      language: 'it',
      subject: 'Convalida della sterilizzazione',
      message: 'Il nostro laboratorio può farlo.',
      consents: true,
    })
    const act = (person: MadePerson, body: object) => done(person, 'POST', `/referrals/${reference}/acts`, body)
    await act(partner.coordinator, { act: 'passed-on', side: 'home' })
    await act(home.coordinator, { act: 'passed-to', side: 'partner', to: seeking.id })
    expect((await done(seeker, 'GET', `/referrals/${reference}`))['asker']).toBe(null)
    expect(await act(seeker, { act: 'accepted', side: 'company' })).toEqual({ stage: 'introduced' })
    await at.drain()
    expect((await done(seeker, 'GET', `/referrals/${reference}`))['asker']).toMatchObject({ slug: giving.slug })

    at.services.clock.set(new Date('2022-04-23T12:00:00Z'))
    await done(giver, 'POST', `/outcomes/${reference}/meetings`, { heldOn: '2022-04-04', note: 'A trial in May' })
    await askFollowUps(at.services)
    const [mail] = await at.mailsTo(seeker.address)
    const token = /follow-ups\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? ''
    await done(seeker, 'POST', `/followups/${token}`, { answer: 'came', outcome: 'pilot' })
    const { outcomes } = await done(giver, 'GET', `/outcomes/${reference}`)
    const [outcome] = (outcomes ?? []) as { id: string }[]
    await done(giver, 'POST', `/outcomes/${reference}/${outcome?.id}/answers`, { answer: 'confirmed' })

    for (const [office, coordinator] of [
      [home, home.coordinator],
      [partner, partner.coordinator],
    ] as const)
      for (const indicator of ['referrals', 'introductions', 'meetings', 'outcomes'])
        expect(await figure(coordinator, office, indicator)).toBe(1)
    const review = await done(home.manager, 'GET', `/reviews/${agreement.reference}?year=1`)
    expect(JSON.stringify(review)).toContain(`/outcomes/${reference}`)
  })

  test('what an agreement opens closes with its last day', async () => {
    await done(seeker, 'POST', `/members/${seeking.slug}/edit/contacts`, {
      content: {
        people: [{ name: { label: { en: 'Demo person' } }, office: null, address: 'demo@demo.example', phone: null }],
      },
      visibility: 'partners',
      basedOn: 0,
    })
    const contacts = (person: MadePerson) =>
      as(person, 'POST', `/members/${seeking.slug}/contacts`, { purpose: 'To propose a meeting' })
    expect((await contacts(partner.coordinator)).json).toMatchObject({ people: [{ address: 'demo@demo.example' }] })
    const lastDay = new Date(`${agreement.until}T00:00:00Z`)
    at.services.clock.set(new Date(lastDay.getTime() + 2 * 24 * 60 * 60 * 1000))
    expect((await contacts(partner.coordinator)).json).toMatchObject({ code: 'not-open' })
  })

  test('a member list is taken in and undone', async () => {
    const name = `Demo Rehabilitation ${unique()} GmbH`
    const list = Buffer.from(`Name;Land;Ort\n${name};DE;Lübeck\nDemo Prothesen ${unique()} SA;FR;Lyon\n`)
    const { id } = await done(home.coordinator, 'POST', `/imports/${here.slug}`, {
      fileName: 'members.csv',
      contents: list.toString('base64'),
      language: 'de',
    })
    const address = `/imports/${here.slug}/${id}`
    const preview = await done(home.coordinator, 'GET', address)
    expect(preview['counts']).toMatchObject({ created: 2 })
    await done(home.coordinator, 'POST', `${address}/application`, {
      seen: preview['seen'],
      basedOn: preview['revision'],
    })
    const names = async () => JSON.stringify(await done(home.coordinator, 'GET', `/members/of/${here.slug}`))
    expect(await names()).toContain(name)
    expect(await done(home.coordinator, 'POST', `${address}/undoing`, { rest: false })).toEqual({ undone: 2, kept: 0 })
    expect(await names()).not.toContain(name)
  })

  test('a coordinator who leaves hands over in one act', async () => {
    const successor = await makePerson(at.db)
    await makeRole(at.db, successor, 'coordinator', home.id)
    const { reference } = await done(seeker, 'POST', '/referrals', {
      kind: 'regulatory',
      fromOrganisationId: seeking.id,
      toClusterId: there.id,
      language: 'ja',
      subject: '薬事の相談',
      message: '見本：クラス分類について。',
      consents: true,
    })
    await done(home.coordinator, 'POST', `/referrals/${reference}/assignment`, { personId: home.coordinator.id })
    const openOf = async (person: MadePerson) => {
      const { responsibilities } = await done(home.manager, 'GET', `/handovers/${home.slug}`)
      const all = (responsibilities ?? []) as { person: { id: string }; open: { path: string }[] }[]
      return all.find((one) => one.person.id === person.id)?.open.map(({ path }) => path) ?? []
    }
    expect(await openOf(home.coordinator)).toContain(`/referrals/${reference}`)
    await done(home.manager, 'POST', `/handovers/${home.slug}`, {
      from: home.coordinator.id,
      to: successor.id,
      note: 'She knows the laboratory.',
      endsRoles: true,
    })
    expect(await openOf(successor)).toContain(`/referrals/${reference}`)
  })
})
