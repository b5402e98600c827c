import { beforeAll, describe, expect, test } from 'vitest'
import { fileURLToPath } from 'node:url'
import { publishAgreement } from '../agreements/publishing.ts'
import { actAs, done, loadExample } from '../examples/loading.ts'
import { readExample } from '../examples/reading.ts'
import { approveForAll, draftModel, nameSignatories, signForAll, userOf } from '../examples/signing.ts'
import { locales } from '../language/locales.ts'
import { catalogues } from '../platform/i18n/catalogue.ts'
import { getBlob } from '../platform/storage/blobs.ts'
import { testApplication, type TestApplication } from '../../test/harness/application.ts'
import { newTestDatabase } from '../../test/harness/testDatabase.ts'

let at: TestApplication
let reference: string
let pdf: Uint8Array

/** The real case, signed by all five: in a database of its own, since its addresses are fixed. */
beforeAll(async () => {
  at = await testApplication({ database: await newTestDatabase(), config: { demo: true } })
  const { services } = at
  const example = await readExample(fileURLToPath(new URL('../..', import.meta.url)))
  const loaded = await loadExample(services, example)
  const id = await draftModel(services, example, loaded)
  await nameSignatories(services, example, loaded, id)
  await approveForAll(services, example, loaded, id)
  await at.drain()
  await signForAll(services, example, loaded, id)
  await at.drain()
  const coordinator = await actAs(services, loaded, userOf(example, 'coordinator', example.agreement.lead))
  done(await publishAgreement(services, coordinator, id, { withText: true }))
  const document = await at.db
    .selectFrom('agreement_document')
    .innerJoin('agreement', 'agreement.id', 'agreement_document.agreement_id')
    .select(['agreement_document.sha256', 'agreement.reference'])
    .orderBy('revision', 'desc')
    .executeTakeFirstOrThrow()
  reference = document.reference
  pdf = (await getBlob(at.db, document.sha256))?.bytes ?? new Uint8Array()
}, 180_000)

const words = (locale: (typeof locales)[number]) => catalogues[locale].verification

/** What a reader reads: text as the browser shows it. */
const read = async (response: Response): Promise<string> =>
  (await response.text())
    .replace(/<template[\s\S]*?<\/template>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/[ \t\n]+/g, ' ')

async function upload(bytes: Uint8Array, locale = 'en', name = 'mou.pdf'): Promise<Response> {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], name, { type: 'application/pdf' }))
  const { origin } = at.services.config
  return at.app.request(`${origin}/${locale}/verify`, { method: 'POST', body: form, headers: { origin } })
}

describe('a good file', () => {
  test.each(locales)('is told in %s with who signed and what is reserved', async (locale) => {
    const text = await read(await upload(pdf, locale))
    const { verdicts, reasons, file, record } = words(locale)
    expect(text).toContain(verdicts.warns.file)
    expect(text).toContain(reasons.trial)
    expect(text).toContain(file['approved.unchanged']())
    expect(text).toContain(file['signatories.complete']({ count: '5' }))
    expect(text).toContain(record.headsMatch({ count: '5' }))
    for (const name of ['BioWin ASBL', 'Lyonbiopole', 'Bioindustry Park Silvano Fumero SpA'])
      expect(text).toContain(name)
  })

  test('is found by its reference, by whoever asks, since it is public', async () => {
    const response = await at.get(`/en/verify/${reference.toLowerCase().replace('-', '')}`)
    expect(response.status).toBe(200)
    expect(await read(response)).toContain(words('en').verdicts.warns.file)
    const looked = await at.get(`/de/verify?reference=${reference.toLowerCase()}`)
    expect([looked.status, looked.headers.get('location')]).toEqual([303, `/de/verify/${reference}`])
  })
})

describe('a file that does not hold', () => {
  test.each(locales)('is told in %s when one byte of what was signed is another', async (locale) => {
    const tampered = new Uint8Array(pdf)
    const place = 1500
    tampered[place] = (tampered[place] ?? 0) ^ 1
    const text = await read(await upload(tampered, locale))
    expect(text).toContain(words(locale).verdicts.fails.file)
    expect(text).not.toContain(words(locale).verdicts.warns.file)
  })

  test('is told when a signature was cut off', async () => {
    const text = await read(await upload(pdf.subarray(0, pdf.length - 400)))
    expect(text).toContain(words('en').verdicts.fails.file)
  })

  test('is told when the activity record was rewritten behind it', async () => {
    const { id } = await at.db
      .selectFrom('activity_head')
      .select('subject_id as id')
      .where('subject_kind', '=', 'agreement')
      .executeTakeFirstOrThrow()
    const head = at.db.updateTable('activity_head').where('subject_id', '=', id)
    const before = await at.db
      .selectFrom('activity_head')
      .select('seq')
      .where('subject_id', '=', id)
      .executeTakeFirstOrThrow()
    await head.set({ seq: before.seq + 1 }).execute()
    const text = await read(await at.get(`/en/verify/${reference}`))
    await head.set({ seq: before.seq }).execute()
    expect(text).toContain(words('en').verdicts.fails.file)
    expect(text).toContain(words('en').reasons.record)
  })
})

describe('what is no signed PDF', () => {
  const { errors } = words('en').upload

  test.each([
    ['a picture', new TextEncoder().encode('\u0089PNG and so on'), errors.notPdf],
    ['an empty file', new Uint8Array(), errors.emptyFile],
  ])('%s comes back with what to do', async (_, bytes, sentence) => {
    const response = await upload(bytes)
    expect(response.status).toBe(422)
    expect(await read(response)).toContain(sentence)
  })

  test('no file at all, and a form that is none', async () => {
    const nothing = await at.post('/en/verify')
    expect([nothing.status, (await read(nothing)).includes(errors.empty)]).toEqual([422, true])
    const { origin } = at.services.config
    const headers = { origin, 'content-type': 'multipart/form-data; boundary=x' }
    const broken = await at.app.request(`${origin}/en/verify`, { method: 'POST', body: '--x\r\nbroken', headers })
    expect(broken.status).toBe(422)
  })

  test('an unsigned PDF says so', async () => {
    const approved = await at.db
      .selectFrom('agreement_document')
      .select('sha256')
      .where('kind', '=', 'approved')
      .executeTakeFirstOrThrow()
    const unsigned = await getBlob(at.db, approved.sha256)
    expect(await read(await upload(unsigned?.bytes ?? new Uint8Array()))).toContain(
      words('en').file['document.unsigned'](),
    )
  })

  test('more than 30 MB is refused before it is read', async () => {
    const { origin } = at.services.config
    const headers = {
      origin,
      'content-type': 'multipart/form-data; boundary=x',
      'content-length': String(31 * 1024 * 1024),
    }
    const response = await at.app.request(`${origin}/en/verify`, {
      method: 'POST',
      body: new Uint8Array(31 * 1024 * 1024),
      headers,
    })
    expect(response.status).toBe(413)
  })
})

test('an unknown reference, or one that is not public, is not there', async () => {
  expect((await at.get('/en/verify/ZZZZ-ZZZZ')).status).toBe(404)
  const looked = await at.get('/en/verify?reference=zzzzzzzz')
  expect(looked.status).toBe(422)
  expect(await read(looked)).toContain(words('en').lookup.unknown)
})

test('the address on the paper leads to the reader’s language', async () => {
  const response = await at.get(`/verify/${reference}`, { headers: { 'accept-language': 'fr-BE, en;q=0.5' } })
  expect([response.status, response.headers.get('location')]).toEqual([302, `/fr/verify/${reference}`])
})

describe('the public pages of the real case', () => {
  test.each(locales)('say in %s what they are about, and in valid structured data', async (locale) => {
    for (const path of [
      '',
      '/organisations',
      '/alliances/magia',
      '/clusters/lyonbiopole',
      '/organisations/fbri-kobe',
    ]) {
      const response = await at.get(`/${locale}${path}`)
      expect([path, response.status]).toEqual([path, 200])
      const html = await response.text()
      expect(html).not.toMatch(/undefined|\[object|NaN/)
      const data = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, json]) =>
        JSON.parse(json ?? ''),
      )
      for (const one of data) expect(one).toMatchObject({ '@context': 'https://schema.org' })
      expect(data).toHaveLength(path === '/organisations' ? 0 : 1)
      for (const other of locales) expect(html).toContain(`hreflang="${other}"`)
    }
  })

  test('figures stand with what they count, as of when, and by whose word', async () => {
    const html = await (await at.get('/en/clusters/life-science-nord')).text()
    expect(html).toContain('more than 500')
    expect(html).toContain('not members')
    expect(html).toContain('22 March 2022')
    expect(html).toContain('同地域には 500社を超える')
    expect(html).toContain('Announcement by FBRI')
    expect(html).toContain('Translated from Japanese: Musubi example data')
    expect(await (await at.get('/ja/clusters/life-science-nord')).text()).not.toContain('翻訳')
  })

  test('the site map leads to pages that are there', async () => {
    const { origin } = at.services.config
    const paths = [...(await (await at.get('/sitemap.xml')).text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(
      ([, url]) => url?.slice(origin.length) ?? '',
    )
    expect(paths).toContain(`/ja/agreements/${reference}`)
    for (const path of paths.filter((one) => one.startsWith('/de')))
      expect([path, (await at.get(path)).status]).toEqual([path, 200])
  })

  test('the root and the revocation list are what validators expect', async () => {
    expect(await (await at.get('/pki/root.pem')).text()).toMatch(/^-----BEGIN CERTIFICATE-----/)
    const first = new Uint8Array(await (await at.get('/pki/revoked.crl')).arrayBuffer())
    const again = new Uint8Array(await (await at.get('/pki/revoked.crl')).arrayBuffer())
    expect(first[0]).toBe(0x30)
    expect(again).toEqual(first)
  })
})
