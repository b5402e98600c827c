import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { type Bent, softwareAuthenticator } from '../../../test/factories/authenticator.ts'
import { makePerson } from '../../../test/factories/people.ts'
import { testApplication, type TestApplication, testOrigin } from '../../../test/harness/application.ts'
import { accountRoutes } from '../routes.tsx'
import { passkeyOptionsFor, verifyAssertion } from './asserting.ts'

let at: TestApplication
beforeAll(async () => {
  at = await testApplication({ features: [accountRoutes] })
})

const optionsFrom = async <T>(path: string, cookie?: string) =>
  (await (await at.post(path, {}, { cookie })).json()) as T
const creation = (cookie: string) =>
  optionsFrom<PublicKeyCredentialCreationOptionsJSON>('/en/account/passkeys/options', cookie)
const request = () => optionsFrom<PublicKeyCredentialRequestOptionsJSON>('/en/sign-in/passkey/options')

async function personWithPasskey() {
  const person = await makePerson(at.db)
  const cookie = await at.signIn(person)
  const device = softwareAuthenticator(testOrigin)
  const response = device.create(await creation(cookie))
  const added = await at.post('/en/account/passkeys', { response, label: 'Office laptop' }, { cookie })
  expect(added.status).toBe(303)
  return { person, cookie, device }
}

test('a passkey is added, named on the account page, and signs in without mail', async () => {
  const { cookie, device } = await personWithPasskey()
  expect(await (await at.get('/en/account', { cookie })).text()).toContain('Office laptop')
  const used = await at.post('/en/sign-in/passkey', { response: device.get(await request()), return: '/en/agreements' })
  expect([used.status, used.headers.get('location')]).toEqual([303, '/en/agreements'])
  const fresh = used.headers.get('set-cookie')!.split(';')[0]!
  expect(await (await at.get('/en/account', { cookie: fresh })).text()).toContain('by passkey')
})

test('the authenticator is asked to verify its owner and to remember whose key it is', async () => {
  const options = await creation(await at.signIn(await makePerson(at.db)))
  expect(options.rp.id).toBe('localhost')
  expect(options.authenticatorSelection).toMatchObject({ residentKey: 'required', userVerification: 'required' })
  expect(await request()).toMatchObject({ rpId: 'localhost', userVerification: 'required' })
})

const bends: [string, Bent][] = [
  ['from another site', { origin: 'https://musubi.example.evil' }],
  ['without verifying the owner', { userVerified: false }],
  ['whose counter went back', { counter: 1 }],
]

test.each(bends)('an answer %s does not sign in', async (_, bent) => {
  const { device } = await personWithPasskey()
  expect((await at.post('/en/sign-in/passkey', { response: device.get(await request(), { counter: 5 }) })).status).toBe(
    303,
  )
  const refused = await at.post('/en/sign-in/passkey', { response: device.get(await request(), bent) })
  expect([refused.status, refused.headers.get('set-cookie')]).toEqual([422, expect.not.stringContaining('session=')])
  expect(await refused.text()).toContain('could not be verified')
})

test('an answer signs in once, and only within ten minutes', async () => {
  const { device } = await personWithPasskey()
  const response = device.get(await request())
  const twice = await Promise.all([
    at.post('/en/sign-in/passkey', { response }),
    at.post('/en/sign-in/passkey', { response }),
  ])
  expect(twice.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([303, 422])
  const late = device.get(await request())
  const start = at.services.clock.now()
  at.services.clock.forward(11 * 60_000)
  expect((await at.post('/en/sign-in/passkey', { response: late })).status).toBe(422)
  at.services.clock.set(start)
})

test.each([
  '',
  '{}',
  'null',
  '[]',
  '{"id":"a","rawId":"a","type":"public-key","response":{"clientDataJSON":"bm9wZQ"}}',
])('nonsense (%s) is refused in words', async (response) => {
  const refused = await at.post('/de/sign-in/passkey', { response })
  expect([refused.status, (await refused.text()).includes('ließ sich nicht prüfen')]).toEqual([422, true])
})

test('a removed passkey signs nobody in; it can be renamed and removed by its owner alone', async () => {
  const { cookie, device } = await personWithPasskey()
  const stranger = await at.signIn(await makePerson(at.db))
  const path = `/en/account/passkeys/${device.id}`
  expect((await at.post(`${path}/name`, { label: 'Mine' }, { cookie: stranger })).status).toBe(404)
  expect((await at.post(`${path}/removal`, {}, { cookie: stranger })).status).toBe(404)
  expect((await at.post(`${path}/name`, { label: 'Telephone' }, { cookie })).status).toBe(303)
  expect(await (await at.get('/en/account', { cookie })).text()).toContain('Telephone')
  expect((await at.post(`${path}/removal`, {}, { cookie })).status).toBe(303)
  const refused = await at.post('/en/sign-in/passkey', { response: device.get(await request()) })
  expect([refused.status, (await refused.text()).includes('no longer, known')]).toEqual([422, true])
})

test('the same passkey cannot be added to two accounts', async () => {
  const { device } = await personWithPasskey()
  const other = await at.signIn(await makePerson(at.db))
  const response = device.create(await creation(other))
  const refused = await at.post('/en/account/passkeys', { response, label: 'Copy' }, { cookie: other })
  expect([refused.status, (await refused.text()).includes('has been added already')]).toEqual([422, true])
})

test('registration options of one person are worth nothing to another', async () => {
  const options = await creation(await at.signIn(await makePerson(at.db)))
  const other = await at.signIn(await makePerson(at.db))
  const response = softwareAuthenticator(testOrigin).create(options)
  expect((await at.post('/en/account/passkeys', { response, label: 'Mine' }, { cookie: other })).status).toBe(422)
})

const digest = (text: string) => createHash('sha256').update(text).digest('base64url')

test('a text is confirmed by a passkey: this person, this text, this purpose, once', async () => {
  const one = await personWithPasskey()
  const other = await personWithPasskey()
  const asked = { personId: one.person.id, purpose: 'consent:1', challenge: digest('the exact text') }
  const ask = async () => (await passkeyOptionsFor(at.services, asked.personId, asked.purpose, asked.challenge))!
  const options = await ask()
  expect(options.challenge).toBe(asked.challenge)
  expect(options.allowCredentials?.map(({ id }) => id)).toEqual([one.device.id])
  const response = one.device.get(options)
  const confirmed = await verifyAssertion(at.services, asked, response)
  expect(confirmed).toMatchObject({ evidence: { credentialId: one.device.id } })
  expect(await verifyAssertion(at.services, asked, response)).toEqual({ refused: 'too-late' })
  const again = one.device.get(await ask())
  expect(await verifyAssertion(at.services, { ...asked, purpose: 'consent:2' }, again)).toEqual({ refused: 'too-late' })
  expect(await verifyAssertion(at.services, { ...asked, challenge: digest('another') }, again)).toEqual({
    refused: 'not-valid',
  })
  expect(await verifyAssertion(at.services, asked, other.device.get(await ask()))).toEqual({ refused: 'unknown' })
})

test('two people may be asked to confirm the same text', async () => {
  const people = [await personWithPasskey(), await personWithPasskey()]
  const challenge = digest('one text for all')
  for (const { person, device } of people) {
    const asked = { personId: person.id, purpose: 'consent:3', challenge }
    const options = (await passkeyOptionsFor(at.services, person.id, asked.purpose, challenge))!
    expect(await verifyAssertion(at.services, asked, device.get(options))).toHaveProperty('evidence')
  }
})

test('somebody without a passkey is not asked for one', async () => {
  const { id } = await makePerson(at.db)
  expect(await passkeyOptionsFor(at.services, id, 'consent:4', digest('text'))).toBeNull()
})
