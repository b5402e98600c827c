import { beforeAll, expect, test } from 'vitest'
import { makePerson } from '../../test/factories/people.ts'
import { testApplication, type TestApplication } from '../../test/harness/application.ts'
import type { Routes } from '../web/env.ts'
import { admitPerson } from './admitting.ts'
import { accountRoutes } from './routes.tsx'
import { createToken } from './tokens.ts'

/** Says who is asking: what the gates decided. */
const whoRoutes: Routes = (app) => {
  app.all('/api/v1/agreements', (c) => c.json({ via: c.var.scope.via, person: c.var.scope.person?.personId ?? null }))
  app.get('/api/v1', (c) => c.json({ via: c.var.scope.via }))
}

let at: TestApplication
beforeAll(async () => {
  at = await testApplication({ features: [accountRoutes, whoRoutes] })
})

const DAY = 24 * 60 * 60_000

async function personWithToken(scopes = ['agreements:read']) {
  const person = await makePerson(at.db)
  const cookie = await at.signIn(person)
  const made = await at.post('/en/account/tokens', { name: 'Export', scopes, days: '30' }, { cookie })
  const html = await made.text()
  const token = html.match(/mus_[\w-]{32}/)?.[0] ?? ''
  return { person, cookie, token, made, html }
}

const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })

test('a token is shown once, stored as a hash, and opens the API as its owner', async () => {
  const { person, cookie, token, made } = await personWithToken()
  expect([made.status, made.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
  expect(token).not.toBe('')
  const account = await (await at.get('/en/account', { cookie })).text()
  expect([account.includes('Export'), account.includes(token)]).toEqual([true, false])
  expect(await (await at.get('/api/v1/agreements', bearer(token))).json()).toEqual({ via: 'token', person: person.id })
})

test('the cookie adds nothing to a request with a token', async () => {
  const { cookie } = await personWithToken()
  const refused = await at.get('/api/v1/agreements', { cookie, headers: { authorization: 'Bearer wrong' } })
  expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer error="invalid_token"'])
  expect(refused.headers.get('content-type')).toContain('application/problem+json')
})

test('a token to read does not write, and says what it would need', async () => {
  const { token } = await personWithToken()
  const refused = await at.post('/api/v1/agreements', {}, bearer(token))
  expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([
    403,
    'Bearer error="insufficient_scope", scope="agreements:write"',
  ])
  const writer = await personWithToken(['agreements:write'])
  expect((await at.post('/api/v1/agreements', {}, bearer(writer.token))).status).toBe(200)
  expect((await at.get('/api/v1/agreements', bearer(writer.token))).status).toBe(403)
  expect((await at.get('/api/v1', bearer(token))).status).toBe(200)
})

test('a token opens no page', async () => {
  const { token } = await personWithToken()
  expect((await at.get('/en/account', bearer(token))).status).toBe(401)
  expect((await at.post('/en/account/other-sessions/end', {}, bearer(token))).status).toBe(401)
})

test('an expired and a revoked token open nothing', async () => {
  const { token, cookie, person } = await personWithToken()
  const start = at.services.clock.now()
  at.services.clock.set(new Date(start.getTime() + 30 * DAY))
  expect((await at.get('/api/v1/agreements', bearer(token))).status).toBe(401)
  at.services.clock.set(start)
  const { id } = await at.db
    .selectFrom('access_token')
    .select('id')
    .where('person_id', '=', person.id)
    .executeTakeFirstOrThrow()
  const other = await at.signIn(await makePerson(at.db))
  expect((await at.post(`/en/account/tokens/${id}/revocation`, {}, { cookie: other })).status).toBe(404)
  expect((await at.get('/api/v1/agreements', bearer(token))).status).toBe(200)
  expect((await at.post(`/en/account/tokens/${id}/revocation`, {}, { cookie })).status).toBe(303)
  expect((await at.get('/api/v1/agreements', bearer(token))).status).toBe(401)
})

test('a token makes no further tokens', async () => {
  const person = await makePerson(at.db)
  const scope = (await admitPerson(at.db, person.id, { via: 'token', tokenScopes: ['agreements:write'] }))!
  expect(await createToken(at.services, scope, { name: 'x', scopes: ['agreements:read'], days: 30 })).toEqual({
    refused: 'not-yours',
  })
})

test('a form without a scope, or with one nobody knows, comes back', async () => {
  const cookie = await at.signIn(await makePerson(at.db))
  for (const scopes of [[], ['everything']]) {
    const refused = await at.post('/en/account/tokens', { name: 'Kept', scopes, days: '30' }, { cookie })
    expect([refused.status, (await refused.text()).includes('value="Kept"')]).toEqual([422, true])
  }
})
