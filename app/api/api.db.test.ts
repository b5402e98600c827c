import { beforeAll, describe, expect, test } from 'vitest'
import type { MadePerson } from '../../test/factories/people.ts'
import { type TestApplication, testApplication } from '../../test/harness/application.ts'
import { createToken } from '../accounts/tokens.ts'
import type { TokenScope } from '../accounts/tokenScopes.ts'
import {
  codeFor,
  draftFor,
  inTurn,
  makeAlliance,
  nameSignatories,
  scopeOf,
  twoClauses,
} from '../agreements/testing/alliance.ts'
import { openApiDocument } from './document.ts'
import { operations } from './operations.ts'
import { apiRoutes } from './routes.tsx'

let app: TestApplication
beforeAll(async () => {
  app = await testApplication({ features: [apiRoutes] })
})

const every: TokenScope[] = ['agreements:read', 'agreements:write', 'organisations:read', 'organisations:write']

async function tokenOf(person: MadePerson, scopes: TokenScope[] = every): Promise<string> {
  const made = await createToken(app.services, await scopeOf(app, person), { name: 'Test', scopes, days: 30 })
  if ('refused' in made) throw new Error(made.refused)
  return made.token
}

type Sent = { token?: string; body?: unknown; headers?: Record<string, string>; raw?: BodyInit }

async function call(method: string, path: string, { token, body, headers = {}, raw }: Sent = {}) {
  const response = await app.app.request(`${app.services.config.origin}/api/v1${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(raw === undefined ? {} : { body: raw }),
  })
  const isJson =
    /json/.test(response.headers.get('content-type') ?? '') && !/jsonl/.test(response.headers.get('content-type') ?? '')
  return { status: response.status, headers: response.headers, json: isJson ? await response.json() : null, response }
}

test('the main job by the API alone: draft, approve, consent, sign, verify', async () => {
  const alliance = await makeAlliance(app, 3)
  const lead = await tokenOf(alliance.lead.coordinator)
  const drafted = await call('POST', '/agreements', {
    token: lead,
    body: {
      kind: 'memorandum',
      languages: ['ja', 'en'],
      title: { ja: '覚書', en: 'Memorandum' },
      preamble: { ja: '前文', en: 'Preamble' },
      parties: alliance.parties.map(({ id }) => ({ organisationId: id })),
      clauses: twoClauses,
      termMonths: 24,
      noticeMonths: 3,
      leadOrganisationId: alliance.lead.id,
    },
  })
  expect(drafted.status).toBe(201)
  const here = `/agreements/${drafted.json.reference}`
  await nameSignatories(app, alliance, drafted.json.id)
  for (const party of alliance.parties) {
    const token = await tokenOf(party.manager)
    const { textHash } = (await call('GET', here, { token })).json
    const approved = await call('POST', `${here}/approvals`, { token, body: { organisationId: party.id, textHash } })
    expect(approved.status).toBe(200)
  }
  await app.drain()
  for (const { signatory } of inTurn(alliance)) {
    const token = await tokenOf(signatory)
    const { documents } = (await call('GET', here, { token })).json
    const documentSha256 = documents.find((document: { kind: string }) => document.kind === 'approved').sha256
    expect((await call('POST', `${here}/codes`, { token })).status).toBe(200)
    const code = await codeFor(app, signatory)
    expect((await call('POST', `${here}/consents`, { token, body: { documentSha256, code } })).status).toBe(201)
    const signed = await call('POST', `${here}/signatures`, { token, body: { documentSha256 } })
    expect(signed.status).toBe(201)
    // Sent twice, nothing is done twice.
    expect((await call('POST', `${here}/signatures`, { token, body: { documentSha256 } })).json).toMatchObject({
      code: 'already-signed',
    })
  }
  await app.drain()
  const agreement = (await call('GET', here, { token: lead })).json
  expect(agreement.standing).toBe('in-force')
  const newest = agreement.documents.at(-1)
  const pdf = await call('GET', `${here}/documents/${newest.revision}`, { token: lead })
  const bytes = new Uint8Array(await pdf.response.arrayBuffer())
  const verified = await call('POST', '/verifications', { raw: bytes, headers: { 'content-type': 'application/pdf' } })
  expect(verified.json).toMatchObject({
    reference: drafted.json.reference,
    revision: 'newest',
    record: { sound: true },
  })
  expect(verified.json.file.level).not.toBe('fails')
  const record = await call('GET', `${here}/record`, { token: lead })
  expect((await record.response.text()).split('\n').length).toBeGreaterThan(10)
})

describe('who may', () => {
  test('neither a stranger nor a session cookie sees a draft', async () => {
    const alliance = await makeAlliance(app, 2)
    const { reference } = await draftFor(app, alliance)
    expect((await call('GET', `/agreements/${reference}`)).status).toBe(404)
    const cookie = await app.signIn(alliance.lead.manager)
    expect((await call('GET', `/agreements/${reference}`, { headers: { cookie } })).status).toBe(404)
    expect((await call('GET', '/me', { headers: { cookie } })).status).toBe(401)
    const stranger = (await makeAlliance(app, 2)).lead.manager
    expect((await call('GET', `/agreements/${reference}`, { token: await tokenOf(stranger) })).status).toBe(404)
    expect((await call('GET', `/agreements/${reference}`, { token: 'not a token' })).status).toBe(401)
  })

  test('a token does what it was made for and nothing else', async () => {
    const alliance = await makeAlliance(app, 2)
    const { reference } = await draftFor(app, alliance)
    const token = await tokenOf(alliance.lead.coordinator, ['agreements:read'])
    expect((await call('GET', `/agreements/${reference}`, { token })).status).toBe(200)
    const refused = await call('POST', `/agreements/${reference}/codes`, { token })
    expect(refused.status).toBe(403)
    expect(refused.headers.get('www-authenticate')).toContain('agreements:write')
  })
})

describe('what is not understood', () => {
  test.each([
    ['broken JSON', { raw: '{', headers: { 'content-type': 'application/json' } }, 400, 'malformed-json'],
    [
      'broken UTF-8',
      { raw: new Uint8Array([0x22, 0xff, 0x22]), headers: { 'content-type': 'application/json' } },
      400,
      'malformed-json',
    ],
    [
      'another content type',
      { raw: 'kind=memorandum', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      415,
      'not-json',
    ],
    ['an unknown field', { body: { surprise: true } }, 400, 'not-understood'],
  ])('%s', async (_, sent, status, code) => {
    const token = await tokenOf((await makeAlliance(app, 2)).lead.coordinator)
    const answer = await call('POST', '/agreements', { token, ...(sent as Sent) })
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect({ status: answer.status, code: answer.json.code }).toEqual({ status, code })
  })

  test('each mistake is pointed at', async () => {
    const token = await tokenOf((await makeAlliance(app, 2)).lead.coordinator)
    const { json } = await call('POST', '/agreements', { token, body: { kind: 'treaty', languages: ['xx'] } })
    expect(json.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(
      expect.arrayContaining(['/kind', '/languages/0', '/title']),
    )
  })

  test('a body beyond the limit is refused', async () => {
    const token = await tokenOf((await makeAlliance(app, 2)).lead.coordinator)
    const answer = await call('POST', '/agreements', { token, body: { title: 'x'.repeat(2_000_000) } })
    expect(answer.status).toBe(413)
  })

  test('a refusal speaks the language asked for', async () => {
    const alliance = await makeAlliance(app, 2)
    const { reference } = await draftFor(app, alliance)
    const token = await tokenOf(alliance.lead.manager)
    const body = { organisationId: alliance.lead.id, textHash: '0'.repeat(64) }
    const { json, status } = await call('POST', `/agreements/${reference}/approvals`, {
      token,
      body,
      headers: { 'accept-language': 'ja' },
    })
    expect(status).toBe(409)
    expect(json).toMatchObject({ code: 'text-changed', status: 409 })
    expect(json.title).toMatch(/\p{Script=Hiragana}/u)
  })
})

test('lists are read page by page, each agreement once', async () => {
  const alliance = await makeAlliance(app, 2)
  const made = []
  for (let count = 0; count < 5; count++) made.push((await draftFor(app, alliance)).reference)
  const token = await tokenOf(alliance.lead.coordinator)
  const read: string[] = []
  for (let next = ''; ;) {
    const { json } = await call('GET', `/agreements?limit=2${next ? `&before=${next}` : ''}`, { token })
    read.push(...json.items.map(({ reference }: { reference: string }) => reference))
    if (!json.next) break
    next = json.next
  }
  expect(new Set(read).size).toBe(read.length)
  expect(made.filter((reference) => read.includes(reference))).toEqual(made)
})

describe('the OpenAPI document', () => {
  const document = openApiDocument(operations, 'https://musubi.example') as {
    openapi: string
    paths: Record<
      string,
      Record<
        string,
        {
          operationId: string
          security: object[]
          parameters: { name: string; in: string }[]
          responses: Record<string, unknown>
        }
      >
    >
    components: { schemas: Record<string, unknown> }
  }
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.values(methods).map((operation) => ({ path, ...operation })),
  )

  test('is 3.1 and describes every operation once', () => {
    expect(document.openapi).toMatch(/^3\.1\./)
    expect(described.map(({ operationId }) => operationId).toSorted()).toEqual(
      operations.map(({ id }) => id).toSorted(),
    )
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length)
  })

  test('every part of an address is a parameter, every operation says who may and how it fails', () => {
    for (const { path, parameters, security, responses } of described) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      expect(parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)).toEqual(named)
      expect(security.length).toBeGreaterThan(0)
      expect(Object.keys(responses).some((status) => status.startsWith('4'))).toBe(true)
    }
  })

  test('every reference leads to a schema', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(
      ([, reference]) => reference ?? '',
    )
    expect(references.length).toBeGreaterThan(0)
    for (const reference of references) {
      const name = /^#\/components\/schemas\/(\w+)$/.exec(reference)?.[1] ?? reference
      expect(document.components.schemas).toHaveProperty(name)
    }
  })
})

test('the reference page reads in five languages', async () => {
  for (const locale of ['ja', 'en', 'fr', 'de', 'it']) {
    const page = await app.get(`/${locale}/api`)
    expect(page.status).toBe(200)
    const html = await page.text()
    for (const { id } of operations) expect(html).toContain(`id="${id}"`)
  }
})
