import { beforeAll, expect, test } from 'vitest'
import { type TestApplication, testApplication, tokenIn } from '../../test/harness/application.ts'
import { newTestDatabase } from '../../test/harness/testDatabase.ts'
import type { MadePerson } from '../../test/factories/people.ts'
import { verifyChain } from '../platform/audit/verify.ts'
import { documentToSign } from './consenting.ts'
import { signAgreement } from './signing.ts'
import { agreementRoutes } from './routes.tsx'
import {
  codeFor,
  consentFor,
  inTurn,
  makeAlliance,
  prepareFor,
  readAgreement,
  scopeOf,
  signFor,
} from './testing/alliance.ts'

let app: TestApplication
beforeAll(async () => {
  app = await testApplication({ features: [agreementRoutes], database: await newTestDatabase() })
})

async function prepared(count = 2) {
  const alliance = await makeAlliance(app, count)
  const { id, reference } = await prepareFor(app, alliance)
  const documentSha256 = documentToSign(await readAgreement(app, id))?.sha256 ?? ''
  return { alliance, id, reference, documentSha256, below: `/en/agreements/${reference}`, turn: inTurn(alliance) }
}

async function askForCode(below: string, person: MadePerson): Promise<{ cookie: string; code: string }> {
  const cookie = await app.signIn(person)
  await app.post(`${below}/codes`, {}, { cookie })
  return { cookie, code: await codeFor(app, person) }
}

const wrongOf = (code: string) => (code === '000000' ? '000001' : '000000')
const consents = (id: string) => app.db.selectFrom('consent').selectAll().where('agreement_id', '=', id).execute()
const signatures = (id: string) => app.db.selectFrom('signature').selectAll().where('agreement_id', '=', id).execute()

test('a wrong code is refused in a sentence, and after five tries even the right one', async () => {
  const { id, below, turn, documentSha256 } = await prepared()
  const { cookie, code } = await askForCode(below, turn[0]!.signatory)
  const give = (given: string) => app.post(`${below}/consents`, { documentSha256, code: given }, { cookie })
  const refused = await give(wrongOf(code))
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('The code is not right.')
  for (let attempt = 2; attempt <= 5; attempt++) expect((await give(wrongOf(code))).status).toBe(422)
  const late = await give(code)
  expect(late.status).toBe(409)
  expect(await late.text()).toContain('tried too often')
  expect(await consents(id)).toEqual([])
  const fresh = await askForCode(below, turn[0]!.signatory)
  expect((await give(fresh.code)).status).toBe(303)
})

test('a code is for fifteen minutes, for one use, and may be pasted full width', async () => {
  const { id, below, turn, documentSha256 } = await prepared()
  const { cookie, code } = await askForCode(below, turn[0]!.signatory)
  app.services.clock.forward(15 * 60 * 1000)
  const late = await app.post(`${below}/consents`, { documentSha256, code }, { cookie })
  expect(await late.text()).toContain('no longer valid')
  const fresh = await askForCode(below, turn[0]!.signatory)
  const wide = fresh.code.replaceAll(/\d/g, (digit) => String.fromCodePoint(digit.codePointAt(0)! + 0xfee0))
  expect((await app.post(`${below}/consents`, { documentSha256, code: ` ${wide} ` }, { cookie })).status).toBe(303)
  expect((await app.post(`${below}/consents/withdrawal`, {}, { cookie })).status).toBe(303)
  expect((await app.post(`${below}/consents`, { documentSha256, code: fresh.code }, { cookie })).status).toBe(409)
  expect((await consents(id)).filter((consent) => consent.withdrawn_at === null)).toEqual([])
})

test('a document other than the one shown is neither consented to nor signed', async () => {
  const { id, below, turn } = await prepared()
  const { cookie, code } = await askForCode(below, turn[0]!.signatory)
  const other = 'a'.repeat(64)
  const consent = await app.post(`${below}/consents`, { documentSha256: other, code }, { cookie })
  expect(consent.status).toBe(409)
  expect(await consent.text()).toContain('not the one you were shown')
  await consentFor(app, id, turn[0]!.signatory)
  expect((await app.post(`${below}/signatures`, { documentSha256: other }, { cookie })).status).toBe(409)
  expect((await app.post(`${below}/signatures`, { documentSha256: 'no hash' }, { cookie })).status).toBe(422)
  expect(await signatures(id)).toEqual([])
})

test('nobody signs before consenting, before their turn, or for somebody else', async () => {
  const { id, below, turn, documentSha256, alliance } = await prepared()
  const [first, last] = turn
  const cookie = await app.signIn(last!.signatory)
  const unconsented = await app.post(`${below}/signatures`, { documentSha256 }, { cookie })
  expect(await unconsented.text()).toContain('Consent comes before the signature.')
  await consentFor(app, id, last!.signatory)
  const early = await app.post(`${below}/signatures`, { documentSha256 }, { cookie })
  expect(early.status).toBe(409)
  expect(await early.text()).toContain('not your turn yet')
  const manager = await app.signIn(alliance.lead.manager)
  expect((await app.post(`${below}/signatures`, { documentSha256 }, { cookie: manager })).status).toBe(403)
  const stranger = await app.signIn((await makeAlliance(app, 1)).lead.signatory)
  expect((await app.post(`${below}/signatures`, { documentSha256 }, { cookie: stranger })).status).toBe(404)
  expect(await signatures(id)).toEqual([])
  await signFor(app, id, first!.signatory)
  expect((await app.post(`${below}/signatures`, { documentSha256 }, { cookie })).status).toBe(303)
  expect((await readAgreement(app, id)).standing).toBe('in-force')
})

test('pressed twice at once, one signature is made and both presses arrive', async () => {
  const { id, below, turn, documentSha256 } = await prepared()
  await consentFor(app, id, turn[0]!.signatory)
  const cookie = await app.signIn(turn[0]!.signatory)
  const press = () => app.post(`${below}/signatures`, { documentSha256 }, { cookie })
  expect((await Promise.all([press(), press()])).map(({ status }) => status)).toEqual([303, 303])
  expect(await signatures(id)).toHaveLength(1)
})

test('two people of one turn sign at the same moment, and both signatures hold', async () => {
  const alliance = await makeAlliance(app, 3)
  const { id } = await prepareFor(app, alliance)
  await app.db.updateTable('signatory').set({ signing_order: 1 }).where('agreement_id', '=', id).execute()
  const people = alliance.parties.map((party) => party.signatory)
  let documentSha256 = ''
  for (const person of people) documentSha256 = await consentFor(app, id, person)
  const scopes = await Promise.all(people.map((person) => scopeOf(app, person)))
  const outcomes = await Promise.all(scopes.map((scope) => signAgreement(app.services, scope, id, { documentSha256 })))
  expect(outcomes.filter((outcome) => 'signatureId' in outcome)).toHaveLength(3)
  expect(outcomes.filter((outcome) => 'inForce' in outcome && outcome.inForce)).toHaveLength(1)
  const { documents, inForce } = await readAgreement(app, id)
  expect(documents.map(({ revision }) => revision)).toEqual([0, 1, 2, 3, 4])
  expect(inForce).not.toBeNull()
  expect((await verifyChain(app.db, { kind: 'agreement', id })).sound).toBe(true)
})

test('without a time-stamp nothing is signed, and the consent stays', async () => {
  const { id, below, turn, documentSha256 } = await prepared()
  await consentFor(app, id, turn[0]!.signatory)
  const cookie = await app.signIn(turn[0]!.signatory)
  const { timestamps } = app.services
  app.services.timestamps = { ...timestamps, stamp: async () => ({ failed: 'unreachable', detail: 'test' }) as never }
  const refused = await app.post(`${below}/signatures`, { documentSha256 }, { cookie })
  app.services.timestamps = timestamps
  expect(refused.status).toBe(503)
  expect(await refused.text()).toContain('your consent stays')
  expect(await signatures(id)).toEqual([])
  expect((await app.post(`${below}/signatures`, { documentSha256 }, { cookie })).status).toBe(303)
})

test('a personal link is replaced by a newer one, and expires', async () => {
  const { below, turn, alliance } = await prepared()
  const { signatory, slug } = turn[0]!
  const link = async () => {
    const mails = await app.mailsTo(signatory.address)
    return `/en/signing/${tokenIn(
      mails.find((mail) => mail.kind === 'signing-invitation'),
      '/signing/',
    )}`
  }
  const first = await link()
  const cookie = await app.signIn(alliance.lead.coordinator)
  app.services.clock.forward(1000)
  expect((await app.post(`${below}/signatories/${slug}/invitations`, {}, { cookie })).status).toBe(303)
  const replaced = await app.get(first)
  expect(replaced.status).toBe(410)
  expect(await replaced.text()).toContain('A newer link was sent')
  const second = await link()
  expect((await app.get(second)).status).toBe(200)
  app.services.clock.forward(30 * 24 * 60 * 60 * 1000)
  expect(await (await app.post(second)).text()).toContain('expired')
  expect((await app.get('/en/signing/nonsense')).status).toBe(410)
})
