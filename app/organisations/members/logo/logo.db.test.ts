import { beforeAll, beforeEach, expect, test } from 'vitest'
import { makeCluster, makeMember } from '../../../../test/factories/members.ts'
import { makeOrganisation, type MadeOrganisation } from '../../../../test/factories/organisations.ts'
import { makePerson, makeRole, type MadePerson } from '../../../../test/factories/people.ts'
import { testApplication, type TestApplication, testStart } from '../../../../test/harness/application.ts'
import { makeAlliance, scopeOf, type TestParty } from '../../../agreements/testing/alliance.ts'
import { locales } from '../../../language/locales.ts'
import { certificateDue } from '../certificateDue.ts'
import { writePart } from '../writing.ts'
import { imageTypeOf } from './imageType.ts'
import { LARGEST_LOGO, setLogo } from './setting.ts'

let at: TestApplication
let home: TestParty
let firm: MadeOrganisation
let own: MadePerson
let stranger: MadePerson

beforeAll(async () => {
  at = await testApplication()
})
beforeEach(async () => {
  home = (await makeAlliance(at, 1)).parties[0]!
  firm = await makeOrganisation(at.db, { name: 'Demo firm', country: 'JP' })
  await makeMember(at.db, firm, await makeCluster(at.db, home))
  own = await makePerson(at.db)
  await makeRole(at.db, own, 'member', firm.id)
  stranger = await makePerson(at.db)
})

/** The smallest PNG there is: one transparent pixel. */
const png = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
)
const set = async (person: MadePerson, bytes: Uint8Array | null) =>
  setLogo(at.services, await scopeOf(at, person), firm.id, bytes)

test('a logo is set by whoever keeps the profile, seen by everybody, and taken away', async () => {
  expect(await set(stranger, png)).toEqual({ refused: 'not-yours' })
  expect(await set(own, new TextEncoder().encode('<svg onload="alert(1)"/>'))).toEqual({ refused: 'not-an-image' })
  expect(await set(own, new Uint8Array(LARGEST_LOGO + 1))).toEqual({ refused: 'image-too-large' })
  expect(await set(own, png)).toEqual({ set: true })
  const image = await at.get(`/en/members/${firm.slug}/logo/image`)
  expect([image.status, image.headers.get('content-type')]).toEqual([200, 'image/png'])
  expect(new Uint8Array(await image.arrayBuffer())).toEqual(png)
  expect(await (await at.get(`/en/members/${firm.slug}`)).text()).toContain(`/members/${firm.slug}/logo/image`)
  const cookie = await at.signIn(home.coordinator)
  for (const locale of locales)
    expect(await (await at.get(`/${locale}/members/${firm.slug}/logo`, { cookie })).text()).not.toMatch(
      /undefined|\[object|NaN/,
    )
  expect((await at.get(`/en/members/${firm.slug}/logo`, { cookie: await at.signIn(stranger) })).status).toBe(404)
  expect((await at.post(`/en/members/${firm.slug}/logo`, {}, { cookie })).status).toBe(422)
  expect((await at.post(`/en/members/${firm.slug}/logo/removal`, {}, { cookie })).status).toBe(303)
  expect((await at.get(`/en/members/${firm.slug}/logo/image`)).status).toBe(404)
})

test('an image is what its first bytes say', () => {
  const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))
  expect(imageTypeOf(bytes('\xff\xd8\xff\xe0'))).toBe('image/jpeg')
  expect(imageTypeOf(bytes('RIFF\x10\0\0\0WEBPVP8 '))).toBe('image/webp')
  expect(imageTypeOf(bytes('RIFF\x10\0\0\0WAVEfmt '))).toBeNull()
  expect(imageTypeOf(new Uint8Array())).toBeNull()
})

test('certificates that end soon wait for the member and its coordinators, with the day where the member is', async () => {
  const item = { scope: null, body: 'Demo body', number: null }
  const certificates = ['2022-06-20', '2022-06-21', '2022-02-20', '2022-02-19'].map((validUntil, place) => ({
    ...item,
    kind: `ISO ${place}`,
    scope: { original: 'en' as const, text: { en: 'All' } },
    validUntil,
  }))
  await writePart(at.services, await scopeOf(at, own), {
    organisationId: firm.id,
    group: 'certificates',
    content: { items: certificates },
    visibility: 'coordinators',
  })
  const found = async (person: MadePerson) =>
    (await certificateDue(at.db, await scopeOf(at, person), testStart, 10)).items
  for (const person of [own, home.coordinator])
    expect((await found(person)).map(({ due }) => due?.at.toISOString().slice(0, 10))).toHaveLength(2)
  expect(await found(stranger)).toEqual([])
})
