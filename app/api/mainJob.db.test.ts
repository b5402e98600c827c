import { beforeAll, expect, test } from 'vitest'
import { type TestApplication, testApplication } from '../../test/harness/application.ts'
import { codeFor, inTurn, makeAlliance, type TestParty, twoClauses } from '../agreements/testing/alliance.ts'
import { apiRoutes } from './routes.tsx'
import { callerOf, tokenOf } from './testing/calling.ts'

let app: TestApplication
let call: ReturnType<typeof callerOf>
beforeAll(async () => {
  app = await testApplication({ features: [apiRoutes] })
  call = callerOf(app)
})

/** Everything by the API, nothing beside it but the code from the mailbox. */
test('five organisations draft, negotiate, approve, consent, sign, publish and verify by the API alone', async () => {
  const alliance = await makeAlliance(app, 5)
  const lead = await tokenOf(app, alliance.lead.coordinator)
  const drafted = await call('POST', '/agreements', {
    token: lead,
    body: {
      kind: 'memorandum',
      languages: ['ja', 'en'],
      title: { ja: '覚書', en: 'Memorandum' },
      preamble: { ja: '前文', en: 'Preamble' },
      parties: alliance.parties.map(({ id }, index) => ({
        organisationId: id,
        ...(index > 0 ? { allianceId: alliance.allianceId } : {}),
      })),
      clauses: twoClauses,
      termMonths: 24,
      noticeMonths: 3,
      leadOrganisationId: alliance.lead.id,
    },
  })
  expect(drafted.status).toBe(201)
  const here = `/agreements/${drafted.json.reference}`
  await negotiate(here, alliance.lead, alliance.parties[1] as TestParty)
  for (const [index, party] of alliance.parties.entries()) await name(here, party, index + 1)
  for (const party of alliance.parties) await approve(here, party)
  await app.drain()
  for (const { signatory } of inTurn(alliance)) {
    const token = await tokenOf(app, signatory, ['agreements:read', 'agreements:sign'])
    const documentSha256 = (await call('GET', here, { token })).json.approvedDocumentSha256
    expect((await call('POST', `${here}/codes`, { token })).status).toBe(200)
    const code = await codeFor(app, signatory)
    expect((await call('POST', `${here}/consents`, { token, body: { documentSha256, code } })).status).toBe(201)
    const signed = await call('POST', `${here}/signatures`, { token, body: { documentSha256 } })
    expect(signed.status).toBe(201)
    // Sent twice, nothing is done twice.
    const again = await call('POST', `${here}/signatures`, { token, body: { documentSha256 } })
    expect(again.json).toMatchObject({ status: 409, code: 'already-signed' })
  }
  await app.drain()
  await verify(here, lead)
  await publish(here, lead)
})

/** A proposal that is accepted, another that is withdrawn, and the history of the clause. */
async function negotiate(here: string, lead: TestParty, other: TestParty) {
  const token = await tokenOf(app, other.coordinator)
  const [clause] = (await call('GET', here, { token })).json.clauses
  const texts = { en: { heading: 'Purpose', body: 'The parties help each other.', basedOn: 1 } }
  const body = { organisationId: other.id, clauseId: clause.id, texts, reason: 'Plainer.' }
  const taken = (await call('POST', `${here}/proposals`, { token, body })).json
  const back = await call('DELETE', `${here}/proposals/${taken.proposalId}`, { token })
  expect(back.json).toEqual({ withdrawn: true })
  const { items } = (await call('GET', `${here}/proposals`, { token })).json
  expect(items).toMatchObject([{ state: 'withdrawn', organisationId: other.id }])
  const holder = await tokenOf(app, lead.coordinator)
  const answered = await call('PUT', `${here}/proposals/${taken.proposalId}/answer`, {
    token: holder,
    body: { organisationId: lead.id, answer: 'accepted' },
  })
  expect(answered.json.code).toBe('closed')
  const revision = { ja: { heading: '目的', body: '当事者は、助け合う。', basedOn: 1 }, en: texts.en }
  const revise = (sent: object) => call('PUT', `${here}/clauses/${clause.id}`, { token: holder, body: { texts: sent } })
  expect((await revise(revision)).status).toBe(200)
  expect((await revise(revision)).json.code).toBe('changed-meanwhile')
  const wordings = (await call('GET', `${here}/clauses/${clause.id}/wordings`, { token })).json.items
  expect(wordings.map((one: { language: string; revision: number }) => `${one.language}${one.revision}`)).toEqual([
    'en2',
    'ja2',
    'en1',
    'ja1',
  ])
}

async function name(here: string, party: TestParty, place: number) {
  const token = await tokenOf(app, party.coordinator)
  const people = (await call('GET', `${here}/parties/${party.id}/people`, { token })).json.items
  expect(people.map(({ id }: { id: string }) => id)).toContain(party.signatory.id)
  const named = await call('PUT', `${here}/signatories`, {
    token,
    body: {
      organisationId: party.id,
      personId: party.signatory.id,
      office: { ja: '理事長', en: 'President' },
      ground: 'office',
      groundReference: 'Statutes, article 7',
      displayOrder: place,
      signingOrder: place === 1 ? 5 : place - 1,
    },
  })
  expect(named.status).toBe(200)
}

async function approve(here: string, party: TestParty) {
  const token = await tokenOf(app, party.manager)
  const { textHash } = (await call('GET', here, { token })).json
  const body = { organisationId: party.id, textHash }
  expect((await call('POST', `${here}/approvals`, { token, body })).status).toBe(200)
}

async function verify(here: string, token: string) {
  const agreement = (await call('GET', here, { token })).json
  expect(agreement.standing).toBe('in-force')
  const pdf = await call('GET', `${here}/documents/${agreement.documents.at(-1).revision}`, { token })
  const bytes = new Uint8Array(await pdf.response.arrayBuffer())
  const headers = { 'content-type': 'application/pdf' }
  const good = (await call('POST', '/verifications', { raw: bytes, headers })).json
  expect(good).toMatchObject({ reference: agreement.reference, revision: 'newest', record: { sound: true } })
  expect(good.level).not.toBe('fails')
  expect(good.file.signatures.filter(({ kind }: { kind: string }) => kind === 'signature')).toHaveLength(5)
  bytes[500] = (bytes[500] ?? 0) ^ 1
  expect((await call('POST', '/verifications', { raw: bytes, headers })).json.level).toBe('fails')
  expect((await call('GET', `${here}/verification`, { token })).json.level).toBe(good.level)
  const record = await call('GET', `${here}/record`, { token })
  const lines = (await record.response.text()).trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line)).at(-1).head.seq).toBe(lines.length - 2)
}

/** What strangers see follows from the publication. */
async function publish(here: string, token: string) {
  const stranger = () => call('GET', here)
  expect((await stranger()).status).toBe(404)
  await call('PUT', `${here}/publication`, { token, body: { withText: false } })
  const withheld = (await stranger()).json
  expect(withheld).toMatchObject({ standing: 'in-force', clauses: null, preamble: null, textHash: null, documents: [] })
  expect(withheld.signatories[0]).toMatchObject({
    authority: null,
    consentedAt: null,
    signature: { stampedBy: expect.any(String) },
  })
  await call('PUT', `${here}/publication`, { token, body: { withText: true } })
  const open = (await stranger()).json
  expect(open.clauses).toHaveLength(2)
  expect((await call('GET', `${here}/documents/${open.documents.at(-1).revision}`)).status).toBe(200)
  expect((await call('GET', `${here}/record`)).status).toBe(401)
  expect((await call('DELETE', `${here}/publication`, { token })).json).toEqual({ unpublished: true })
  expect((await stranger()).status).toBe(404)
}
