import fc from 'fast-check'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeCluster, makeMember } from '../../../test/factories/members.ts'
import { makeOrganisation, type MadeOrganisation } from '../../../test/factories/organisations.ts'
import { makePerson, makeRole, type MadePerson } from '../../../test/factories/people.ts'
import { testApplication, type TestApplication, testStart } from '../../../test/harness/application.ts'
import { setGrants } from '../../agreements/grants/opening.ts'
import { liftSuspension, suspendAgreement } from '../../agreements/life/suspending.ts'
import { makeAlliance, scopeOf, type TestAlliance, type TestParty } from '../../agreements/testing/alliance.ts'
import { inForceFor } from '../../agreements/testing/inForce.ts'
import { locales } from '../../language/locales.ts'
import { readMember } from './reading.ts'
import { visibilities, type Visibility } from './profile.ts'
import { writePart } from './writing.ts'

let at: TestApplication
let alliance: TestAlliance
let home: TestParty
let partner: TestParty
let cluster: { id: string; slug: string }
let firm: MadeOrganisation
let own: MadePerson
let stranger: MadePerson
let agreement: { id: string; until: string }

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
  stranger = await makePerson(at.db)
})
afterEach(() => at.services.clock.set(testStart))

const read = async (person: MadePerson | null, path: string) =>
  at.get(path, person ? { cookie: await at.signIn(person) } : {})
const post = async (person: MadePerson, path: string, form: Record<string, string>) =>
  at.post(path, form, { cookie: await at.signIn(person) })

describe('profiles of members', () => {
  test('a coordinator enters a member, its own people fill it in, everybody reads what is public', async () => {
    const list = `/en/clusters/${cluster.slug}/members`
    const form = { name: 'Demo Catheter 株式会社', kind: 'company', country: 'jp', seat: 'Kobe' }
    expect((await post(stranger, list, form)).status).toBe(404)
    expect((await post(home.coordinator, list, { ...form, country: 'Japan' })).status).toBe(422)
    const entered = await post(home.coordinator, list, form)
    expect(entered.headers.get('location')).toMatch(/\/members\/demo-catheter(-\d+)?\/edit$/)
    for (const locale of locales)
      expect(await (await read(home.coordinator, list.replace('/en/', `/${locale}/`))).text()).not.toMatch(
        /undefined|\[obj/,
      )
    const edit = `/en/members/${firm.slug}/edit`
    const products = {
      'product.1.name': 'Balloon catheter',
      'product.1.emdn': 'c0104',
      'product.1.jmdn': '３６９５７００３',
      'product.1.eu': 'IIb',
      'product.1.jp': 'II',
      'product.1.trl': '9',
      valueChain: 'manufacturing',
      visibility: 'public',
      basedOn: '0',
    }
    expect((await post(own, `${edit}/products`, { ...products, 'product.1.emdn': 'XX' })).status).toBe(422)
    expect((await post(own, `${edit}/products`, products)).status).toBe(303)
    expect((await post(own, `${edit}/products`, products)).status).toBe(409)
    for (const locale of locales) {
      const text = await (await read(null, `/${locale}/members/${firm.slug}`)).text()
      expect(text).toContain('C0104')
      expect(text).toContain('36957003')
      expect(text).not.toMatch(/undefined|\[object|NaN/)
    }
    const page = await (await read(own, `/en/members/${firm.slug}`)).text()
    expect(page).toContain('speaks of another class')
    expect(await (await read(null, `/en/members/${firm.slug}`)).text()).not.toContain('speaks of another class')
  })

  test('a text is translated in the reader’s language and falls behind when the original changes', async () => {
    const about = (locale: string, description: string, basedOn: number) =>
      post(own, `/${locale}/members/${firm.slug}/edit/about`, {
        description,
        visibility: 'public',
        basedOn: String(basedOn),
      })
    expect((await about('ja', 'カテーテルを製造しています。', 0)).status).toBe(303)
    expect((await about('en', 'We make catheters.', 1)).status).toBe(303)
    expect(await (await read(null, `/en/members/${firm.slug}`)).text()).toContain('We make catheters.')
    expect((await about('ja', '心臓用カテーテルを製造しています。', 2)).status).toBe(303)
    const text = await (await read(null, `/en/members/${firm.slug}`)).text()
    expect(text).toContain('We make catheters.')
    expect(text).toContain('older than the original')
  })

  test('contact persons are shown to a partner for a purpose that is written down, and not to a third country', async () => {
    const person = { 'person.1.family': '髙橋', 'person.1.given': '花子', 'person.1.address': 'demo@example.org' }
    const contacts = { ...person, visibility: 'partners', basedOn: '0' }
    expect((await post(own, `/ja/members/${firm.slug}/edit/contacts`, contacts)).status).toBe(303)
    const page = `/en/members/${firm.slug}`
    expect(await (await read(partner.coordinator, page)).text()).not.toContain('demo@example.org')
    const ask = (who: MadePerson, purpose: string) => post(who, `${page}/contacts`, { purpose })
    expect((await ask(partner.coordinator, '')).status).toBe(422)
    expect((await ask(stranger, 'To sell')).status).toBe(403)
    const shown = await ask(partner.coordinator, 'To propose a meeting')
    expect(await shown.text()).toContain('demo@example.org')
    const readings = await at.db
      .selectFrom('contact_reading')
      .selectAll()
      .where('organisation_id', '=', firm.id)
      .execute()
    expect(readings.map(({ purpose, origin, destination, ground }) => [purpose, origin, destination, ground])).toEqual([
      ['To propose a meeting', 'JP', 'DE', 'adequacy'],
    ])
    expect(await (await read(own, `/en/members/${firm.slug}/edit`)).text()).toContain('To propose a meeting')
    await at.db.updateTable('organisation').set({ country: 'US' }).where('id', '=', partner.id).execute()
    const refused = await ask(partner.coordinator, 'To propose a meeting')
    expect(refused.status).toBe(403)
    expect(await refused.text()).not.toContain('demo@example.org')
    const consents = `/en/members/${firm.slug}/consents`
    const consent = { country: 'アメリカ合衆国', how: 'Signed forms', agreed: 'yes' }
    for (const locale of locales) {
      const text = await (await read(own, `/${locale}/members/${firm.slug}/consents`)).text()
      expect(text).not.toMatch(/undefined|\[object|NaN/)
    }
    expect((await post(partner.coordinator, consents, consent)).status).toBe(404)
    expect((await post(own, consents, { ...consent, agreed: '' })).status).toBe(422)
    expect((await post(own, consents, { ...consent, country: 'Italy' })).status).toBe(422)
    expect((await post(own, consents, consent)).status).toBe(303)
    expect(await (await ask(partner.coordinator, 'To propose a meeting')).text()).toContain('demo@example.org')
    expect((await post(own, `${consents}/withdrawal`, { country: 'US' })).status).toBe(303)
    expect((await ask(partner.coordinator, 'To propose a meeting')).status).toBe(403)
    expect((await post(own, `${consents}/withdrawal`, { country: 'US' })).status).toBe(409)
  })

  test('a member of several clusters that leaves one stays in the others', async () => {
    const second = await makeCluster(at.db, partner)
    await makeMember(at.db, firm, second)
    const left = await post(home.coordinator, `/en/clusters/${cluster.slug}/members/${firm.slug}/end`, {})
    expect(left.status).toBe(303)
    at.services.clock.set(new Date('2022-03-24T00:00:00Z'))
    expect((await read(home.coordinator, `/en/members/${firm.slug}/edit`)).status).toBe(404)
    expect((await read(partner.coordinator, `/en/members/${firm.slug}/edit`)).status).toBe(200)
  })

  test('no sequence of acts shows a part to somebody to whom it is not open', async () => {
    const acts = fc.array(
      fc.oneof(
        fc.record({ act: fc.constant('see' as const), visibility: fc.constantFrom(...visibilities) }),
        fc.record({
          act: fc.constant('grant' as const),
          audience: fc.constantFrom('coordinators' as const, 'members' as const, 'closed' as const),
        }),
        fc.record({ act: fc.constant('suspend' as const), lift: fc.boolean() }),
        fc.record({ act: fc.constant('pass' as const), isOver: fc.boolean() }),
        fc.record({ act: fc.constant('leave' as const), isBack: fc.boolean() }),
      ),
      { minLength: 3, maxLength: 7 },
    )
    const colleague = await makePerson(at.db)
    await makeRole(at.db, colleague, 'member', partner.id)
    const [members, theirs, ours, others] = await Promise.all(
      [own, partner.coordinator, home.coordinator, colleague].map((person) => scopeOf(at, person)),
    )
    const nobody = await scopeOf(at, stranger)
    const manager = await scopeOf(at, home.manager)
    if (!members || !theirs || !ours || !others) throw new Error('Four scopes were made.')
    await fc.assert(
      fc.asyncProperty(acts, async (sequence) => {
        const model = {
          visibility: 'private' as Visibility,
          audience: 'closed',
          rests: false,
          isOver: false,
          isIn: true,
        }
        at.services.clock.set(testStart)
        await liftSuspension(at.services, manager, agreement.id)
        await setGrants(at.services, ours, agreement.id, { organisationId: home.id, opens: {} })
        await membership(null)
        await write('private')
        for (const step of sequence) {
          at.services.clock.set(testStart)
          if (step.act === 'see') {
            await write(step.visibility)
            model.visibility = step.visibility
          } else if (step.act === 'grant') {
            const opens = step.audience === 'closed' ? {} : { about: step.audience }
            await setGrants(at.services, ours, agreement.id, { organisationId: home.id, opens })
            model.audience = step.audience
          } else if (step.act === 'suspend') {
            if (step.lift) await liftSuspension(at.services, manager, agreement.id)
            else await suspendAgreement(at.services, manager, agreement.id, { organisationId: home.id, reason: 'Rest' })
            model.rests = !step.lift
          } else if (step.act === 'leave') {
            await membership(step.isBack ? null : '2022-03-01')
            model.isIn = step.isBack
          } else model.isOver = step.isOver
          if (model.isOver) at.services.clock.set(new Date(Date.parse(agreement.until) + 2 * 86_400_000))
          const isOpen = !model.rests && !model.isOver && model.isIn && model.visibility === 'partners'
          const isPublic = model.visibility === 'public'
          const isForHome = model.isIn && ['partners', 'coordinators'].includes(model.visibility)
          expect([
            await sees(members),
            await sees(ours),
            await sees(theirs),
            await sees(others),
            await sees(nobody),
          ]).toEqual([
            true,
            isPublic || isForHome,
            isPublic || (isOpen && model.audience !== 'closed'),
            isPublic || (isOpen && model.audience === 'members'),
            isPublic,
          ])
        }
      }),
      { numRuns: 6 },
    )
    async function sees(scope: typeof ours) {
      const member = await readMember(at.db, scope ?? nobody, at.services.clock.now(), firm.slug)
      return member?.parts.about !== undefined
    }
    async function write(visibility: Visibility) {
      const content = { description: null, size: 'small' as const, founded: null }
      const input = { organisationId: firm.id, group: 'about' as const, content, visibility }
      expect(await writePart(at.services, members ?? nobody, input)).toHaveProperty('revision')
    }
    async function membership(until: string | null) {
      await at.db.updateTable('cluster_membership').set({ until }).where('organisation_id', '=', firm.id).execute()
    }
  })
})
