import { beforeAll, expect, test } from 'vitest'
import { makePerson } from '../../test/factories/people.ts'
import { type TestApplication, testApplication, testOrigin, testStart } from '../../test/harness/application.ts'
import { newTestDatabase } from '../../test/harness/testDatabase.ts'
import { apiRoutes } from '../api/routes.tsx'
import { createToken } from '../accounts/tokens.ts'
import { siteRoutes } from '../site/routes.tsx'
import { addAsset, publishAsset, removeAsset } from './kit/adding.ts'
import { chooseFiles } from './kit/choosing.ts'
import { acceptEmbargo, offerPreview } from './previewing.ts'
import { reviseRelease } from './revising.ts'
import { pressRoutes } from './routes.tsx'
import {
  approveForAll,
  draftFor,
  granted,
  lifts,
  makeIssuers,
  readRelease,
  scopeOf,
  type TestIssuer,
} from './testing/pressRoom.ts'
import { withdrawRelease } from './withdrawing.ts'

let app: TestApplication
let issuers: TestIssuer[]
beforeAll(async () => {
  const database = await newTestDatabase()
  app = await testApplication({ features: [siteRoutes, pressRoutes, apiRoutes], database })
  issuers = await makeIssuers(app)
})

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
const start = () => app.services.clock.set(testStart)
const lift = () => app.services.clock.set(new Date(lifts.instant))

async function withPhotograph() {
  const lead = await scopeOf(app, issuers[0]!.manager)
  const said = (text: string) => ({ original: 'en' as const, text: { en: text } })
  const { id: asset } = granted(
    await addAsset(app.services, lead, issuers[0]!.id, {
      kind: 'photograph',
      title: said('The signing'),
      alternative: said('Five people at a table'),
      credit: 'Ada Example',
      licence: 'Free for reporting',
      trademark: null,
      fileName: 'signing.png',
      bytes: png,
    }),
  )
  const release = await draftFor(app, issuers, { offersEmbargoed: true })
  granted(await chooseFiles(app.services, lead, release.id, { assetIds: [asset], basedOn: 1 }))
  await approveForAll(app, release.id, issuers)
  const { newest } = await readRelease(app, release.id)
  return { ...release, asset, sha256: newest.content.assets[0]!.sha256, lead }
}

type Options = { cookie?: string; headers?: Record<string, string>; method?: string }
const ask = (path: string, { cookie, headers = {}, method = 'GET' }: Options = {}) =>
  app.app.request(path, { method, headers: { ...headers, ...(cookie ? { cookie } : {}) } })

test('before the lifting no address, header or token of a stranger gives anything away, and afterwards all of it is there', async () => {
  start()
  const { slug, word, asset, sha256 } = await withPhotograph()
  const outsider = (await makeIssuers(app, 1))[0]!
  const token = granted(
    await createToken(app.services, await scopeOf(app, outsider.manager), {
      name: 'reader',
      scopes: ['press:read', 'press:write'],
      days: 30,
    }),
  )
  const hidden = [
    `/en/releases/${slug}`,
    `/ja/releases/${slug}`,
    `/en/releases/${slug}/release.pdf`,
    `/ja/releases/${slug}/release.pdf?language=ja`,
    `/en/releases/${slug}/kit/${asset}`,
    `/en/releases/${slug}/kit/${sha256}`,
    `/en/press/${issuers[0]!.slug}/kit/${asset}`,
    `/en/releases/${slug}/corrections/1`,
    `/api/v1/releases/${slug}`,
    `/api/v1/releases/${slug}/paper?language=ja`,
  ]
  const told = [
    '/en/releases',
    '/en/releases.atom',
    '/ja/releases.rss',
    `/en/press/${issuers[0]!.slug}`,
    `/en/press/${issuers[1]!.slug}/releases.atom`,
    '/sitemap.xml',
    '/api/v1/releases',
  ]
  const stranger = await app.signIn(await makePerson(app.db))
  const ways: Options[] = [
    {},
    { cookie: stranger },
    { method: 'HEAD' },
    { headers: { range: 'bytes=0-99' } },
    { headers: { 'if-none-match': '*', 'if-modified-since': new Date(0).toUTCString() } },
    { headers: { authorization: `Bearer ${token.token}` } },
  ]
  for (const way of ways) {
    for (const path of hidden) {
      const answer = await ask(path, way)
      expect([404, 304, 401], path).toContain(answer.status)
      expect(answer.headers.get('cache-control'), path).toMatch(/no-store/)
      expect(await answer.text()).not.toContain(word)
    }
    // What a cache or a program asks differently is told the same; lists are asked once in each role.
    for (const path of way.method || (way.headers && !way.headers['authorization']) ? [] : told) {
      const body = await (await ask(path, way)).text()
      expect(body, path).not.toContain(word)
      expect(body, path).not.toContain(slug)
    }
  }
  lift()
  for (const path of hidden.filter((one) => !/sha|corrections|press/.test(one) && !one.includes(sha256))) {
    const answer = await ask(path)
    expect(answer.status, path).toBe(200)
    expect(answer.headers.get('cache-control'), path).toMatch(/no-cache/)
  }
  for (const path of told) expect(await (await ask(path)).text(), path).toContain(slug)
  const page = await (await ask(`/en/releases/${slug}`)).text()
  expect(page).toContain('"@type":"NewsArticle"')
  expect(page).toContain(`content="${testOrigin}/en/releases/${slug}/kit/${asset}"`)
  const file = await ask(`/en/releases/${slug}/kit/${asset}`, { headers: { range: 'bytes=0-3' } })
  expect([file.status, new Uint8Array(await file.arrayBuffer())]).toEqual([200, png])
})

test('a feed reader that asks with its ETag is told of the lifting, of a correction and of a withdrawal, and of nothing else', async () => {
  start()
  const own = await makeIssuers(app)
  const { id, slug, word } = await draftFor(app, own)
  await approveForAll(app, id, own)
  const path = `/en/press/${own[0]!.slug}/releases.atom`
  let known = (await ask(path)).headers.get('etag') ?? ''
  const again = async () => {
    const answer = await ask(path, { headers: { 'if-none-match': known } })
    known = answer.headers.get('etag') ?? known
    return { status: answer.status, body: await answer.text() }
  }
  app.services.clock.forward(59 * 60_000)
  expect((await again()).status).toBe(304)
  lift()
  const lifted = await again()
  expect(lifted.status).toBe(200)
  expect(lifted.body).toContain(`<link href="${testOrigin}/en/releases/${slug}"/>`)
  expect(lifted.body).toContain(`<updated>${new Date(lifts.instant).toISOString()}</updated>`)
  app.services.clock.forward(60_000)
  expect((await again()).status).toBe(304)
  const lead = await scopeOf(app, own[0]!.manager)
  granted(
    await reviseRelease(app.services, lead, id, {
      basedOn: 1,
      title: { original: 'en', text: { en: `Right <b> ${word}`, ja: `正 ${word}` } },
      body: { original: 'en', text: { en: 'Now & then <right>.', ja: '正しい。' } },
      reason: { original: 'en', text: { en: 'A name was misspelt.' } },
    }),
  )
  expect((await again()).status).toBe(304)
  await approveForAll(app, id, own)
  const corrected = await again()
  expect(corrected.body).toContain('Right &lt;b&gt;')
  expect(corrected.body).toContain('Correction: A name was misspelt.')
  expect(corrected.body).toContain('<p>Now &amp; then &lt;right&gt;.</p>')
  granted(await withdrawRelease(app.services, lead, id, { organisationId: own[0]!.id, reason: 'It was wrong.' }))
  const withdrawn = await again()
  expect(withdrawn.body).toContain('This release has been withdrawn')
  expect(withdrawn.body).not.toContain(word)
})

test('a journalist reads under embargo at an address of their own, after accepting it, and anew when it moves', async () => {
  start()
  const { id, word, asset, lead } = await withPhotograph()
  const journalist = {
    name: 'Kim Writer',
    outlet: 'The Example',
    address: `kim-${id}@example.org`,
    locale: 'en' as const,
    timeZone: 'America/New_York',
  }
  granted(await offerPreview(app.services, lead, id, journalist))
  expect(await offerPreview(app.services, lead, id, journalist)).toEqual({ refused: 'already-listed' })
  const [mail] = await app.mailsTo(journalist.address)
  expect(mail?.text).not.toContain(word)
  const address = new URL(/http\S+\/embargoed\/\S+/.exec(mail?.text ?? '')?.[0] ?? '').pathname
  const first = await (await ask(address)).text()
  expect(first).toContain('05:00')
  expect(first).not.toContain(word)
  expect((await ask(`${address}/release.pdf`)).status).toBe(404)
  expect((await ask(`${address}/kit/${asset}`)).status).toBe(404)
  const embargo = /name="embargo" value="([^"]+)"/.exec(first)?.[1] ?? ''
  expect((await app.post(address, { embargo })).status).toBe(303)
  const read = await ask(address)
  expect(read.headers.get('cache-control')).toContain('no-store')
  const text = await read.text()
  expect(text).toContain(word)
  expect(text).toContain('name="robots" content="noindex"')
  expect((await ask(`${address}/kit/${asset}`)).status).toBe(200)
  const token = address.split('/').at(-1) ?? ''
  expect(await acceptEmbargo(app.services, lead, token, issuers[0]!.id)).toEqual({ refused: 'changed-meanwhile' })
  // The text changes: nobody shows an unapproved one.
  const { newest } = await readRelease(app, id)
  granted(
    await reviseRelease(app.services, lead, id, {
      basedOn: newest.revision,
      title: { original: 'en', text: newest.content.title.text },
      body: { original: 'en', text: { en: `Unapproved ${word}`, ja: '未承認' } },
    }),
  )
  expect(await (await ask(address)).text()).not.toContain('Unapproved')
  expect((await ask(`${address}/kit/${asset}`)).status).toBe(404)
})

test('a file of the kit is what it is by its contents, needs its description, and is gone everywhere once removed', async () => {
  start()
  const { slug, asset, lead } = await withPhotograph()
  lift()
  const add = (bytes: Uint8Array, alternative: boolean) =>
    addAsset(app.services, lead, issuers[0]!.id, {
      kind: 'logo',
      title: { original: 'en', text: { en: 'Logo' } },
      alternative: alternative ? { original: 'en', text: { en: 'A knot' } } : null,
      credit: 'FBRI',
      licence: 'Free',
      trademark: null,
      fileName: 'logo.png',
      bytes,
    })
  expect(await add(new TextEncoder().encode('<html><script>1</script>'), true)).toEqual({ refused: 'other-file' })
  expect(await add(png, false)).toEqual({ refused: 'alternative-missing' })
  const drawing = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')
  const { id } = granted(await add(drawing, true))
  const room = `/en/press/${issuers[0]!.slug}`
  expect((await ask(`${room}/kit/${id}`)).status).toBe(404)
  granted(await publishAsset(app.services, lead, id, true))
  const logo = await ask(`${room}/kit/${id}`)
  expect(logo.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(logo.headers.get('content-security-policy')).toContain('sandbox')
  expect(await (await ask(room)).text()).toContain('alt="A knot"')
  expect((await ask(`/en/releases/${slug}/kit/${asset}`)).status).toBe(200)
  granted(await removeAsset(app.services, lead, asset))
  expect((await ask(`/en/releases/${slug}/kit/${asset}`)).status).toBe(404)
})
