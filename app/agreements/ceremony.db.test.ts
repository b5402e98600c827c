import { beforeAll, expect, test } from 'vitest'
import { type TestApplication, testApplication, tokenIn } from '../../test/harness/application.ts'
import { newTestDatabase } from '../../test/harness/testDatabase.ts'
import {
  codeFor,
  draftFor,
  inTurn,
  makeAlliance,
  nameSignatories,
  readAgreement,
  type TestParty,
} from './testing/alliance.ts'
import { entriesOf } from './testing/pages.ts'
import { agreementRoutes } from './routes.tsx'

let app: TestApplication
beforeAll(async () => {
  app = await testApplication({ features: [agreementRoutes], database: await newTestDatabase() })
})

test('from the draft to the public page, all over the web', async () => {
  const alliance = await makeAlliance(app)
  const { id, reference } = await draftFor(app, alliance)
  const below = `/en/agreements/${reference}`
  await nameSignatories(app, alliance, id)

  for (const party of alliance.parties) await approveOnline(below, party)
  await app.drain()
  expect((await readAgreement(app, id)).standing).toBe('signing')

  for (const party of inTurn(alliance)) await signOnline(below, party)
  await app.drain()
  const agreement = await readAgreement(app, id)
  expect(agreement.inForce?.until).toBe('2024-03-21')
  expect(agreement.documents.map(({ kind }) => kind)).toEqual([
    'approved',
    'sealed',
    ...Array.from({ length: 5 }, () => 'signed'),
    'archived',
  ])

  expect((await app.get(below)).status).toBe(404)
  const cookie = await app.signIn(alliance.lead.coordinator)
  expect((await app.post(`${below}/publication`, { withText: 'yes' }, { cookie })).status).toBe(303)
  await readPublicPages(reference, agreement.documents.at(-1)?.sha256 ?? '')

  expect((await app.post(`${below}/publication`, {}, { cookie })).status).toBe(303)
  expect(await (await app.get(below)).text()).not.toContain('The parties keep secrets.')
  expect((await app.get(`${below}/document.pdf`)).status).toBe(404)
  expect((await app.post(`${below}/publication/withdrawal`, {}, { cookie })).status).toBe(303)
  expect((await app.get(below)).status).toBe(404)
  expect((await app.post(`${below}/publication/withdrawal`, {}, { cookie })).status).toBe(409)
})

async function approveOnline(below: string, party: TestParty): Promise<void> {
  const cookie = await app.signIn(party.manager)
  const { organisationId = '', textHash = '' } = entriesOf(
    await (await app.get(`${below}/approval`, { cookie })).text(),
  )
  expect(organisationId).toBe(party.id)
  expect((await app.post(`${below}/approvals`, { organisationId, textHash }, { cookie })).status).toBe(303)
}

async function signOnline(below: string, party: TestParty): Promise<void> {
  const mails = await app.mailsTo(party.signatory.address)
  const token = tokenIn(
    mails.find((mail) => mail.kind === 'signing-invitation'),
    '/signing/',
  )
  const link = `/en/signing/${token}`
  expect((await app.get(link)).status).toBe(200)
  const opened = await app.post(link)
  expect(opened.headers.get('location')).toBe(`${below}/sign`)
  const cookie = opened.headers.get('set-cookie')?.match(/session=[^;]+/)?.[0]
  const { documentSha256 = '' } = entriesOf(await (await app.get(`${below}/sign`, { cookie })).text())
  expect((await app.post(`${below}/codes`, {}, { cookie })).status).toBe(303)
  const code = await codeFor(app, party.signatory)
  expect((await app.post(`${below}/consents`, { documentSha256, code }, { cookie })).status).toBe(303)
  expect((await app.post(`${below}/signatures`, { documentSha256 }, { cookie })).status).toBe(303)
  expect(await (await app.get(`${below}/sign?done=signed`, { cookie })).text()).toContain('You have signed')
  // The link has done its work, and opens nothing any more.
  expect((await app.post(link)).status).toBe(410)
}

async function readPublicPages(reference: string, sha256: string): Promise<void> {
  const english = await (await app.get(`/en/agreements/${reference}`)).text()
  expect(english).toContain('The parties keep secrets.')
  expect(english).toContain('lang="ja"')
  expect(english).toContain('MAGIA, an alliance of 4 of them')
  expect(english).toContain('application/ld+json')
  expect(english).not.toContain('noindex')
  const german = await (await app.get(`/de/agreements/${reference}`)).text()
  expect(german).toContain('Eine verbindliche deutsche Fassung gibt es nicht.')
  expect(german).toContain('21. März 2024')

  const pdf = await app.get(`/ja/agreements/${reference}/document.pdf`)
  expect(pdf.headers.get('content-type')).toBe('application/pdf')
  expect(pdf.headers.get('etag')).toBe(`"${sha256}"`)
  expect(pdf.headers.get('content-disposition')).toMatch(
    /^inline; filename="agreement-[\w-]+\.pdf"; filename\*=UTF-8''%E7/,
  )
  expect(
    Buffer.from(await pdf.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  const again = await app.get(`/ja/agreements/${reference}/document.pdf`, {
    headers: { 'if-none-match': `"${sha256}"` },
  })
  expect(again.status).toBe(304)
}
