import { beforeAll, describe, expect, test } from 'vitest'
import { makePerson, makeRole } from '../../test/factories/people.ts'
import { type TestApplication, testApplication } from '../../test/harness/application.ts'
import { tokenScopes } from '../accounts/tokenScopes.ts'
import { draftFor, makeAlliance, type TestAlliance, twoClauses } from '../agreements/testing/alliance.ts'
import { json } from '../platform/db/values.ts'
import { operations } from './operations.ts'
import { apiRoutes } from './routes.tsx'
import { callerOf, type Sent, tokenOf } from './testing/calling.ts'

let app: TestApplication
let call: ReturnType<typeof callerOf>
let alliance: TestAlliance
let token: string
beforeAll(async () => {
  app = await testApplication({ features: [apiRoutes] })
  call = callerOf(app)
  alliance = await makeAlliance(app, 2)
  token = await tokenOf(app, alliance.lead.coordinator)
})

const draft = (given: object = {}) => ({
  kind: 'memorandum',
  languages: ['ja', 'en'],
  title: { ja: '覚書', en: 'Memorandum' },
  preamble: { ja: '前文', en: 'Preamble' },
  parties: alliance.parties.map(({ id }) => ({ organisationId: id })),
  clauses: twoClauses,
  termMonths: 24,
  noticeMonths: 3,
  leadOrganisationId: alliance.lead.id,
  ...given,
})

const pointersIn = ({ json }: { json: { errors: { pointer: string }[] } }) => json.errors.map(({ pointer }) => pointer)

describe('who may', () => {
  test('neither a stranger nor a session cookie sees a draft', async () => {
    const { reference } = await draftFor(app, alliance)
    expect((await call('GET', `/agreements/${reference}`)).status).toBe(404)
    const cookie = await app.signIn(alliance.lead.manager)
    expect((await call('GET', `/agreements/${reference}`, { headers: { cookie } })).status).toBe(404)
    expect((await call('GET', '/me', { headers: { cookie } })).json.code).toBe('token-needed')
    const stranger = await tokenOf(app, (await makeAlliance(app, 2)).lead.manager)
    expect((await call('GET', `/agreements/${reference}`, { token: stranger })).status).toBe(404)
    const unknown = await call('GET', `/agreements/${reference}`, { token: 'not a token' })
    expect(unknown).toMatchObject({ status: 401, json: { code: 'invalid-token' } })
  })

  test.each(tokenScopes)('a token made for everything but %s does nothing that needs it', async (needed) => {
    const person = await makePerson(app.db)
    const others = tokenScopes.filter((scope) => scope !== needed)
    const other = await tokenOf(app, person, others)
    for (const { method, path } of operations.filter(({ needs }) => needs === needed)) {
      const sent = { token: other, ...(method === 'get' ? {} : { body: {} }) }
      const answer = await call(method.toUpperCase(), path.replaceAll(/\{\w+\}/g, 'x'), sent)
      expect(answer).toMatchObject({ status: 403, json: { code: 'insufficient-scope' } })
      expect(answer.headers.get('www-authenticate')).toContain(`scope="${needed}"`)
    }
  })

  test('a token says what it is for', async () => {
    const scopes = ['agreements:read'] as const
    const own = await tokenOf(app, alliance.lead.manager, scopes)
    const { json } = await call('GET', '/me', { token: own })
    expect(json).toMatchObject({ scopes, roles: [{ role: 'manager', organisationId: alliance.lead.id }] })
  })

  test('nobody is named a signatory by another name than their own', async () => {
    const { reference } = await draftFor(app, alliance)
    const body = {
      organisationId: alliance.lead.id,
      personId: alliance.lead.signatory.id,
      office: { ja: '理事長', en: 'President' },
      ground: 'office',
      groundReference: 'Statutes',
      displayOrder: 1,
      signingOrder: 1,
    }
    const here = `/agreements/${reference}`
    const forged = { ...body, name: { label: { en: 'Somebody Else' } } }
    expect((await call('PUT', `${here}/signatories`, { token, body: forged })).json.code).toBe('not-understood')
    const elsewhere = { ...body, personId: alliance.parties[1]?.signatory.id }
    expect((await call('PUT', `${here}/signatories`, { token, body: elsewhere })).json.code).toBe('no-such-person')
    expect((await call('PUT', `${here}/signatories`, { token, body })).status).toBe(200)
    const people = (await call('GET', `${here}/parties/${alliance.lead.id}/people`, { token })).json.items
    const { name } = people.find(({ id }: { id: string }) => id === alliance.lead.signatory.id)
    expect((await call('GET', here, { token })).json.signatories).toMatchObject([{ name }])
  })
})

describe('what is not understood', () => {
  const json = { 'content-type': 'application/json' }
  test.each<[string, Sent, number, string]>([
    ['broken JSON', { raw: '{', headers: json }, 400, 'malformed-json'],
    ['nothing', { raw: '', headers: json }, 400, 'malformed-json'],
    ['broken UTF-8', { raw: new Uint8Array([0x22, 0xff, 0x22]), headers: json }, 400, 'malformed-json'],
    ['no object', { body: [1] }, 400, 'not-understood'],
    ['an array in arrays', { raw: `${'['.repeat(50_000)}${']'.repeat(50_000)}`, headers: json }, 400, 'not-understood'],
    ['an unknown field', { body: { surprise: true } }, 400, 'not-understood'],
    [
      'a form',
      { raw: 'kind=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      415,
      'other-content-type',
    ],
    [
      'a type that only begins like JSON',
      { raw: '{}', headers: { 'content-type': 'application/jsonx' } },
      415,
      'other-content-type',
    ],
    ['too much', { body: { title: 'x'.repeat(2_000_000) } }, 413, 'too-large'],
  ])('%s', async (_, sent, status, code) => {
    const answer = await call('POST', '/agreements', { token, ...sent })
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(answer.json).toMatchObject({ status, code })
    expect(answer.status).toBe(status)
  })

  test('a file that does not say that it is a PDF', async () => {
    expect((await call('POST', '/verifications', { raw: '%PDF-1.7' })).json.code).toBe('other-content-type')
    const headers = { 'content-type': 'application/pdf' }
    expect((await call('POST', '/verifications', { raw: 'no PDF', headers })).json).toMatchObject({
      level: 'fails',
      reasons: ['unreadable'],
      reference: null,
    })
  })

  test('each mistake is pointed at', async () => {
    const sent = (given: object) => call('POST', '/agreements', { token, body: draft(given) })
    expect(pointersIn(await sent({ kind: 'treaty', languages: ['xx'], title: undefined }))).toEqual([
      '/kind',
      '/title',
      '/languages/0',
    ])
    expect(pointersIn(await sent({ languages: ['ja', 'de'] }))).toEqual([
      '/title/de',
      '/title/en',
      '/preamble/de',
      '/preamble/en',
      '/clauses/0/texts/en',
      '/clauses/1/texts/en',
    ])
    expect(pointersIn(await sent({ clauses: [twoClauses[0], twoClauses[0]] }))).toEqual(['/clauses/1/slug'])
    expect(pointersIn(await sent({ title: { ja: '覚\u0000書', en: 'lone \uD800' } }))).toEqual([
      '/title/ja',
      '/title/en',
    ])
    expect(pointersIn(await call('GET', '/agreements?limit=1000&before=x'))).toEqual(['/query/limit', '/query/before'])
  })

  test('a text in a language that the agreement does not have', async () => {
    const { reference } = await draftFor(app, alliance)
    const here = `/agreements/${reference}`
    const texts = { fr: { heading: 'But', body: 'S’entraider.', basedOn: 0 } }
    const [{ id: clauseId }] = (await call('GET', here, { token })).json.clauses
    const revised = await call('PUT', `${here}/clauses/${clauseId}`, { token, body: { texts } })
    expect(pointersIn(revised)).toEqual(['/texts/fr'])
    const body = { organisationId: alliance.lead.id, clauseId, texts, reason: 'Why not' }
    expect(pointersIn(await call('POST', `${here}/proposals`, { token, body }))).toEqual(['/texts/fr'])
    const added = { binding: true, texts: { fr: { heading: 'But', body: 'S’entraider.' } } }
    expect(pointersIn(await call('POST', `${here}/clauses`, { token, body: added }))).toEqual(['/texts/fr'])
  })

  test('an address that holds no id', async () => {
    const { reference } = await draftFor(app, alliance)
    for (const { method, path, body } of operations) {
      if (!path.includes('{reference}') || body) continue
      const address = path.replace('{reference}', reference).replaceAll(/\{\w+\}/g, 'no id')
      expect((await call(method.toUpperCase(), address, { token })).status).toBeLessThan(500)
    }
  })

  test('a character that cannot be signed is named', async () => {
    const title = { ja: '覚書', en: 'Memo\u202Erandum' }
    const { json } = await call('POST', '/agreements', { token, body: draft({ title }) })
    expect(json).toMatchObject({ status: 422, code: 'unsuitable-text', field: 'title.en', codePoint: 'U+202E' })
  })

  test('a refusal speaks the language asked for', async () => {
    const { reference } = await draftFor(app, alliance)
    const { json } = await call('POST', `/agreements/${reference}/approvals`, {
      token: await tokenOf(app, alliance.lead.manager),
      body: { organisationId: alliance.lead.id, textHash: '0'.repeat(64) },
      headers: { 'accept-language': 'ja' },
    })
    expect(json).toMatchObject({ code: 'text-changed', status: 409 })
    expect(json.title).toMatch(/\p{Script=Hiragana}/u)
  })
})

describe('reading', () => {
  test('lists page by page, each agreement once, by the cursor or by the link', async () => {
    const own = await makeAlliance(app, 2)
    const reader = await tokenOf(app, own.lead.coordinator)
    const made: string[] = []
    for (let count = 0; count < 5; count++) made.push((await draftFor(app, own)).reference)
    const read: string[] = []
    for (let address: string | undefined = '/agreements?limit=2'; address;) {
      const { json, headers } = await call('GET', address, { token: reader })
      read.push(...json.items.map(({ reference }: { reference: string }) => reference))
      const link = /^<(.+)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1]
      expect(link ? new URL(link).searchParams.get('before') : null).toBe(json.next)
      address = link?.replace(/^.*\/api\/v1/, '')
    }
    expect(read.filter((reference) => made.includes(reference))).toEqual(made.toReversed())
    expect(new Set(read).size).toBe(read.length)
  })

  test('tells a name, but not who translated it', async () => {
    const own = await makeAlliance(app, 2)
    const writer = own.lead.manager.id
    const name = {
      original: 'ja' as const,
      text: { ja: '例', en: 'Example' },
      revision: 2,
      translations: { en: { from: 1, by: writer, at: '2022-03-01T00:00:00.000Z', credit: 'Its own' } },
    }
    await app.db
      .updateTable('organisation')
      .set({ name: json(name) })
      .where('id', '=', own.lead.id)
      .execute()
    const { reference } = await draftFor(app, own)
    const reader = await tokenOf(app, own.lead.coordinator)
    const agreement = (await call('GET', `/agreements/${reference}`, { token: reader })).json
    expect(agreement.parties[0].name).toEqual({ original: 'ja', text: name.text })
    const organisation = (await call('GET', `/organisations/${own.lead.slug}`)).json
    expect(organisation.name).toEqual({ original: 'ja', text: name.text, stale: ['en'], credits: { en: 'Its own' } })
    expect(JSON.stringify([agreement, organisation])).not.toContain(writer)
  })

  test('what has not changed is not sent again', async () => {
    const { reference } = await draftFor(app, alliance)
    const here = `/agreements/${reference}`
    const { headers, json } = await call('GET', here, { token })
    expect(headers.get('cache-control')).toBe('private, no-cache')
    const known = { 'if-none-match': headers.get('etag') ?? '' }
    const same = await call('GET', here, { token, headers: known })
    expect({ status: same.status, body: await same.response.text() }).toEqual({ status: 304, body: '' })
    const [clause] = json.clauses
    const texts = { en: { heading: 'Aim', body: 'To help each other.', basedOn: 1 } }
    await call('PUT', `${here}/clauses/${clause.id}`, { token, body: { texts } })
    expect((await call('GET', here, { token, headers: known })).status).toBe(200)
  })
})

test('an agreement begins from a template, as on screen', async () => {
  const { json } = await call('GET', '/templates')
  const [{ name }] = json.items
  const { kind: _kind, title: _title, preamble: _preamble, clauses: _clauses, ...terms } = draft()
  const body = {
    ...terms,
    field: { ja: '医療機器', en: 'medical devices' },
    purpose: { ja: '相互に支援すること', en: 'to support each other' },
    secrecyMonths: 36,
  }
  const made = await call('POST', `/templates/${name}/agreements`, { token, body })
  expect(made.status).toBe(201)
  const agreement = (await call('GET', `/agreements/${made.json.reference}`, { token })).json
  expect(agreement.clauses.length).toBeGreaterThan(9)
  expect(JSON.stringify(agreement.clauses)).toContain('medical devices')
  expect((await call('POST', '/templates/none/agreements', { token, body })).status).toBe(404)
  const partial = { ...body, purpose: { ja: '支援' } }
  expect(pointersIn(await call('POST', `/templates/${name}/agreements`, { token, body: partial }))).toEqual([
    '/purpose/en',
  ])
})

describe('organisations', () => {
  const entry = (slug: string) => ({
    slug,
    kind: 'cluster-organisation',
    name: { original: 'de', text: { de: 'Beispielcluster' } },
    country: 'DE',
    timeZone: 'Europe/Berlin',
  })

  test('are entered by the operator, described by their manager, read by everybody', async () => {
    const slug = `example-${crypto.randomUUID()}`.slice(0, 40)
    const operator = (await makeAlliance(app, 2)).lead.manager
    await makeRole(app.db, operator, 'operator', null)
    const asOperator = await tokenOf(app, operator)
    expect((await call('POST', '/organisations', { token, body: entry(slug) })).json.code).toBe('not-yours')
    const { json, status } = await call('POST', '/organisations', { token: asOperator, body: entry(slug) })
    expect(status).toBe(201)
    expect((await call('POST', '/organisations', { token: asOperator, body: entry(slug) })).json.code).toBe(
      'slug-taken',
    )
    await makeRole(app.db, alliance.lead.manager, 'manager', json.id)
    const manager = await tokenOf(app, alliance.lead.manager)
    const read = async () => (await call('GET', `/organisations/${slug}`)).json
    const body = {
      name: { de: 'Beispielcluster', en: 'Example cluster' },
      description: { original: 'de', text: { de: 'Ein Cluster.', en: 'A cluster.' }, confirmed: [] },
      version: (await read()).version,
    }
    const profile = `/organisations/${slug}/profile`
    expect((await call('PUT', profile, { token, body })).json.code).toBe('not-yours')
    expect((await call('PUT', profile, { token: manager, body })).json).toEqual({ described: true })
    expect((await call('PUT', profile, { token: manager, body })).json.code).toBe('changed-meanwhile')
    const described = await read()
    expect(described).toMatchObject({
      name: { text: body.name },
      description: { text: body.description.text, stale: [] },
    })
    // Who wrote it is nobody's business.
    expect(JSON.stringify(described)).not.toContain(alliance.lead.manager.id)
    const { organisations } = (await call('GET', '/organisations')).json
    expect(organisations.map((line: { slug: string }) => line.slug)).toContain(slug)
    expect((await call('PUT', '/organisations/nobody/profile', { token: manager, body })).status).toBe(404)
  })

  test('are held to what the form accepts', async () => {
    const body = { ...entry('Not A Slug'), country: 'XX', timeZone: 'Mars/Olympus', website: 'javascript:alert(1)' }
    expect(pointersIn(await call('POST', '/organisations', { token, body }))).toEqual([
      '/slug',
      '/country',
      '/timeZone',
      '/website',
    ])
  })
})

test('the reference page reads in five languages and shows every operation', async () => {
  for (const locale of ['ja', 'en', 'fr', 'de', 'it']) {
    const page = await app.get(`/${locale}/api`)
    expect(page.status).toBe(200)
    const html = await page.text()
    for (const { id } of operations) expect(html).toContain(`id="${id}"`)
  }
})

test('an unknown address is a problem with a code', async () => {
  const { status, json } = await call('GET', '/nothing')
  expect({ status, code: json.code }).toEqual({ status: 404, code: 'not-found' })
})
