import { beforeAll, expect, test } from 'vitest'
import { makePerson } from '../../test/factories/people.ts'
import { type TestApplication, testApplication, testStart } from '../../test/harness/application.ts'
import { newTestDatabase } from '../../test/harness/testDatabase.ts'
import { pressRoutes } from './routes.tsx'
import { approveForAll, draftFor, lifts, makeIssuers, type TestIssuer } from './testing/pressRoom.ts'

let app: TestApplication
let issuers: TestIssuer[]
beforeAll(async () => {
  app = await testApplication({ features: [pressRoutes], database: await newTestDatabase() })
  issuers = await makeIssuers(app)
})

const text = async (path: string, cookie?: string) => {
  const answer = await app.get(path, cookie ? { cookie } : {})
  return { status: answer.status, body: await answer.text(), headers: answer.headers }
}

test('a release is read by its makers, and by nobody else before the instant and every approval', async () => {
  app.services.clock.set(testStart)
  const { id, slug, word } = await draftFor(app, issuers)
  const maker = await app.signIn(issuers[1]!.coordinator)
  const stranger = await app.signIn(await makePerson(app.db))
  const address = `/en/releases/${slug}`
  const before = await text(address, maker)
  expect(before.status).toBe(200)
  expect(before.body).toContain('Not to be published before')
  expect(before.headers.get('cache-control')).toBe('private, no-store')
  for (const cookie of [undefined, stranger]) {
    expect((await text(address, cookie)).status).toBe(404)
    expect((await text('/en/releases', cookie)).body).not.toContain(word)
  }
  app.services.clock.set(new Date(lifts.instant))
  expect((await text(address)).status).toBe(404)
  await approveForAll(app, id, issuers)
  for (const locale of ['en', 'ja', 'de']) {
    const after = await text(`/${locale}/releases/${slug}`)
    expect(after.status).toBe(200)
    expect(after.body).toContain(word)
    expect(after.headers.get('cache-control')).toBe('no-cache')
  }
  expect((await text('/en/releases')).body).toContain(word)
})
