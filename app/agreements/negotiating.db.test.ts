import { beforeAll, expect, test } from 'vitest'
import { makePerson } from '../../test/factories/people.ts'
import { type TestApplication, testApplication } from '../../test/harness/application.ts'
import { newTestDatabase } from '../../test/harness/testDatabase.ts'
import { agreementRoutes } from './routes.tsx'
import { approveForAll, draftFor, makeAlliance, nameSignatories, readAgreement } from './testing/alliance.ts'
import { entriesOf } from './testing/pages.ts'

let app: TestApplication
beforeAll(async () => {
  app = await testApplication({ features: [agreementRoutes], database: await newTestDatabase() })
})

async function drafted(count = 2) {
  const alliance = await makeAlliance(app, count)
  const { id, reference } = await draftFor(app, alliance)
  const { clauses } = await readAgreement(app, id)
  const cookie = await app.signIn(alliance.lead.coordinator)
  const below = `/en/agreements/${reference}`
  return { alliance, id, below, cookie, clause: `${below}/clauses/${clauses[0]!.id}`, clauses }
}

test('a draft is made from the template, and what is wrong comes back with every entry kept', async () => {
  const { parties, lead, allianceId } = await makeAlliance(app, 3)
  const cookie = await app.signIn(lead.coordinator)
  expect((await app.get('/en/agreements/new', { cookie })).status).toBe(200)
  const page = await app.get('/en/agreements/new?template=mou&first=ja&second=en&third=', { cookie })
  const form = {
    ...entriesOf(await page.text()),
    leadOrganisationId: lead.id,
    'party.1': lead.id,
    'party.2': parties[1]!.id,
    'through.2': allianceId,
    'party.3': parties[2]!.id,
    'through.3': allianceId,
  }
  const refused = await app.post(
    '/en/agreements',
    { ...form, termMonths: 'two years', 'title.en': 'My title' },
    { cookie },
  )
  expect(refused.status).toBe(422)
  const kept = await refused.text()
  expect(kept).toContain('value="two years"')
  expect(kept).toContain('value="My title"')
  expect(kept).toContain('Write a whole number')
  const alone = await app.post('/en/agreements', { ...form, 'party.2': '', 'party.3': '' }, { cookie })
  expect(alone.status).toBe(422)
  expect(await alone.text()).toContain('at least two parties')
  const twice = await app.post('/en/agreements', { ...form, 'party.3': parties[1]!.id }, { cookie })
  expect(await twice.text()).toContain('only once')
  const more = await app.post('/en/agreements', { ...form, more: 'yes' }, { cookie })
  expect(await more.text()).toContain('name="party.6"')

  const made = await app.post('/en/agreements', form, { cookie })
  expect(made.status).toBe(303)
  const view = await (await app.get(made.headers.get('location') ?? '', { cookie })).text()
  expect(view).toContain('MAGIA, an alliance of 2 of them')
  expect(view).not.toContain('{{')
  expect(await (await app.get('/en/agreements', { cookie })).text()).toContain('Being drafted')
  const member = await app.signIn(await makePerson(app.db))
  expect((await app.post('/en/agreements', form, { cookie: member })).status).toBe(403)
  expect((await app.post('/en/agreements', form)).status).toBe(401)
})

test('strangers and visitors learn nothing of a draft, on any of its pages', async () => {
  const { below, clause } = await drafted()
  const stranger = await app.signIn((await makeAlliance(app, 1)).lead.manager)
  for (const page of [
    below,
    clause,
    `${clause}/proposal`,
    `${below}/approval`,
    `${below}/signatories`,
    `${below}/publication`,
    `${below}/document.pdf`,
  ]) {
    expect((await app.get(page, { cookie: stranger })).status).toBe(404)
    expect((await app.get(page)).status).toBe(404)
  }
  for (const action of ['codes', 'consents', 'signatures', 'approvals', 'publication', 'clauses'])
    expect((await app.post(`${below}/${action}`, {}, { cookie: stranger })).status).toBe(404)
  expect((await app.get(`${below}/sign`)).headers.get('location')).toContain('/sign-in?return=')
})

test('of two who rewrite a clause, the second keeps the entry and sees what the first wrote', async () => {
  const { clause, cookie, id } = await drafted()
  const form = entriesOf(await (await app.get(clause, { cookie })).text())
  expect((await app.post(clause, { ...form, 'body.en': 'The first was faster.' }, { cookie })).status).toBe(303)
  const refused = await app.post(clause, { ...form, 'body.en': 'The second was slower.' }, { cookie })
  expect(refused.status).toBe(409)
  const page = await refused.text()
  expect(page).toContain('The second was slower.')
  expect(page).toContain('The first was faster.')
  expect((await readAgreement(app, id)).clauses[0]?.texts.en?.body).toBe('The first was faster.')
  // The form now names the revision that stands above it: sent again, it replaces that one knowingly.
  expect((await app.post(clause, entriesOf(page), { cookie })).status).toBe(303)
  expect((await readAgreement(app, id)).clauses[0]?.texts.en?.body).toBe('The second was slower.')
})

test('a language that was not rewritten lags, until it is, or is said to be right already', async () => {
  const { alliance, clause, cookie, id, below } = await drafted()
  await nameSignatories(app, alliance, id)
  const rewrite = async (change: Record<string, string>) =>
    app.post(clause, { ...entriesOf(await (await app.get(clause, { cookie })).text()), ...change }, { cookie })
  await rewrite({ 'body.en': 'The parties exchange.' })
  const lagging = await readAgreement(app, id)
  expect(lagging.clauses[0]?.lagging).toEqual(['ja'])
  const manager = await app.signIn(alliance.lead.manager)
  const approval = { organisationId: alliance.lead.id, textHash: lagging.textHash }
  const refused = await app.post(`${below}/approvals`, approval, { cookie: manager })
  expect(refused.status).toBe(409)
  expect(await refused.text()).toContain('A language has yet to catch up.')
  expect((await rewrite({})).status).toBe(422)
  expect((await rewrite({ inStep: 'yes' })).status).toBe(303)
  expect((await readAgreement(app, id)).clauses[0]?.lagging).toEqual([])
  await rewrite({ 'body.en': 'The Parties exchange.', inStep: 'yes' })
  expect((await readAgreement(app, id)).clauses[0]?.lagging).toEqual([])
})

test('a character that cannot be signed is named at its field, and text is stored in its one spelling', async () => {
  const { clause, cookie, id } = await drafted()
  const form = entriesOf(await (await app.get(clause, { cookie })).text())
  const refused = await app.post(clause, { ...form, 'body.ja': '甲は\u202E乙に' }, { cookie })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('U+202E')
  await app.post(clause, { ...form, 'body.ja': '\uFA19戸  \n\n\n', 'body.en': 'Cafe\u0301' }, { cookie })
  const { texts } = (await readAgreement(app, id)).clauses[0]!
  expect(texts.ja?.body).toBe('神戸')
  expect(texts.en?.body).toBe('Café')
})

test('clauses are added, moved and removed by who holds the pen, and by nobody else', async () => {
  const { alliance, below, cookie, id, clauses } = await drafted()
  const headings = async () => (await readAgreement(app, id)).clauses.map(({ texts }) => texts.en?.heading)
  const entry = {
    'heading.en': 'Costs',
    'body.en': 'Each bears its own.',
    'heading.ja': '費用',
    'body.ja': '各自が負担する。',
  }
  expect((await app.post(`${below}/clauses`, { ...entry, 'body.ja': '' }, { cookie })).status).toBe(422)
  expect((await app.post(`${below}/clauses`, entry, { cookie })).status).toBe(303)
  const added = (await readAgreement(app, id)).clauses[2]!.id
  await app.post(`${below}/clauses/${added}/position`, { direction: 'up' }, { cookie })
  expect(await headings()).toEqual(['Purpose', 'Costs', 'Confidentiality'])
  expect((await app.post(`${below}/clauses/${clauses[0]!.id}/position`, { direction: 'up' }, { cookie })).status).toBe(
    409,
  )
  expect((await app.get(`${below}/clauses/${added}/removal`, { cookie })).status).toBe(200)
  await app.post(`${below}/clauses/${added}/removal`, {}, { cookie })
  expect(await headings()).toEqual(['Purpose', 'Confidentiality'])
  const other = await app.signIn(alliance.parties[1]!.coordinator)
  expect((await app.post(`${below}/clauses`, entry, { cookie: other })).status).toBe(403)
  expect((await app.get(`${below}/clauses/new`, { cookie: other })).status).toBe(403)
  expect(await headings()).toEqual(['Purpose', 'Confidentiality'])
})

test('a proposal takes effect when all others accept, and not over a clause rewritten meanwhile', async () => {
  const { alliance, below, clause, cookie, id } = await drafted(3)
  const [, second, third] = alliance.parties
  const proposer = await app.signIn(second!.coordinator)
  const propose = async (body: string) => {
    const form = entriesOf(await (await app.get(`${clause}/proposal`, { cookie: proposer })).text())
    return app.post(`${clause}/proposal`, { ...form, 'body.en': body, reason: 'Clearer.' }, { cookie: proposer })
  }
  const english = async () => (await readAgreement(app, id)).clauses[0]?.texts.en?.body
  const sent = await propose('The parties help each other.')
  expect(sent.status).toBe(303)
  const address = sent.headers.get('location') ?? ''
  expect(await (await app.get(address, { cookie })).text()).toContain('<ins>')
  const accept = (organisationId: string, who: string, answer = 'accepted') =>
    app.post(`${address}/answers`, { organisationId, answer }, { cookie: who })
  expect((await accept(second!.id, proposer)).status).toBe(409)
  expect((await accept(alliance.lead.id, cookie)).status).toBe(303)
  expect((await accept(alliance.lead.id, cookie)).status).toBe(409)
  expect(await english()).toContain('exchange and support')
  expect((await accept(third!.id, await app.signIn(third!.coordinator))).status).toBe(303)
  expect(await english()).toBe('The parties help each other.')

  const late = await propose('The parties consult each other.')
  const form = entriesOf(await (await app.get(clause, { cookie })).text())
  await app.post(clause, { ...form, 'body.en': 'Rewritten meanwhile.' }, { cookie })
  const lateAddress = late.headers.get('location') ?? ''
  const refused = await app.post(
    `${lateAddress}/answers`,
    { organisationId: alliance.lead.id, answer: 'accepted' },
    { cookie },
  )
  expect(refused.status).toBe(409)
  expect(await refused.text()).toContain('has been rewritten since')
  expect((await app.post(`${lateAddress}/withdrawal`, {}, { cookie: proposer })).status).toBe(303)
  expect(await english()).toBe('Rewritten meanwhile.')
  expect(below).toContain('/agreements/')
})

test('an approval counts for the text that was read, and falls with any change of it', async () => {
  const { alliance, below, clause, cookie, id } = await drafted()
  await nameSignatories(app, alliance, id)
  const manager = await app.signIn(alliance.lead.manager)
  const read = entriesOf(await (await app.get(`${below}/approval`, { cookie: manager })).text())
  const approval = { organisationId: read['organisationId'] ?? '', textHash: read['textHash'] ?? '' }
  const form = entriesOf(await (await app.get(clause, { cookie })).text())
  await app.post(clause, { ...form, 'body.en': 'Changed.', 'body.ja': '変更した。' }, { cookie })
  const stale = await app.post(`${below}/approvals`, approval, { cookie: manager })
  expect(stale.status).toBe(409)
  const page = await stale.text()
  expect(page).toContain('Nothing was approved.')
  expect(page).toContain('Changed.')
  const fresh = entriesOf(page)
  const again = { organisationId: fresh['organisationId'] ?? '', textHash: fresh['textHash'] ?? '' }
  expect((await app.post(`${below}/approvals`, again, { cookie: manager })).status).toBe(303)
  expect((await app.post(`${below}/approvals`, again, { cookie: manager })).status).toBe(409)
  expect((await app.post(`${below}/approvals`, again, { cookie })).status).toBe(403)
  await app.post(
    clause,
    { ...entriesOf(await (await app.get(clause, { cookie })).text()), 'body.en': 'Once more.', inStep: 'yes' },
    { cookie },
  )
  const party = (await readAgreement(app, id)).parties[0]!
  expect(party.approval).toBeNull()
  expect(party.approvedEarlierText).toBe(true)
})

test('a character that no font has stops the document, and the page says which and where', async () => {
  const { alliance, below, clause, cookie, id } = await drafted()
  await nameSignatories(app, alliance, id)
  const form = entriesOf(await (await app.get(clause, { cookie })).text())
  await app.post(clause, { ...form, 'body.en': 'A handshake \u{1F91D}', inStep: 'yes' }, { cookie })
  await approveForAll(app, alliance, id)
  await app.drain()
  expect((await readAgreement(app, id)).documents).toEqual([])
  const page = await (await app.get(below, { cookie })).text()
  expect(page).toContain('\u{1F91D}')
  expect(page).toContain('U+1F91D')
  expect(page).toContain('clause 1, English')
  const again = entriesOf(await (await app.get(clause, { cookie })).text())
  await app.post(clause, { ...again, 'body.en': 'A handshake', inStep: 'yes' }, { cookie })
  await approveForAll(app, alliance, id)
  await app.drain()
  expect((await readAgreement(app, id)).standing).toBe('signing')
})

test('a signatory is named from the people of the party, and nobody else can be', async () => {
  const { alliance, below, cookie, id } = await drafted()
  const [lead, other] = alliance.parties
  const address = `${below}/signatories/${other!.slug}`
  const entry = {
    personId: other!.signatory.id,
    'office.ja': '所長',
    'office.en': 'Director',
    ground: 'board-decision',
    groundReference: 'Resolution 12/2022',
    groundDate: '2022-03-10',
    groundLimits: '',
    displayOrder: '2',
    signingOrder: '１',
  }
  const missing = await app.post(address, { ...entry, groundReference: '', groundDate: '2022-02-30' }, { cookie })
  expect(missing.status).toBe(422)
  expect(await missing.text()).toContain('value="Director"')
  expect((await app.post(address, { ...entry, personId: lead!.signatory.id }, { cookie })).status).toBe(422)
  expect((await app.post(address, entry, { cookie })).status).toBe(303)
  expect(await (await app.get(`${below}/signatories`, { cookie })).text()).toContain('Resolution 12/2022')
  const taken = await app.post(
    `${below}/signatories/${lead!.slug}`,
    { ...entry, personId: lead!.signatory.id },
    { cookie },
  )
  expect(await taken.text()).toContain('Another signatory has this place')
  const foreign = await app.signIn(other!.coordinator)
  expect((await app.post(`${below}/signatories/${lead!.slug}`, entry, { cookie: foreign })).status).toBe(403)
  expect((await readAgreement(app, id)).signatories.map(({ signingOrder }) => signingOrder)).toEqual([1])
})
