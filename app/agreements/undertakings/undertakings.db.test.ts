import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makePerson, makeRole } from '../../../test/factories/people.ts'
import { testApplication, type TestApplication, testStart } from '../../../test/harness/application.ts'
import { locales } from '../../language/locales.ts'
import { makeAlliance, type TestAlliance } from '../testing/alliance.ts'
import { inForceFor } from '../testing/inForce.ts'
import { remindOfUndertakings } from './reminding.ts'

let at: TestApplication
let alliance: TestAlliance
let agreement: { id: string; reference: string; until: string }

beforeAll(async () => {
  at = await testApplication()
})
beforeEach(async () => {
  alliance = await makeAlliance(at, 2)
  agreement = await inForceFor(at, alliance)
})
afterEach(() => at.services.clock.set(testStart))

const party = (index: number) => alliance.parties[index] ?? alliance.lead
const below = (path: string) => `/en/agreements/${agreement.reference}${path}`
const page = async (person: { id: string }, path: string) =>
  (await at.get(below(path), { cookie: await at.signIn(person) })).text()
const post = async (person: { id: string }, path: string, form: Record<string, string> = {}) =>
  at.post(below(path), form, { cookie: await at.signIn(person) })

/** The undertaking of a party whose English title begins so. */
async function idOf(organisationId: string, title: string): Promise<string> {
  const rows = await at.db
    .selectFrom('undertaking')
    .select(['id', 'title'])
    .where('agreement_id', '=', agreement.id)
    .where('organisation_id', '=', organisationId)
    .execute()
  const found = rows.find((row) => row.title.en?.startsWith(title))
  if (!found) throw new Error(`No undertaking “${title}”`)
  return found.id
}

describe('undertakings', () => {
  test('come with the clauses, are whole in every language, and stand in the plan of the party that owes them', async () => {
    const id = await idOf(party(1).id, 'Name a contact person')
    for (const locale of locales) {
      const cookie = await at.signIn(party(1).coordinator)
      const text = await (
        await at.get(`/${locale}/agreements/${agreement.reference}/undertakings/${id}`, { cookie })
      ).text()
      expect(text).not.toMatch(/undefined|\[object|NaN/)
    }
    // One month, counted in days: from 22 March to 21 April.
    expect(await page(party(1).coordinator, `/undertakings/${id}`)).toContain('21 April 2022')
    const yearly = await page(
      party(0).coordinator,
      `/undertakings/${await idOf(party(0).id, 'Review the cooperation')}`,
    )
    expect(yearly).toContain('21 March 2023')
    expect(yearly).toContain('21 March 2024')
  })

  test('evidence keeps one, the other party confirms or questions it with a reason, and the count follows', async () => {
    const id = await idOf(party(1).id, 'Name a contact person')
    const shown = { dueOn: '2022-04-21', note: 'Ms Demo from 1 April, Mr Demo as her deputy.' }
    expect((await post(party(0).coordinator, `/undertakings/${id}/evidence`, shown)).status).toBe(403)
    expect(
      (await post(party(1).coordinator, `/undertakings/${id}/evidence`, { ...shown, dueOn: '2022-04-22' })).status,
    ).toBe(422)
    expect((await post(party(1).coordinator, `/undertakings/${id}/evidence`, shown)).status).toBe(303)
    const text = await page(party(0).coordinator, `/undertakings/${id}`)
    const evidence = /evidence\/([0-9a-f-]{36})\/answers/.exec(text)?.[1] ?? ''
    const judge = (answer: string, reason = '') =>
      post(party(0).coordinator, `/evidence/${evidence}/answers`, { organisation: party(0).id, answer, reason })
    expect((await judge('questioned')).status).toBe(422)
    expect((await judge('questioned', 'The deputy has left.')).status).toBe(303)
    expect(await page(party(1).coordinator, `/undertakings/${id}`)).toContain('The deputy has left.')
    expect((await judge('confirmed')).status).toBe(303)
    expect(await page(party(1).coordinator, '/life')).toContain('kept once')
    const own = { organisation: party(1).id, answer: 'confirmed' }
    expect((await post(party(1).coordinator, `/evidence/${evidence}/answers`, own)).status).toBe(403)
    expect((await post(party(1).coordinator, `/evidence/${evidence}/withdrawal`)).status).toBe(303)
    expect(await page(party(0).coordinator, `/undertakings/${id}`)).not.toContain('Ms Demo')
  })

  test('evidence must be of the kind agreed, and a link must be one', async () => {
    const id = await idOf(party(0).id, 'Review the cooperation')
    const shown = { dueOn: '2023-03-21', note: 'Reviewed in Lyon.' }
    const refused = await post(party(0).coordinator, `/undertakings/${id}/evidence`, shown)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Reviewed in Lyon.')
    const unsafe = { ...shown, link: 'javascript:alert(1)' }
    expect((await post(party(0).coordinator, `/undertakings/${id}/evidence`, unsafe)).status).toBe(422)
    const form = new FormData()
    for (const [name, value] of Object.entries(shown)) form.set(name, value)
    form.set('file', new File([Buffer.from('%PDF-1.7 the record')], 'review.pdf'))
    const cookie = await at.signIn(party(0).coordinator)
    const sent = await at.app.request(`${at.services.config.origin}${below(`/undertakings/${id}/evidence`)}`, {
      method: 'POST',
      body: form,
      headers: { cookie, origin: at.services.config.origin },
      redirect: 'manual',
    })
    expect(sent.status).toBe(303)
    const evidence = /evidence\/([0-9a-f-]{36})\/file/.exec(
      await page(party(1).coordinator, `/undertakings/${id}`),
    )?.[1]
    const file = await at.get(below(`/evidence/${evidence}/file`), { cookie: await at.signIn(party(1).coordinator) })
    expect(file.headers.get('content-disposition')).toContain('review.pdf')
    expect(await file.text()).toBe('%PDF-1.7 the record')
  })

  test('what is due stands on Today, and late after its day in the owner’s zone; nothing does while the agreement rests', async () => {
    const today = async (person: { id: string }) =>
      (await at.get('/en/today', { cookie: await at.signIn(person) })).text()
    const { coordinator, manager } = party(0)
    at.services.clock.set(new Date('2022-04-21T14:59:00Z'))
    expect(await today(coordinator)).toContain('Show evidence: Name a contact person')
    expect(await today(coordinator)).not.toContain('Overdue')
    at.services.clock.set(new Date('2022-04-21T15:00:00Z'))
    expect(await today(coordinator)).toContain('Overdue')
    await post(manager, '/suspension', { organisation: party(0).id, reason: 'A pause.' })
    expect(await today(coordinator)).not.toContain('Show evidence')
  })

  test('somebody is reminded two weeks before and once it is late: the person named, or all who may', async () => {
    const { coordinator, manager } = party(0)
    const id = await idOf(party(0).id, 'Name a contact person')
    expect((await post(manager, `/undertakings/${id}/assignment`, { person: coordinator.id })).status).toBe(303)
    const subjects = async (person: { address: string }) =>
      (await at.mailsTo(person.address))
        .map(({ subject }) => subject)
        .filter((line) => line?.includes('contact person'))
    at.services.clock.set(new Date('2022-04-07T05:00:00Z'))
    await remindOfUndertakings(at.services)
    await remindOfUndertakings(at.services)
    expect(await subjects(coordinator)).toHaveLength(1)
    expect(await subjects(manager)).toHaveLength(0)
    expect(await subjects(party(1).manager)).toHaveLength(1)
    at.services.clock.set(new Date('2022-04-22T05:00:00Z'))
    await remindOfUndertakings(at.services)
    expect((await subjects(coordinator))[0]).toContain('Missed')
  })

  test('a party adds what it takes upon itself, within the term, and ends it without touching what was', async () => {
    const form = {
      organisation: party(1).id,
      title: 'Translate regulatory news',
      cadence: 'monthly',
      firstDue: '2022-04-30',
      evidence: 'note',
    }
    expect((await post(party(0).coordinator, '/undertakings', form)).status).toBe(403)
    expect((await post(party(1).coordinator, '/undertakings', { ...form, firstDue: '' })).status).toBe(422)
    expect((await post(party(1).coordinator, '/undertakings', { ...form, firstDue: '2024-03-22' })).status).toBe(422)
    const outsider = await makePerson(at.db)
    await makeRole(at.db, outsider, 'coordinator', party(0).id)
    expect((await post(party(1).coordinator, '/undertakings', { ...form, person: outsider.id })).status).toBe(422)
    expect((await post(party(1).coordinator, '/undertakings', form)).status).toBe(303)
    const id = await idOf(party(1).id, 'Translate regulatory news')
    at.services.clock.set(new Date('2022-07-01T00:00:00Z'))
    expect((await post(party(1).coordinator, `/undertakings/${id}/end`)).status).toBe(303)
    expect((await post(party(1).coordinator, `/undertakings/${id}/end`)).status).toBe(409)
    const text = await page(party(1).coordinator, `/undertakings/${id}`)
    expect(text).toContain('30 June 2022')
    expect(text).not.toContain('30 July 2022')
  })
})
