import readXlsxFile from 'read-excel-file/node'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeCluster, makeMember } from '../../test/factories/members.ts'
import { makeOrganisation, type MadeOrganisation } from '../../test/factories/organisations.ts'
import { makePerson, makeRole, type MadePerson } from '../../test/factories/people.ts'
import { testApplication, type TestApplication, testStart } from '../../test/harness/application.ts'
import { granted, makeAlliance, scopeOf, type TestParty } from '../agreements/testing/alliance.ts'
import { inForceFor } from '../agreements/testing/inForce.ts'
import { actOnReferral } from '../exchange/referrals/acting.ts'
import { askForReferral } from '../exchange/referrals/asking.ts'
import { locales } from '../language/locales.ts'
import { writePart } from '../organisations/members/writing.ts'
import { askFollowUps } from './asking.ts'

let at: TestApplication
let home: TestParty
let partner: TestParty
let asking: MadeOrganisation
let seeker: MadePerson
let giver: MadePerson
let reference: string

beforeAll(async () => {
  at = await testApplication()
})
beforeEach(async () => {
  const alliance = await makeAlliance(at, 2)
  ;[home, partner] = alliance.parties as [TestParty, TestParty]
  await inForceFor(at, alliance)
  const here = await makeCluster(at.db, home)
  const there = await makeCluster(at.db, partner)
  asking = await makeOrganisation(at.db, { name: 'Demo asker', timeZone: 'Asia/Tokyo' })
  const asked = await makeOrganisation(at.db, { name: 'Demo giver', timeZone: 'Europe/Rome' })
  await makeMember(at.db, asking, here)
  await makeMember(at.db, asked, there)
  ;[seeker, giver] = [await makePerson(at.db, { locale: 'en' }), await makePerson(at.db)]
  await makeRole(at.db, seeker, 'member', asking.id)
  await makeRole(at.db, giver, 'member', asked.id)
  const scope = await scopeOf(at, seeker)
  const about = { description: null, size: 'small' as const, founded: null }
  const part = {
    organisationId: asking.id,
    group: 'about' as const,
    content: about,
    visibility: 'coordinators' as const,
  }
  granted(await writePart(at.services, scope, part))
  const made = await askForReferral(at.services, scope, {
    kind: 'introduction',
    fromOrganisationId: asking.id,
    toClusterId: there.id,
    toOrganisationId: null,
    need: null,
    language: 'en',
    subject: 'Cleaning of endoscopes',
    message: 'We look for a partner.',
    consents: true,
  })
  if ('refused' in made) throw new Error(made.refused)
  reference = made.reference
  const nothing = { reason: null, words: null, toOrganisationId: null }
  const act = async (person: MadePerson, input: Parameters<typeof actOnReferral>[3]) =>
    granted(await actOnReferral(at.services, await scopeOf(at, person), made.id, input))
  await act(home.coordinator, { ...nothing, act: 'passed-on', side: 'home' })
  await act(partner.coordinator, { ...nothing, act: 'passed-to', side: 'partner', toOrganisationId: asked.id })
  await act(giver, { ...nothing, act: 'accepted', side: 'company' })
  await at.drain()
})
afterEach(() => at.services.clock.set(testStart))

const get = async (person: MadePerson, path: string) => (await at.get(path, { cookie: await at.signIn(person) })).text()
const post = async (person: MadePerson, path: string, form: Record<string, string>) =>
  at.post(path, form, { cookie: await at.signIn(person) })

/** The address in the newest mail to somebody. */
async function addressFor(person: MadePerson): Promise<string> {
  const [mail] = await at.mailsTo(person.address)
  return new URL(/https?:\/\/\S+\/follow-ups\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? 'http://nothing').pathname
}

/** The figure of one indicator, as its page says it and as its rows count it. */
async function figure(person: MadePerson, organisation: { slug: string }, key: string): Promise<number> {
  const csv = await get(person, `/en/reports/${organisation.slug}?format=csv`)
  const rows = await get(person, `/en/reports/${organisation.slug}/${key}?format=csv`)
  const names: Record<string, string> = {
    companies: 'Companies involved',
    smes: 'Small and medium-sized among them',
    introductions: 'Introductions made',
    outcomes: 'Outcomes',
    projects: 'Joint projects among them',
    referrals: 'Introductions and support asked',
    contacts: 'Meetings, calls and visits',
    kept: 'Undertakings kept',
    meetings: 'Meetings of companies',
    needs: 'Needs and offers published',
  }
  const line = csv.split('\r\n').find((one) => one.startsWith(`"${names[key]}"`)) ?? ''
  const count = Number(/^"[^"]*","(\d+)"/.exec(line)?.[1])
  expect(rows.trimEnd().split('\r\n').length - 1).toBe(count)
  return count
}

describe('what came of it', () => {
  test('companies are asked after a month, on the day where they are; a scanner’s visit answers nothing, two taps do', async () => {
    at.services.clock.set(new Date('2022-04-21T14:59:00Z'))
    await askFollowUps(at.services)
    expect(await addressFor(seeker)).toBe('/')
    at.services.clock.set(new Date('2022-04-21T15:00:00Z'))
    await askFollowUps(at.services)
    await askFollowUps(at.services)
    const address = await addressFor(seeker)
    for (const locale of locales) {
      const page = await (await at.get(address.replace('/en/', `/${locale}/`))).text()
      expect(page).toContain('Cleaning of endoscopes')
      expect(page).not.toMatch(/undefined|\[object|NaN/)
    }
    expect(await get(home.coordinator, `/en/outcomes/${reference}`)).toContain('none yet')
    expect((await at.post(address, { answer: 'came' })).status).toBe(422)
    expect((await at.post(address, { answer: 'in-talks' })).status).toBe(303)
    expect((await at.post(address, { answer: 'came', outcome: 'pilot', words: 'Three months in Turin' })).status).toBe(
      303,
    )
    expect((await at.post(address, { answer: 'came', outcome: 'pilot' })).status).toBe(303)
    const page = await get(partner.coordinator, `/en/outcomes/${reference}`)
    expect(page.match(/Three months in Turin/g)?.length).toBeGreaterThan(0)
    expect(await figure(home.coordinator, home, 'outcomes')).toBe(1)
    at.services.clock.set(new Date('2022-08-21T15:00:00Z'))
    expect((await at.post(address, { answer: 'ended' })).status).toBe(409)
  })

  test('a question left unanswered comes to the coordinator’s Today after two weeks', async () => {
    at.services.clock.set(new Date('2022-04-22T12:00:00Z'))
    await askFollowUps(at.services)
    expect(await get(home.coordinator, '/en/today')).not.toContain('Ask what came of it')
    at.services.clock.set(new Date('2022-05-07T12:00:00Z'))
    expect(await get(home.coordinator, '/en/today')).toContain('Ask what came of it')
  })

  test('an outcome counts unless the other side questions it, and not once it is taken back', async () => {
    const outcome = { kind: 'joint-project', happenedOn: '2022-03-22', note: 'A joint project' }
    const page = `/en/outcomes/${reference}`
    expect((await post(seeker, page, { ...outcome, happenedOn: '2022-03-25' })).status).toBe(422)
    expect((await post(await makePerson(at.db), page, outcome)).status).toBe(404)
    expect((await post(seeker, page, outcome)).status).toBe(303)
    expect(await figure(home.manager, home, 'projects')).toBe(1)
    expect(await figure(partner.manager, partner, 'projects')).toBe(1)
    const id = /outcomes\/[\w-]+\/([0-9a-f-]{36})\/answers/.exec(await get(giver, page))?.[1] ?? ''
    expect((await post(seeker, `${page}/${id}/answers`, { answer: 'confirmed' })).status).toBe(403)
    expect((await post(giver, `${page}/${id}/answers`, { answer: 'questioned' })).status).toBe(422)
    expect((await post(giver, `${page}/${id}/answers`, { answer: 'questioned', reason: 'Not signed' })).status).toBe(
      303,
    )
    expect(await figure(home.manager, home, 'projects')).toBe(0)
    expect((await post(giver, `${page}/${id}/answers`, { answer: 'confirmed' })).status).toBe(303)
    expect(await figure(home.manager, home, 'projects')).toBe(1)
    expect((await post(seeker, `${page}/${id}/withdrawal`, {})).status).toBe(303)
    expect(await figure(home.manager, home, 'outcomes')).toBe(0)
  })

  test('figures are the number of their rows, in every language, and nobody else reads them', async () => {
    expect(await figure(home.coordinator, home, 'companies')).toBe(1)
    expect(await figure(home.coordinator, home, 'smes')).toBe(1)
    expect(await figure(partner.coordinator, partner, 'companies')).toBe(1)
    expect(await figure(partner.coordinator, partner, 'smes')).toBe(0)
    expect(await figure(home.coordinator, home, 'introductions')).toBe(1)
    for (const locale of locales)
      for (const path of [`reports/${home.slug}`, `reports/${home.slug}/companies`, `reports/${home.slug}/projects`])
        expect(await get(home.coordinator, `/${locale}/${path}`)).not.toMatch(/undefined|\[object|NaN/)
    const answer = await at.get(`/en/reports/${home.slug}`, { cookie: await at.signIn(partner.manager) })
    expect(answer.status).toBe(404)
    const earlier = await get(home.coordinator, `/en/reports/${home.slug}?from=2021-01-01&until=2021-12-31&format=csv`)
    expect(earlier).toContain('"Introductions made","0","0"')
  })

  test('one outcome is counted once, whoever says it how often, and a changed answer takes it back', async () => {
    at.services.clock.set(new Date('2022-04-23T00:00:00Z'))
    await askFollowUps(at.services)
    const ours = await addressFor(seeker)
    const theirs = await addressFor(giver)
    const kinds = async () =>
      (await get(home.coordinator, `/en/reports/${home.slug}/outcomes?format=csv`)).match(
        /"(Pilot|Distribution contract): /g,
      )
    await at.post(ours, { answer: 'came', outcome: 'pilot' })
    await at.post(ours, { answer: 'came', outcome: 'distribution' })
    expect(await kinds()).toEqual(['"Distribution contract: '])
    await at.post(ours, { answer: 'in-talks' })
    expect(await figure(home.coordinator, home, 'outcomes')).toBe(0)
    await at.post(ours, { answer: 'came', outcome: 'pilot' })
    await at.post(theirs, { answer: 'came', outcome: 'pilot' })
    expect(await kinds()).toEqual(['"Pilot: '])
    expect(await get(home.coordinator, `/en/outcomes/${reference}`)).toContain('Demo giver')
    await at.post(ours, { answer: 'ended' })
    expect(await figure(home.coordinator, home, 'outcomes')).toBe(1)
    const [mailed, answering] = [await at.mailsTo(seeker.address), await at.mailsTo(giver.address)]
    at.services.clock.set(new Date('2022-06-24T00:00:00Z'))
    await askFollowUps(at.services)
    expect((await at.mailsTo(seeker.address)).length).toBe(mailed.length)
    expect((await at.mailsTo(giver.address)).length).toBe(answering.length + 1)
  })

  test('one’s own office is not the other side', async () => {
    const page = `/en/outcomes/${reference}`
    await post(seeker, page, { kind: 'nda', happenedOn: '2022-03-22', note: 'An agreement' })
    const id = /outcomes\/[\w-]+\/([0-9a-f-]{36})\/answers/.exec(await get(giver, page))?.[1] ?? ''
    expect(await get(home.coordinator, page)).not.toContain(`${id}/answers`)
    expect((await post(home.coordinator, `${page}/${id}/answers`, { answer: 'confirmed' })).status).toBe(403)
    expect((await post(partner.coordinator, `${page}/${id}/answers`, { answer: 'confirmed' })).status).toBe(303)
  })

  test('rows show nobody what their own rooms keep from them', async () => {
    const row = await at.db
      .selectFrom('referral')
      .selectAll()
      .where('reference', '=', reference)
      .executeTakeFirstOrThrow()
    granted(
      await askForReferral(at.services, await scopeOf(at, seeker), {
        kind: 'introduction',
        fromOrganisationId: asking.id,
        toClusterId: row.to_cluster_id,
        toOrganisationId: null,
        need: null,
        language: 'en',
        subject: 'Not passed on yet',
        message: 'We look for another.',
        consents: true,
      }),
    )
    expect(await figure(home.coordinator, home, 'referrals')).toBe(2)
    expect(await figure(partner.coordinator, partner, 'referrals')).toBe(1)
    expect(await get(partner.coordinator, `/en/reports/${partner.slug}/referrals`)).not.toContain('Not passed on yet')
    const met = { kind: 'meeting', heldOn: '2022-03-20', counterpart: 'Demonstration clinic', agreed: 'Nothing' }
    await post(home.coordinator, `/en/contacts/${home.slug}`, met)
    const officer = await makePerson(at.db)
    await makeRole(at.db, officer, 'programme-officer', home.id)
    for (const [key, hidden] of [
      ['contacts', 'Demonstration clinic'],
      ['referrals', 'endoscopes'],
      ['introductions', 'endoscopes'],
      ['smes', 'Demo asker'],
    ] as const)
      for (const format of ['', '?format=csv']) {
        expect(await get(home.coordinator, `/en/reports/${home.slug}/${key}${format}`)).toContain(hidden)
        expect(await get(officer, `/en/reports/${home.slug}/${key}${format}`)).not.toContain(hidden)
      }
    expect(await figure(officer, home, 'contacts')).toBe(1)
    const about = { description: null, size: 'small' as const, founded: null }
    const part = { organisationId: asking.id, group: 'about' as const, content: about, visibility: 'private' as const }
    granted(await writePart(at.services, await scopeOf(at, seeker), part))
    expect(await figure(home.coordinator, home, 'smes')).toBe(0)
  })

  test('companies that met are counted once a day, whoever says so, and by the address in a mail too', async () => {
    const page = `/en/outcomes/${reference}`
    expect((await post(seeker, `${page}/meetings`, { heldOn: '2022-03-20' })).status).toBe(422)
    expect((await post(seeker, `${page}/meetings`, { heldOn: '2022-03-25' })).status).toBe(422)
    expect((await post(await makePerson(at.db), `${page}/meetings`, { heldOn: '2022-03-22' })).status).toBe(404)
    at.services.clock.set(new Date('2022-04-23T00:00:00Z'))
    await askFollowUps(at.services)
    expect((await post(seeker, `${page}/meetings`, { heldOn: '2022-04-04', met: 'A trial in May' })).status).toBe(303)
    const address = await addressFor(giver)
    expect((await at.post(address, { answer: 'in-talks', metOn: '2022-05-04' })).status).toBe(422)
    expect((await at.post(address, { answer: 'in-talks', metOn: '2022-04-04' })).status).toBe(303)
    expect(await figure(home.coordinator, home, 'meetings')).toBe(1)
    expect((await at.post(address, { answer: 'in-talks', metOn: '2022-04-11' })).status).toBe(303)
    expect(await figure(partner.coordinator, partner, 'meetings')).toBe(2)
    const id = /meetings\/([0-9a-f-]{36})\/withdrawal/.exec(await get(seeker, page))?.[1] ?? ''
    expect((await post(giver, `${page}/meetings/${id}/withdrawal`, {})).status).toBe(403)
    expect((await post(seeker, `${page}/meetings/${id}/withdrawal`, {})).status).toBe(303)
    expect(await figure(home.coordinator, home, 'meetings')).toBe(1)
  })

  test('a paper laid down as evidence is read by those who took part, and by nobody else', async () => {
    const page = `/en/outcomes/${reference}`
    const outcome = { kind: 'nda', happenedOn: '2022-03-22', note: 'Signed' }
    const paper = (text: string) => new File([text], '契約.pdf')
    const send = async (file: File) => {
      const form = new FormData()
      for (const [name, value] of Object.entries(outcome)) form.set(name, value)
      form.set('file', file)
      const { origin } = at.services.config
      const headers = { cookie: await at.signIn(seeker), origin }
      const sent = await at.app.request(`${origin}${page}`, { method: 'POST', body: form, headers, redirect: 'manual' })
      return sent.status
    }
    expect(await send(paper('not a paper'))).toBe(422)
    expect(await send(paper('%PDF-1.7 demonstration'))).toBe(303)
    const address = /\/en\/outcomes\/[\w-]+\/[0-9a-f-]{36}\/file/.exec(await get(giver, page))?.[0] ?? ''
    expect(await get(giver, address)).toBe('%PDF-1.7 demonstration')
    const stranger = await makePerson(at.db)
    expect((await at.get(address, { cookie: await at.signIn(stranger) })).status).toBe(404)
  })

  test('who takes consent back takes the name back, here too', async () => {
    const page = `/en/outcomes/${reference}`
    expect(await get(seeker, page)).toContain('Demo giver')
    const nothing = { reason: null, words: null, toOrganisationId: null }
    const { id } = await at.db
      .selectFrom('referral')
      .select('id')
      .where('reference', '=', reference)
      .executeTakeFirstOrThrow()
    const act = { ...nothing, act: 'consent-withdrawn' as const, side: 'company' as const }
    granted(await actOnReferral(at.services, await scopeOf(at, giver), id, act))
    expect(await get(seeker, page)).not.toContain('Demo giver')
    expect(await get(partner.coordinator, page)).toContain('Demo giver')
  })

  test('a year of the agreement is reviewed by those who answer for a party, page, paper and table alike', async () => {
    await post(seeker, `/en/outcomes/${reference}/meetings`, { heldOn: '2022-03-22' })
    const { agreement } = await at.db
      .selectFrom('referral')
      .innerJoin('agreement', 'agreement.id', 'referral.agreement_id')
      .select('agreement.reference as agreement')
      .where('referral.reference', '=', reference)
      .executeTakeFirstOrThrow()
    const below = `agreements/${agreement}/review`
    const seen = await get(home.coordinator, `/en/${below}`)
    expect(seen).toContain('Year 1 of the agreement')
    expect(seen).toContain('Cleaning of endoscopes')
    expect(seen).toContain(`/en/outcomes/${reference}`)
    for (const locale of locales) {
      expect(await get(partner.manager, `/${locale}/${below}`)).not.toMatch(/undefined|\[object|NaN/)
      const cookie = await at.signIn(partner.manager)
      const paper = await at.get(`/${locale}/${below}?format=pdf`, { cookie })
      expect(paper.headers.get('content-type')).toBe('application/pdf')
      expect((await paper.text()).startsWith('%PDF-')).toBe(true)
    }
    expect(await get(home.manager, `/en/${below}?format=csv`)).toContain('"Meetings of companies","1"')
    // A signatory of a party knows that something was asked, and not what; a company has no part in it.
    const signs = await makePerson(at.db)
    await makeRole(at.db, signs, 'signatory', home.id)
    expect(await get(signs, `/en/${below}`)).toContain(reference)
    expect(await get(signs, `/en/${below}`)).not.toContain('Cleaning of endoscopes')
    for (const closedTo of [seeker, await makePerson(at.db)])
      expect((await at.get(`/en/${below}`, { cookie: await at.signIn(closedTo) })).status).toBe(404)
    at.services.clock.set(new Date('2023-04-22T12:00:00Z'))
    expect(await get(home.coordinator, `/en/${below}`)).toContain('<h1>Year 1 of the agreement')
    expect(await get(home.coordinator, `/en/${below}?year=1`)).toContain('Cleaning of endoscopes')
    expect(await get(home.coordinator, `/en/${below}?year=2`)).not.toContain('Cleaning of endoscopes')
  })

  test('the report is a paper too', async () => {
    const paper = await at.get(`/ja/reports/${home.slug}?format=pdf`, { cookie: await at.signIn(home.manager) })
    expect(paper.headers.get('content-disposition')).toContain('.pdf')
    expect((await paper.text()).startsWith('%PDF-')).toBe(true)
  })

  test('and a workbook, with figures that are numbers', async () => {
    const cookie = await at.signIn(home.manager)
    const rowsOf = async (path: string) => {
      const answer = await at.get(`/ja/reports/${home.slug}${path}?format=xlsx`, { cookie })
      expect(answer.headers.get('content-disposition')).toContain('.xlsx')
      return (await readXlsxFile(Buffer.from(await answer.arrayBuffer())))[0]!.data
    }
    const figures = await rowsOf('')
    expect(figures.slice(2)).toHaveLength(12)
    for (const [name, now, before] of figures.slice(2))
      expect([typeof name, typeof now, typeof before]).toEqual(['string', 'number', 'number'])
    expect((await rowsOf('/agreements'))[0]).toHaveLength(3)
  })
})
