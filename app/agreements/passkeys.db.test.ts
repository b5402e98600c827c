import { beforeAll, expect, test } from 'vitest'
import { registerPasskey, registrationOptions } from '../accounts/passkeys/registering.ts'
import { softwareAuthenticator } from '../../test/factories/authenticator.ts'
import type { MadePerson } from '../../test/factories/people.ts'
import { type TestApplication, testApplication } from '../../test/harness/application.ts'
import { documentToSign } from './consenting.ts'
import { consentChallenge } from './passkeys.ts'
import { agreementRoutes } from './routes.tsx'
import { codeFor, inTurn, makeAlliance, prepareFor, readAgreement, scopeOf } from './testing/alliance.ts'

let app: TestApplication
beforeAll(async () => {
  app = await testApplication({ features: [agreementRoutes] })
})

async function signatoryWithPasskey() {
  const alliance = await makeAlliance(app, 2)
  const { id, reference } = await prepareFor(app, alliance)
  const person = inTurn(alliance)[0]!.signatory
  const authenticator = await passkeyOf(person)
  const documentSha256 = documentToSign(await readAgreement(app, id))?.sha256 ?? ''
  const below = `/en/agreements/${reference}`
  const cookie = await app.signIn(person)
  await app.post(`${below}/codes`, {}, { cookie })
  const code = await codeFor(app, person)
  const ask = async () => (await app.post(`${below}/passkey-options`, {}, { cookie })).json()
  const consent = (response: string) => app.post(`${below}/consents`, { documentSha256, code, response }, { cookie })
  const given = () => app.db.selectFrom('consent').selectAll().where('agreement_id', '=', id).execute()
  return { alliance, below, cookie, documentSha256, authenticator, ask, consent, given }
}

async function passkeyOf(person: MadePerson) {
  const scope = await scopeOf(app, person)
  const authenticator = softwareAuthenticator(app.services.config.origin)
  const options = await registrationOptions(app.services, scope.person!)
  const made = await registerPasskey(app.services, scope, { response: authenticator.create(options), label: 'Test' })
  expect(made).toHaveProperty('id')
  return authenticator
}

test('the passkey answers a digest of the very document, and the consent keeps its answer', async () => {
  const { below, cookie, documentSha256, authenticator, ask, consent, given } = await signatoryWithPasskey()
  const page = await (await app.get(`${below}/sign`, { cookie })).text()
  expect(page).toContain('<passkey-form')
  const options = await ask()
  expect(options.challenge).toBe(consentChallenge(documentSha256))
  expect((await consent(authenticator.get(options))).status).toBe(303)
  const [row] = await given()
  expect(row?.methods).toEqual(['mail-code', 'passkey'])
  expect(row?.evidence).toMatchObject({ passkey: { credentialId: authenticator.id } })
})

test('an answer to another question, without the owner, or by another passkey gives no consent', async () => {
  const { alliance, authenticator, ask, consent, given } = await signatoryWithPasskey()
  const stranger = await passkeyOf(inTurn(alliance)[1]!.signatory)
  const forgeries = [
    async () => authenticator.get(await ask(), { challenge: consentChallenge('00'.repeat(32)) }),
    async () => authenticator.get(await ask(), { userVerified: false }),
    async () => authenticator.get(await ask(), { origin: 'https://elsewhere.example' }),
    async () => stranger.get(await ask()),
    async () => 'not even JSON',
  ]
  for (const forge of forgeries) {
    const refused = await consent(await forge())
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('The passkey could not be verified')
  }
  expect(await given()).toEqual([])
  // The code was not spent on the forgeries.
  expect((await consent(authenticator.get(await ask()))).status).toBe(303)
})

test('whoever has no passkey, or is no signatory, gets no options', async () => {
  const { alliance, below } = await signatoryWithPasskey()
  const cookie = await app.signIn(alliance.lead.manager)
  expect((await app.post(`${below}/passkey-options`, {}, { cookie })).status).toBe(403)
})
