import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeCluster, makeMember } from '../../../test/factories/members.ts'
import { makeOrganisation, type MadeOrganisation } from '../../../test/factories/organisations.ts'
import { makePerson, makeRole, type MadePerson } from '../../../test/factories/people.ts'
import { testApplication, type TestApplication, testStart } from '../../../test/harness/application.ts'
import { anonymous, type Scope } from '../../accounts/scope.ts'
import { setGrants } from '../../agreements/grants/opening.ts'
import { makeAlliance, scopeOf, type TestAlliance, type TestParty } from '../../agreements/testing/alliance.ts'
import { inForceFor } from '../../agreements/testing/inForce.ts'
import type { FieldGroup, PartContents, Visibility } from '../../organisations/members/profile.ts'
import { writePart } from '../../organisations/members/writing.ts'
import { locales } from '../../language/locales.ts'
import { ask } from './asking.ts'
import { indexDue } from './indexing.ts'

let at: TestApplication
let alliance: TestAlliance
let home: TestParty
let partner: TestParty
let firm: MadeOrganisation
let own: MadePerson
let cluster: { id: string; slug: string }
let agreement: { id: string }

beforeAll(async () => {
  at = await testApplication()
})
beforeEach(async () => {
  alliance = await makeAlliance(at, 2)
  ;[home, partner] = alliance.parties as [TestParty, TestParty]
  agreement = await inForceFor(at, alliance)
  cluster = await makeCluster(at.db, home)
  firm = await makeOrganisation(at.db, { name: 'Demo firm', country: 'JP' })
  await makeMember(at.db, firm, cluster)
  own = await makePerson(at.db)
  await makeRole(at.db, own, 'member', firm.id)
})

const text = (words: string, locale: 'ja' | 'en' | 'fr' | 'de' | 'it' = 'en') => ({
  original: locale,
  text: { [locale]: words },
})
const product = (name: string, locale?: 'ja' | 'en' | 'fr' | 'de' | 'it'): PartContents['products'] => ({
  items: [{ name: text(name, locale), emdn: ['C010401'], jmdn: [], euClass: null, japanClass: null, trl: null }],
  valueChain: ['manufacturing'],
})

async function write<Group extends FieldGroup>(group: Group, content: PartContents[Group], visibility: Visibility) {
  const scope = await scopeOf(at, own)
  const outcome = await writePart(at.services, scope, { organisationId: firm.id, group, content, visibility })
  expect(outcome).toHaveProperty('revision')
  await indexDue(at.services)
}

const finds = async (scope: Scope, words: string, filters: Record<string, string> = {}) => {
  const question = { text: words, filters: { cluster: cluster.slug, ...filters }, after: 0, limit: 20 }
  const { hits } = await ask(at.db, scope, at.services.clock.now(), question)
  return hits.some(({ organisationId }) => organisationId === firm.id)
}

const everybody = async () =>
  Promise.all([own, home.coordinator, partner.coordinator].map(async (person) => await scopeOf(at, person)))

describe('finding members', () => {
  test('in whatever language either side writes', async () => {
    await write('products', product('Auftragsforschungsunternehmen für Spritzgießen', 'de'), 'public')
    for (const words of [
      '受託研究',
      'CRO',
      'contract research',
      'recherche sous contrat',
      'ricerca a contratto',
      'contract reserch',
      'research, contract',
      '樹脂加工',
      'plasturgie',
      'firm',
    ])
      expect([words, await finds(anonymous, words)]).toEqual([words, true])
    for (const words of ['治験', 'clinical trial', 'zzzzz'])
      expect([words, await finds(anonymous, words)]).toEqual([words, false])
  })

  test('says by what it was found, and where', async () => {
    await write('about', { description: text('治験を支援します。', 'ja'), size: null, founded: null }, 'public')
    const question = { text: 'étude clinique', filters: { cluster: cluster.slug }, after: 0, limit: 20 }
    const { hits } = await ask(at.db, anonymous, at.services.clock.now(), question)
    expect(hits[0]?.reasons).toMatchObject([
      { wish: { typed: 'étude clinique' }, term: '#clinical-trial', parts: ['about'] },
    ])
  })

  test('narrows by what is public, and by nothing else', async () => {
    const [ours] = [await scopeOf(at, own)]
    const certificates = {
      items: [{ kind: 'ISO 13485:2016', scope: null, body: 'Demo body', number: null, validUntil: null }],
    }
    await write('certificates', certificates, 'private')
    await write('products', product('Ballon'), 'public')
    expect(await finds(anonymous, '', { emdn: 'C01', chain: 'manufacturing' })).toBe(true)
    expect(await finds(anonymous, '', { emdn: 'C02' })).toBe(false)
    expect(await finds(anonymous, 'ballon', { certificate: 'iso-13485' })).toBe(false)
    expect(await finds(anonymous, '', { certificate: 'iso-13485' })).toBe(false)
    expect(await finds(ours, '', { certificate: 'iso-13485' })).toBe(true)
    expect(await finds(ours, 'ballon', { certificate: 'iso-13485' })).toBe(true)
  })

  test('nobody finds a member by what is hidden from them', async () => {
    const [ours, coordinator, partners] = (await everybody()) as [Scope, Scope, Scope]
    const openDoor = async (opens: Record<string, 'coordinators'>) =>
      setGrants(at.services, coordinator, agreement.id, { organisationId: home.id, opens })
    const seen = async () =>
      Promise.all([ours, coordinator, partners, anonymous].map((scope) => finds(scope, 'contract research')))
    const content = product('Contract research', 'en')
    await write('products', content, 'private')
    expect(await seen()).toEqual([true, false, false, false])
    await write('products', content, 'coordinators')
    expect(await seen()).toEqual([true, true, false, false])
    await write('products', content, 'partners')
    expect(await seen()).toEqual([true, true, false, false])
    await openDoor({ about: 'coordinators' })
    expect(await seen()).toEqual([true, true, false, false])
    await openDoor({ products: 'coordinators' })
    expect(await seen()).toEqual([true, true, true, false])
    await openDoor({})
    expect(await seen()).toEqual([true, true, false, false])
    await write('products', content, 'public')
    expect(await seen()).toEqual([true, true, true, true])
    // The profile has changed, the index not yet: the policy of the profile decides.
    await at.db
      .updateTable('profile_part')
      .set({ visibility: 'private' })
      .where('organisation_id', '=', firm.id)
      .execute()
    expect(await seen()).toEqual([true, false, false, false])
  })

  test('frequencies speak of public profiles only, and come back to where they were', async () => {
    const df = async () =>
      (await at.db.selectFrom('term').select('df').where('term', '=', 'xyloquartz').executeTakeFirst())?.df ?? 0
    await write('products', product('xyloquartz'), 'private')
    expect(await df()).toBe(0)
    await write('products', product('xyloquartz'), 'public')
    expect(await df()).toBe(1)
    await at.db
      .updateTable('member_profile')
      .set({ withdrawn_at: testStart })
      .where('organisation_id', '=', firm.id)
      .execute()
    await indexDue(at.services)
    expect(await df()).toBe(0)
    expect(await finds(anonymous, '')).toBe(false)
  })
})

describe('the directory', () => {
  test('is everybody’s, in every language, with and without a question', async () => {
    await write('products', product('Spritzguss', 'de'), 'public')
    for (const locale of locales) {
      const all = await (await at.get(`/${locale}/directory`)).text()
      expect(all).toContain(cluster.slug)
      const asked = await at.get(
        `/${locale}/directory?q=${encodeURIComponent('射出成形')}&cluster=${cluster.slug}&emdn=c01`,
      )
      const page = await asked.text()
      expect(page).toContain(`/${locale}/members/${firm.slug}`)
      expect(page).toContain('射出成形')
      expect(all + page).not.toMatch(/undefined|\[object|NaN/)
    }
    const english = await (
      await at.get(`/en/directory?q=${encodeURIComponent('射出成形')}&cluster=${cluster.slug}`)
    ).text()
    expect(english).toContain('射出成形 = injection moulding, in: Products and technologies')
    const none = await at.get(`/en/directory?q=endoscope&cluster=${cluster.slug}&page=2`)
    expect(await none.text()).toContain('Nobody found')
    expect(await (await at.get('/en/directory?emdn=%27%22&country=xyz')).text()).toContain('Nobody found')
  })

  test('answers programs alike', async () => {
    await write('products', product('Spritzguss', 'de'), 'public')
    const answer = await at.get(`/api/v1/directory?q=injection%20plastique&cluster=${cluster.slug}`)
    expect(await answer.json()).toMatchObject({
      members: [{ member: firm.slug, foundBy: [{ typed: 'injection plastique', parts: ['products'] }] }],
      more: false,
    })
  })
})
