import { beforeAll, expect, test } from 'vitest'
import { admitPerson } from '../../app/accounts/admitting.ts'
import { askForLink } from '../../app/accounts/askingForLink.ts'
import { draftAgreement } from '../../app/agreements/drafting.ts'
import { makeOrganisation } from '../factories/organisations.ts'
import { makePerson, makeRole } from '../factories/people.ts'
import { testApplication, tokenIn } from '../harness/application.ts'
import { makeWorld, type World } from '../permissions/world.ts'

const MARKUP = `</script><img src=x onerror="alert(1)">`

let world: World
beforeAll(async () => {
  world = await makeWorld(await testApplication())
})

test('of two who use one link at the same moment, one gets a session', async () => {
  const { at, people } = world
  const { address } = people.stranger
  await askForLink(at.services, { address, returnTo: '//evil.example' })
  const [mail] = await at.mailsTo(address)
  const link = `/en/sign-in/${tokenIn(mail, '/sign-in/')}`
  const answers = await Promise.all(Array.from({ length: 8 }, () => at.post(link)))
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
  expect(answers.find(({ status }) => status === 303)?.headers.get('location')).toBe('/en/today')
})

test('ids of another agreement open nothing', async () => {
  const { at, outside, draft } = world
  const { db, services } = at
  const eve = await makePerson(db)
  await makeRole(db, eve, 'manager', outside.id)
  const scope = await admitPerson(db, eve.id, { via: 'session', tokenScopes: null })
  if (!scope) throw new Error('Made a moment ago')
  const partner = await makeOrganisation(db)
  const own = await draftAgreement(services, scope, {
    kind: 'memorandum',
    languages: ['en'],
    title: { en: `Hers ${MARKUP}` },
    preamble: { en: 'As follows.' },
    parties: [{ organisationId: outside.id }, { organisationId: partner.id }],
    clauses: [{ slug: 'one', binding: false, texts: { en: { heading: MARKUP, body: MARKUP } } }],
    termMonths: 12,
    noticeMonths: 1,
    leadOrganisationId: outside.id,
  })
  if ('refused' in own) throw new Error(own.refused)
  const clause = await db
    .selectFrom('clause')
    .select('id')
    .where('agreement_id', '=', draft.id)
    .executeTakeFirstOrThrow()
  const cookie = await at.signIn(eve)
  const below = `/en/agreements/${own.reference}`
  const wording = { 'heading.en': 'Hers now', 'body.en': 'Hers now', 'basedOn.en': '1' }
  for (const path of ['', '/position', '/removal', '/proposal'])
    expect((await at.post(`${below}/clauses/${clause.id}${path}`, wording, { cookie })).status).toBe(404)
  for (const path of ['', '/approval', '/signatories', '/document.pdf', `/clauses/${clause.id}`, '/sign'])
    expect((await at.get(`/en/agreements/${draft.reference}${path}`, { cookie })).status).toBe(404)
  expect((await at.get(`/en/verify/${draft.reference}`, { cookie })).status).toBe(404)
  expect(await (await at.get('/en/agreements', { cookie })).text()).not.toContain(draft.reference)
  expect(await (await at.get('/sitemap.xml')).text()).not.toContain(draft.reference)
  for (const path of ['', '/approval', '/clauses/new'])
    expect(await (await at.get(`${below}${path}`, { cookie })).text()).not.toContain('<img')
  const forged = { organisationId: partner.id, textHash: '0'.repeat(64) }
  expect((await at.post(`${below}/approvals`, forged, { cookie })).status).toBe(403)
})

test('a forged request finds the door closed, whatever it says of itself', async () => {
  const { at, people } = world
  const cookie = await at.signIn(people.manager)
  const attempts: Record<string, string>[] = [
    { origin: 'null' },
    { origin: 'http://localhost:3000.evil.example' },
    { origin: 'https://localhost:3000' },
    { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-site' },
    { origin: 'http://evil.example', 'sec-fetch-site': 'same-origin' },
    { origin: 'http://localhost:3000', 'sec-fetch-site': 'cross-site' },
    { origin: '', 'sec-fetch-site': 'none' },
    { origin: 'http://localhost:3000', host: 'evil.example' },
  ]
  for (const headers of attempts)
    expect((await at.post('/en/account/other-sessions/end', {}, { cookie, headers })).status).toBe(403)
  for (const authorization of ['Bearer ', 'Bearer x', 'bearer x', 'Bearer\tx']) {
    const headers = { origin: 'http://evil.example', authorization }
    expect([401, 403]).toContain((await at.post('/en/account/other-sessions/end', {}, { cookie, headers })).status)
  }
})
