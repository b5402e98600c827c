import { expect, test } from 'vitest'
import { testApplication, tokenIn } from '../../test/harness/application.ts'
import { newTestDatabase } from '../../test/harness/testDatabase.ts'
import {
  approveForAll,
  codeFor,
  draftFor,
  inTurn,
  makeAlliance,
  nameSignatories,
  readAgreement,
} from './testing/alliance.ts'
import { agreementRoutes } from './routes.tsx'

test('five sign over the web, from the personal link to the public page', async () => {
  const app = await testApplication({ features: [agreementRoutes], database: await newTestDatabase() })
  const alliance = await makeAlliance(app)
  const { id, reference } = await draftFor(app, alliance)
  await nameSignatories(app, alliance, id)
  await approveForAll(app, alliance, id)
  await app.drain()
  for (const party of inTurn(alliance)) {
    const mails = await app.mailsTo(party.signatory.address)
    const token = tokenIn(
      mails.find((mail) => mail.kind === 'signing-invitation'),
      '/signing/',
    )
    expect((await app.get(`/en/signing/${token}`)).status).toBe(200)
    const opened = await app.post(`/en/signing/${token}`)
    expect(opened.status).toBe(303)
    const cookie = opened.headers.get('set-cookie')?.match(/session=[^;]+/)?.[0]
    const page = await app.get(`/en/agreements/${reference}/sign`, { cookie })
    expect(page.status).toBe(200)
    const documentSha256 = /name="documentSha256" value="([0-9a-f]{64})"/.exec(await page.text())?.[1] ?? ''
    expect((await app.post(`/en/agreements/${reference}/codes`, {}, { cookie })).status).toBe(303)
    const code = await codeFor(app, party.signatory)
    const consent = await app.post(`/en/agreements/${reference}/consents`, { documentSha256, code }, { cookie })
    expect(consent.status).toBe(303)
    const signed = await app.post(`/en/agreements/${reference}/signatures`, { documentSha256 }, { cookie })
    expect(signed.status).toBe(303)
    expect(await (await app.get(`/en/agreements/${reference}/sign?done=signed`, { cookie })).text()).toContain(
      'You have signed',
    )
  }
  await app.drain()
  const agreement = await readAgreement(app, id)
  expect(agreement.inForce?.until).toBe('2024-03-21')
  expect(agreement.documents.map((document) => document.kind)).toEqual([
    'approved',
    'sealed',
    'signed',
    'signed',
    'signed',
    'signed',
    'signed',
    'archived',
  ])
})
