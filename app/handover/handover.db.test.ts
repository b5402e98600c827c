import { beforeAll, describe, expect, test } from 'vitest'
import { makeOrganisation, type MadeOrganisation } from '../../test/factories/organisations.ts'
import { makePerson, makeRole, type MadePerson } from '../../test/factories/people.ts'
import { testApplication, type TestApplication } from '../../test/harness/application.ts'
import { locales } from '../language/locales.ts'

let at: TestApplication
let ours: MadeOrganisation
let manager: MadePerson
let leaving: MadePerson
let coming: MadePerson

beforeAll(async () => {
  at = await testApplication()
})

async function makeOffice() {
  ours = await makeOrganisation(at.db, { name: 'Our cluster' })
  manager = await makePerson(at.db)
  leaving = await makePerson(at.db, { name: { label: { en: 'The one who leaves', ja: '前任者' } } })
  coming = await makePerson(at.db, { name: { label: { en: 'The one who comes' } }, locale: 'ja' })
  await makeRole(at.db, manager, 'manager', ours.id)
  await makeRole(at.db, leaving, 'coordinator', ours.id)
  await makeRole(at.db, coming, 'coordinator', ours.id)
}

const page = async (person: MadePerson, query = '', locale = 'en') =>
  at.get(`/${locale}/handover/${ours.slug}${query}`, { cookie: await at.signIn(person) })

const hand = async (by: MadePerson, form: Record<string, string>) =>
  at.post(`/en/handover/${ours.slug}`, form, { cookie: await at.signIn(by) })

/** A visit in the organisation's log, with what its coordinator does next. */
const note = async (agreed: string) =>
  at.post(
    `/en/contacts/${ours.slug}`,
    {
      kind: 'visit',
      heldOn: '2022-03-01',
      counterpart: 'Their cluster',
      people: 'Dr Example',
      agreed,
      next: 'Ask for the samples',
      dueOn: '2022-03-10',
    },
    { cookie: await at.signIn(leaving) },
  )

describe('handover', () => {
  test('shows a successor whom one knows and what was said last, in every language', async () => {
    await makeOffice()
    await note('They send the samples in May.')
    for (const locale of locales) {
      const text = await (await page(coming, `?person=${leaving.id}`, locale)).text()
      expect(text).toContain('They send the samples in May.')
      expect(text).toContain('Dr Example')
      expect(text).not.toMatch(/undefined|\[object/)
    }
  })

  test('is one act: what stood in a name stands in the other, the roles end, the successor is told', async () => {
    await makeOffice()
    await note('They send the samples in May.')
    const form = { from: leaving.id, to: coming.id, note: 'The president decides.', endsRoles: 'on' }
    expect((await hand(manager, form)).status).toBe(303)
    const [mail] = await at.mailsTo(coming.address)
    expect(mail?.text).toContain('The president decides.')
    expect(mail?.subject).toContain('前任者')
    expect((await page(leaving)).status).toBe(404)
    const today = await at.get('/en/today', { cookie: await at.signIn(coming) })
    expect(await today.text()).toContain('Ask for the samples')
    const former = await at.get('/en/today', { cookie: await at.signIn(leaving) })
    expect(await former.text()).not.toContain('Ask for the samples')
    const text = await (await page(manager)).text()
    expect(text).toContain('The one who leaves to The one who comes')
    expect(text).not.toContain(`person=${leaving.id}`)
  })

  test('a coordinator hands over what is theirs, and nobody else’s', async () => {
    await makeOffice()
    expect((await hand(leaving, { from: coming.id, to: leaving.id })).status).toBe(403)
    expect((await hand(leaving, { from: leaving.id, to: coming.id })).status).toBe(303)
  })

  test('refuses a successor who does not act here, oneself, and the last manager’s leaving, keeping what was entered', async () => {
    await makeOffice()
    const stranger = await makePerson(at.db)
    const refused = await hand(manager, { from: leaving.id, to: stranger.id, note: 'Keep this.' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Keep this.')
    expect((await hand(leaving, { from: leaving.id, to: leaving.id })).status).toBe(422)
    const last = await hand(manager, { from: manager.id, to: coming.id, endsRoles: 'on' })
    expect(last.status).toBe(409)
    expect((await page(manager)).status).toBe(200)
  })

  test('nobody outside learns what an organisation’s people answer for', async () => {
    await makeOffice()
    const outside = await makePerson(at.db)
    await makeRole(at.db, outside, 'manager', (await makeOrganisation(at.db)).id)
    expect((await page(outside)).status).toBe(404)
    expect((await hand(outside, { from: leaving.id, to: coming.id })).status).toBe(404)
  })
})
