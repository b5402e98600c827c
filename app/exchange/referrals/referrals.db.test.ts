import fc from 'fast-check'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeCluster, makeMember } from '../../../test/factories/members.ts'
import { makeOrganisation, type MadeOrganisation } from '../../../test/factories/organisations.ts'
import { makePerson, makeRole, type MadePerson } from '../../../test/factories/people.ts'
import { testApplication, type TestApplication, testStart } from '../../../test/harness/application.ts'
import { setGrants } from '../../agreements/grants/opening.ts'
import { makeAlliance, scopeOf, type TestParty } from '../../agreements/testing/alliance.ts'
import { inForceFor } from '../../agreements/testing/inForce.ts'
import { locales } from '../../language/locales.ts'
import { disclosedNames } from './disclosing.ts'
import { actsOf, after, isOpen, type Standing, standingOf, type Step } from './standing.ts'
import { loadReferrals } from './loading.ts'
import { sweepReferrals } from './sweeping.ts'

let at: TestApplication
let home: TestParty
let partner: TestParty
let clusters: { home: { id: string; slug: string }; partner: { id: string; slug: string } }
let asking: MadeOrganisation
let asked: MadeOrganisation
let seeker: MadePerson
let giver: MadePerson
let agreement: { id: string }

beforeAll(async () => {
  at = await testApplication()
})
beforeEach(async () => {
  const alliance = await makeAlliance(at, 2)
  ;[home, partner] = alliance.parties as [TestParty, TestParty]
  agreement = await inForceFor(at, alliance)
  clusters = { home: await makeCluster(at.db, home), partner: await makeCluster(at.db, partner) }
  asking = await makeOrganisation(at.db, { name: 'Secret Seeker KK', country: 'JP', timeZone: 'Asia/Tokyo' })
  asked = await makeOrganisation(at.db, { name: 'Hidden Giver Srl', country: 'IT', timeZone: 'Europe/Rome' })
  await makeMember(at.db, asking, clusters.home)
  await makeMember(at.db, asked, clusters.partner)
  ;[seeker, giver] = [await makePerson(at.db), await makePerson(at.db)]
  await makeRole(at.db, seeker, 'member', asking.id)
  await makeRole(at.db, giver, 'member', asked.id)
})
afterEach(() => at.services.clock.set(testStart))

const get = async (person: MadePerson, path: string) => at.get(path, { cookie: await at.signIn(person) })
const post = async (person: MadePerson, path: string, form: Record<string, string>) =>
  at.post(path, form, { cookie: await at.signIn(person) })

const matter = { kind: 'introduction', subject: 'Cleaning of endoscopes', message: 'We look for a partner.' }

async function ask(more: Record<string, string> = {}): Promise<string> {
  const form = { ...matter, company: asking.id, cluster: clusters.partner.id, ...more }
  const answer = await post(seeker, '/ja/referrals', form)
  expect(answer.status).toBe(303)
  return /referrals\/([\w-]+)/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
}

const act = (person: MadePerson, reference: string, form: Record<string, string>) =>
  post(person, `/en/referrals/${reference}/acts`, form)

const page = async (person: MadePerson, reference: string, locale = 'en') =>
  (await get(person, `/${locale}/referrals/${reference}`)).text()

async function introduced(reference: string): Promise<void> {
  expect((await act(home.coordinator, reference, { act: 'passed-on', side: 'home' })).status).toBe(303)
  const passed = await act(partner.coordinator, reference, { act: 'passed-to', side: 'partner', to: asked.id })
  expect(passed.status).toBe(303)
  expect((await act(giver, reference, { act: 'accepted', side: 'company' })).status).toBe(303)
}

describe('referrals', () => {
  test('go from company to company through both coordinators, and names are shown step by step', async () => {
    const reference = await ask()
    const [seekerName, giverName] = ['Secret Seeker', 'Hidden Giver']
    expect(await page(home.coordinator, reference)).toContain(seekerName)
    expect((await get(partner.coordinator, `/en/referrals/${reference}`)).status).toBe(404)
    await act(home.coordinator, reference, { act: 'passed-on', side: 'home' })
    const abroad = await page(partner.coordinator, reference)
    expect(abroad).not.toContain(seekerName)
    expect(abroad).not.toContain(asking.slug)
    await act(partner.coordinator, reference, { act: 'passed-to', side: 'partner', to: asked.id })
    for (const [person, hidden] of [
      [giver, [seekerName, asking.slug]],
      [seeker, [giverName, asked.slug]],
      [home.coordinator, [giverName, asked.slug]],
      [partner.coordinator, [seekerName, asking.slug]],
    ] as const)
      for (const locale of locales) {
        const text = await page(person, reference, locale)
        for (const name of hidden) expect(text).not.toContain(name)
        expect(text).not.toMatch(/undefined|\[object|NaN/)
      }
    // The asker has not agreed to be named: the company's yes asks them first.
    await act(giver, reference, { act: 'accepted', side: 'company' })
    expect(await page(giver, reference)).not.toContain(seekerName)
    await act(seeker, reference, { act: 'consented', side: 'asker' })
    for (const person of [seeker, giver, home.coordinator, partner.coordinator]) {
      const text = await page(person, reference)
      expect(text).toContain(seekerName)
      expect(text).toContain(giverName)
    }
    await act(giver, reference, { act: 'consent-withdrawn', side: 'company' })
    expect(await page(seeker, reference)).not.toContain(giverName)
  })

  test('answer a need or an offer: the way leads to its member, whose name stays hidden if it is anonymous', async () => {
    const entered = await post(giver, '/en/needs', {
      place: `${asked.slug} ${clusters.partner.slug}`,
      direction: 'offer',
      kind: 'technology',
      title: 'Validation of reprocessing',
      body: 'In our laboratory.',
      anonymous: 'yes',
    })
    const need = /needs\/([\w-]+)/.exec(entered.headers.get('location') ?? '')?.[1] ?? ''
    expect((await post(partner.coordinator, `/en/needs/${need}/steps`, { act: 'published' })).status).toBe(303)
    const form = await (await get(seeker, `/en/referrals/new?need=${need}`)).text()
    expect(form).toContain('Validation of reprocessing')
    const reference = await ask({ need, consents: 'yes' })
    await act(home.coordinator, reference, { act: 'passed-on', side: 'home' })
    expect(await page(partner.coordinator, reference)).toContain(`/en/needs/${need}`)
    await act(partner.coordinator, reference, { act: 'passed-to', side: 'partner', to: asked.id })
    expect(await page(seeker, reference)).not.toContain('Hidden Giver')
    expect((await post(giver, `/en/needs/${need}/steps`, { act: 'withdrawn' })).status).toBe(303)
    const again = { ...matter, company: asking.id, cluster: clusters.partner.id, need }
    expect((await post(seeker, '/en/referrals', again)).status).toBe(409)
  })

  test('need an agreement that opens them; what is under way may finish when the door closes', async () => {
    const reference = await ask({ consents: 'yes' })
    const scope = await scopeOf(at, partner.coordinator)
    await setGrants(at.services, scope, agreement.id, { organisationId: partner.id, opens: {} })
    const refused = await post(seeker, '/en/referrals', { ...matter, company: asking.id, cluster: clusters.partner.id })
    expect(refused.status).toBe(409)
    expect(await (await get(seeker, '/en/referrals/new')).text()).toContain('No door is open')
    await introduced(reference)
    expect(await page(seeker, reference)).toContain('introduced')
  })

  test('a no has a reason and reaches everybody; a company’s no goes back to its coordinator', async () => {
    const reference = await ask({ consents: 'yes' })
    await act(home.coordinator, reference, { act: 'passed-on', side: 'home' })
    await act(partner.coordinator, reference, { act: 'passed-to', side: 'partner', to: asked.id })
    expect((await act(giver, reference, { act: 'declined', side: 'company' })).status).toBe(422)
    await act(giver, reference, { act: 'declined', side: 'company', reason: 'rival' })
    expect(await page(partner.coordinator, reference)).toContain('with the partner coordinator')
    const again = await act(partner.coordinator, reference, { act: 'passed-to', side: 'partner', to: asked.id })
    expect(again.status).toBe(409)
    await act(partner.coordinator, reference, {
      act: 'declined',
      side: 'partner',
      reason: 'no-fit',
      words: 'Ask us in spring.',
    })
    expect(await page(seeker, reference)).toContain('Ask us in spring.')
    const [mail] = await at.mailsTo(seeker.address)
    expect(mail?.subject).toContain('Cleaning of endoscopes')
  })

  test('an office may answer a request for support itself, but not make up an introduction', async () => {
    const reference = await ask({ kind: 'regulatory' })
    await act(home.coordinator, reference, { act: 'passed-on', side: 'home' })
    expect((await act(partner.coordinator, reference, { act: 'answered', side: 'partner' })).status).toBe(422)
    await act(partner.coordinator, reference, { act: 'answered', side: 'partner', words: 'Class IIb under rule 16.' })
    expect(await page(seeker, reference)).toContain('Class IIb under rule 16.')
    const other = await ask()
    expect(await page(home.coordinator, other)).not.toContain('Answer it ourselves')
  })

  test('nobody acts for a side that is not theirs', async () => {
    const reference = await ask()
    expect((await act(seeker, reference, { act: 'passed-on', side: 'home' })).status).toBe(403)
    expect((await act(giver, reference, { act: 'accepted', side: 'company' })).status).toBe(404)
    expect((await get(await makePerson(at.db), `/en/referrals/${reference}`)).status).toBe(404)
  })

  test('what lies still is reminded of, goes to a manager, and lapses with a word to everybody', async () => {
    const reference = await ask()
    const today = async (person: MadePerson) => (await get(person, '/en/today')).text()
    expect(await today(home.coordinator)).toContain('Answer: Cleaning of endoscopes')
    // Five days from Tuesday 22 March are Sunday: Monday 28 March, five in the afternoon in Tokyo.
    at.services.clock.set(new Date('2022-03-26T09:00:00Z'))
    await sweepReferrals(at.services)
    expect((await at.mailsTo(home.coordinator.address))[0]?.subject).toContain('Two days left')
    at.services.clock.set(new Date('2022-03-28T07:59:00Z'))
    expect(await today(home.coordinator)).not.toContain('Overdue')
    at.services.clock.set(new Date('2022-03-28T08:00:00Z'))
    await sweepReferrals(at.services)
    expect(await today(home.manager)).toContain('Answer: Cleaning of endoscopes')
    at.services.clock.set(new Date('2022-04-20T08:00:00Z'))
    await sweepReferrals(at.services)
    expect(await page(seeker, reference)).toContain('lapsed')
    expect((await at.mailsTo(seeker.address))[0]?.subject).toContain('Lapsed')
  })

  test('a colleague takes a turn over', async () => {
    const reference = await ask()
    const form = { person: home.manager.id }
    expect((await post(partner.manager, `/en/referrals/${reference}/assignment`, form)).status).toBe(404)
    expect((await post(home.coordinator, `/en/referrals/${reference}/assignment`, form)).status).toBe(303)
    const rows = await at.db.selectFrom('referral').select('id').where('reference', '=', reference).execute()
    const [referral] = await loadReferrals(at.db, [rows[0]?.id ?? ''])
    expect(referral?.last.responsible?.personId).toBe(home.manager.id)
  })

  test('each side reads what was written to it: a question it is to answer, but not what others said among themselves', async () => {
    const reference = await ask({ consents: 'yes' })
    const [one, private_] = ['Which volumes?', 'Four million last year.']
    await act(home.coordinator, reference, { act: 'asked-back', side: 'home', words: one })
    expect(await page(seeker, reference)).toContain(one)
    await act(seeker, reference, { act: 'replied', side: 'asker', words: private_ })
    expect(await page(home.coordinator, reference)).toContain(private_)
    await act(home.coordinator, reference, { act: 'passed-on', side: 'home', words: 'I know them well.' })
    const abroad = await page(partner.coordinator, reference)
    expect(abroad).toContain('I know them well.')
    for (const words of [one, private_]) expect(abroad).not.toContain(words)
    const to = { act: 'passed-to', side: 'partner', to: asked.id, words: 'You did this in Pisa.' }
    await act(partner.coordinator, reference, to)
    expect(await page(giver, reference)).toContain('You did this in Pisa.')
    for (const person of [seeker, home.coordinator])
      expect(await page(person, reference)).not.toContain('You did this in Pisa.')
    await act(giver, reference, { act: 'asked-back', side: 'company', words: 'Rigid or flexible?' })
    expect(await page(seeker, reference)).toContain('Rigid or flexible?')
    await act(seeker, reference, { act: 'replied', side: 'asker', words: 'Flexible ones.' })
    const atCompany = await page(giver, reference)
    expect(atCompany).toContain('Flexible ones.')
    for (const words of [one, private_, 'I know them well.']) expect(atCompany).not.toContain(words)
    await act(giver, reference, { act: 'declined', side: 'company', reason: 'other', words: 'We sold Pisa.' })
    const second = await makeOrganisation(at.db, { name: 'Second Giver Srl', country: 'IT', timeZone: 'Europe/Rome' })
    await makeMember(at.db, second, clusters.partner)
    const other = await makePerson(at.db)
    await makeRole(at.db, other, 'member', second.id)
    await act(partner.coordinator, reference, { act: 'passed-to', side: 'partner', to: second.id })
    const atSecond = await page(other, reference)
    expect(atSecond).toContain('We look for a partner.')
    for (const words of ['Pisa', 'Flexible ones.']) expect(atSecond).not.toContain(words)
  })

  test('consent taken back after an introduction hides the name, and the mails say so', async () => {
    const reference = await ask({ consents: 'yes' })
    await introduced(reference)
    await act(giver, reference, { act: 'consent-withdrawn', side: 'company' })
    for (const person of [seeker, home.coordinator, partner.coordinator]) {
      const [mail] = await at.mailsTo(person.address)
      expect(mail?.subject).toContain('Consent taken back')
    }
    expect(await page(seeker, reference)).not.toContain('Hidden Giver')
  })

  test('a need of the asking company’s own does not tell its name before the company agreed', async () => {
    const entered = await post(seeker, '/en/needs', {
      place: `${asking.slug} ${clusters.home.slug}`,
      direction: 'request',
      kind: 'technology',
      title: 'Reprocessing of endoscopes',
      body: 'For our plant.',
    })
    const need = /needs\/([\w-]+)/.exec(entered.headers.get('location') ?? '')?.[1] ?? ''
    expect((await post(home.coordinator, `/en/needs/${need}/steps`, { act: 'published' })).status).toBe(303)
    const reference = await ask({ need })
    await act(home.coordinator, reference, { act: 'passed-on', side: 'home' })
    expect(await page(home.coordinator, reference)).toContain(need)
    expect(await page(partner.coordinator, reference)).not.toContain(need)
    await act(seeker, reference, { act: 'consented', side: 'asker' })
    expect(await page(partner.coordinator, reference)).toContain(need)
  })

  test('a company in several clusters asks through the one to which the door is open', async () => {
    const third = await makeOrganisation(at.db)
    const elsewhere = await makeCluster(at.db, third)
    await at.db
      .updateTable('cluster')
      .set({ slug: `a-${elsewhere.slug}` })
      .where('id', '=', elsewhere.id)
      .execute()
    await makeMember(at.db, asking, elsewhere)
    const reference = await ask()
    expect((await get(home.coordinator, `/en/referrals/${reference}`)).status).toBe(200)
  })

  test('only members of today are asked, and a member that does not exist is said to be missing', async () => {
    const nobody = { ...matter, company: asking.id, cluster: clusters.partner.id, member: 'nobody-at-all' }
    expect((await post(seeker, '/en/referrals', nobody)).status).toBe(404)
    const reference = await ask()
    await act(home.coordinator, reference, { act: 'passed-on', side: 'home' })
    await at.db
      .updateTable('cluster_membership')
      .set({ until: '2022-01-31' })
      .where('organisation_id', '=', asked.id)
      .execute()
    const left = { act: 'passed-to', side: 'partner', to: asked.id }
    expect((await act(partner.coordinator, reference, left)).status).toBe(422)
    expect((await post(seeker, '/en/referrals', { ...nobody, member: asked.slug })).status).toBe(404)
    const answered = { act: 'answered', side: 'partner', words: 'Ourselves.' }
    expect((await act(partner.coordinator, reference, answered)).status).toBe(409)
  })

  test('a company that is passed over for another is told', async () => {
    const reference = await ask()
    await act(home.coordinator, reference, { act: 'passed-on', side: 'home' })
    await act(partner.coordinator, reference, { act: 'passed-to', side: 'partner', to: asked.id })
    const second = await makeOrganisation(at.db, { name: 'Second Giver Srl', country: 'IT', timeZone: 'Europe/Rome' })
    await makeMember(at.db, second, clusters.partner)
    await act(partner.coordinator, reference, { act: 'passed-to', side: 'partner', to: second.id })
    expect((await at.mailsTo(giver.address))[0]?.subject).toContain('No answer needed')
  })
})

test('no sequence of steps leaves an open referral that nobody can move, or tells a name before its time', () => {
  const acts = fc.constantFrom<Step['act']>(
    ...(['passed-on', 'asked-back', 'replied', 'passed-to', 'accepted', 'declined', 'answered'] as const),
    ...(['consented', 'consent-withdrawn', 'withdrawn', 'reminded', 'escalated', 'lapsed'] as const),
  )
  const step = fc.record({
    act: acts,
    side: fc.constantFrom<Step['side']>('asker', 'home', 'partner', 'company', 'system'),
    toOrganisationId: fc.constantFrom('one', 'two', 'three', null),
    consents: fc.boolean(),
  })
  const walk = fc.record({ pick: fc.nat(), to: fc.constantFrom('one', 'two', 'three') })
  fc.assert(
    fc.property(
      fc.array(fc.oneof(step, walk), { minLength: 10, maxLength: 40, size: 'max' }),
      fc.boolean(),
      fc.constantFrom('one', null),
      (tries, consents, wanted) => {
        const steps: Step[] = [{ act: 'asked', side: 'asker', toOrganisationId: wanted, consents }]
        for (const tried of tries) {
          const next = 'pick' in tried ? possibleStep(standingOf(steps), tried) : tried
          if (next && after(standingOf(steps), next)) steps.push(next)
          const standing = standingOf(steps)
          if (isOpen(standing.stage))
            expect(['home', 'partner', 'company', 'asker', 'consent']).toContain(standing.stage)
          if (standing.stage === 'introduced') expect(steps.some(({ act: done }) => done === 'accepted')).toBe(true)
          if (standing.stage === 'company') expect(standing.companyId).not.toBeNull()
          if (standing.stage === 'asker') expect(standing.returnTo).not.toBeNull()
          expectNamesInTime(steps, wanted)
        }
      },
    ),
    { numRuns: 300 },
  )
})

/** One of the steps that somebody could take: mere chance would seldom come as far as a company. */
function possibleStep(standing: Standing, { pick, to }: { pick: number; to: string }): Step | null {
  const goesOn = actsOf(standing, ['asker', 'home', 'partner', 'company']).filter(
    ({ act, side }) => side === 'company' || !['declined', 'answered', 'withdrawn'].includes(act),
  )
  const chosen = goesOn[pick % Math.max(1, goesOn.length)]
  return chosen ? { ...chosen, toOrganisationId: chosen.act === 'passed-to' ? to : null, consents: false } : null
}

/** What the steps alone allow, told without the standing that the code derives from them. */
function expectNamesInTime(steps: readonly Step[], wanted: string | null): void {
  const lastOf =
    (...acts: Step['act'][]) =>
    (side: Step['side']) =>
      steps.findLastIndex((one) => one.side === side && acts.includes(one.act))
  const passed = lastOf('passed-to')('partner')
  const agreed = lastOf('accepted')('company')
  const companyAgrees = agreed > passed && agreed > lastOf('consent-withdrawn')('company')
  const said = lastOf('consented', 'consent-withdrawn')('asker')
  const askerAgrees = said < 0 ? steps[0]?.consents === true : steps[said]?.act === 'consented'
  const sees = (side: Step['side']) => disclosedNames([side], standingOf(steps))
  if (!askerAgrees) expect([sees('partner').asker, sees('company').asker]).toEqual([false, false])
  if (!companyAgrees) expect(sees('company').asker).toBe(false)
  const isNamed = wanted !== null && steps[passed]?.toOrganisationId === wanted
  if (!isNamed && !(askerAgrees && companyAgrees))
    expect([sees('asker').company, sees('home').company]).toEqual([false, false])
}
