import { beforeAll, expect, test } from 'vitest'
import { makePerson } from '../../test/factories/people.ts'
import { type TestApplication, testApplication, testStart } from '../../test/harness/application.ts'
import { newTestDatabase } from '../../test/harness/testDatabase.ts'
import { pressRoutes } from './routes.tsx'
import { announcement } from './form/testing/announcement.ts'
import { approveForAll, draftFor, lifts, makeIssuers, readRelease, type TestIssuer } from './testing/pressRoom.ts'

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

test('the official form is set when it is written, approved with it, and the same on page and paper', async () => {
  app.services.clock.set(testStart)
  const { record } = await announcement()
  const { id, slug } = await draftFor(app, issuers, { record, title: record.title })
  const before = await readRelease(app, id)
  expect(Object.keys(before.newest.content.composed ?? {}).toSorted()).toEqual(['en', 'ja'])
  const maker = await app.signIn(issuers[0]!.coordinator)
  const desk = await text(`/ja/releases/${slug}/desk`, maker)
  expect(desk.body).toContain('Direcgtor')
  const manager = await app.signIn(issuers[1]!.manager)
  // Whoever approves sees the form in each language, and not only what was typed.
  const approval = await text(`/en/releases/${slug}/approval`, manager)
  expect(approval.body).toContain('報道関係者各位')
  expect(approval.body).toContain('To news editors')
  const early = await app.get(`/ja/releases/${slug}/release.pdf`, { cookie: maker })
  expect(early.headers.get('cache-control')).toBe('private, no-store')
  await approveForAll(app, id, issuers)
  app.services.clock.set(new Date(lifts.instant))
  const page = await text(`/ja/releases/${slug}`)
  expect(page.body).toContain('報道関係者各位')
  expect(page.body).toContain('令和４年３月２２日')
  expect(page.body).not.toContain('Direcgtor')
  const paper = async () => Buffer.from(await (await app.get(`/ja/releases/${slug}/release.pdf`)).arrayBuffer())
  const first = await paper()
  expect(first.subarray(0, 5).toString()).toBe('%PDF-')
  expect((await paper()).equals(first)).toBe(true)
  const kept = await app.db.selectFrom('release_paper').selectAll().where('release_id', '=', id).execute()
  expect(kept).toHaveLength(1)
})

test('forms come back with every entry and say what is wrong, in the reader’s language', async () => {
  app.services.clock.set(testStart)
  const cookie = await app.signIn(issuers[0]!.manager)
  const form = {
    languages: 'ja en',
    original: 'en',
    'title.en': 'A title that is kept',
    'body.en': 'Text.',
    leadOrganisationId: issuers[0]!.id,
    issuers: [issuers[1]!.id],
    when: 'at',
    date: '2022-03-27',
    time: '02:30',
    zone: 'Europe/Paris',
  }
  const leapt = await app.post('/fr/releases', form, { cookie })
  expect(leapt.status).toBe(422)
  const kept = await leapt.text()
  expect(kept).toContain('les horloges sautent cette heure')
  expect(kept).toContain('A title that is kept')
  const twice = await app.post('/en/releases', { ...form, date: '2022-10-30' }, { cookie })
  expect(await twice.text()).toContain('name="which"')
  expect((await app.post('/en/releases', { ...form, 'title.en': '' }, { cookie })).status).toBe(422)
  const made = await app.post('/en/releases', { ...form, time: '18:00' }, { cookie })
  expect(made.status).toBe(303)
  const desk = made.headers.get('location') ?? ''
  expect((await text(desk, cookie)).body).toContain('18:00 in Paris')
  const below = desk.replace('/desk', '')
  const texts = { basedOn: '1', original: 'en', 'title.en': 'A title that is kept', 'body.en': 'New text.' }
  expect((await app.post(`${below}/text`, { ...texts, basedOn: '7' }, { cookie })).status).toBe(409)
  expect((await app.post(`${below}/text`, texts, { cookie })).status).toBe(303)
  const approval = await text(`${below}/approval`, cookie)
  // Japanese is missing, so nobody can approve.
  const hidden = Object.fromEntries(
    [...approval.body.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  )
  const lagging = await app.post(`${below}/approvals`, hidden as Record<string, string>, { cookie })
  expect(lagging.status).toBe(409)
  expect(await lagging.text()).toContain('A language lags behind')
  expect(
    (await app.post(`${below}/withdrawal`, { organisationId: issuers[0]!.id, reason: '' }, { cookie })).status,
  ).toBe(422)
})
