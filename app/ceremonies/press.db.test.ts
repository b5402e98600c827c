import { beforeAll, expect, test } from 'vitest'
import { type TestApplication, testApplication } from '../../test/harness/application.ts'
import { openSeat } from '../events/access/seats.ts'
import { transaction } from '../platform/db/transaction.ts'
import { json } from '../platform/db/values.ts'
import { newId } from '../platform/ids.ts'
import { ceremonyRoutes } from './routes.tsx'
import { landSignature, makeCeremony, makeSeat, type TestCeremony } from './testing/ceremony.ts'

let at: TestApplication
let ceremony: TestCeremony
let journalist: string
beforeAll(async () => {
  at = await testApplication({ features: [ceremonyRoutes] })
  ceremony = await makeCeremony(at)
  journalist = await sitDown('Sample News')
})

/** Somebody accredited who has opened their personal address. @returns their browser's cookie */
async function sitDown(outlet: string): Promise<string> {
  const { eventId } = ceremony
  const { registrationId } = await makeSeat(at, eventId, outlet)
  const now = at.services.clock.now()
  const { category_id } = await at.db
    .selectFrom('registration')
    .select('category_id')
    .where('id', '=', registrationId)
    .executeTakeFirstOrThrow()
  await at.db
    .insertInto('registration_decision')
    .values({
      id: newId(),
      registration_id: registrationId,
      category_id,
      decision: 'confirmed',
      reason: null,
      decided_by: null,
      decided_at: now,
      replaced_at: null,
    })
    .execute()
  await at.db
    .insertInto('accreditation')
    .values({
      registration_id: registrationId,
      event_id: eventId,
      role: 'writer',
      outlet,
      crew: 1,
      mobile: '+4930123456',
      press_club: null,
      wishes_to_ask: true,
      question: null,
      languages: json(['en' as const]),
      outlet_key: outlet.toLowerCase(),
      mobile_key: '+4930123456',
      rules_id: null,
      rules_locale: null,
      rules_accepted_at: now,
      standing_id: null,
    })
    .execute()
  const grantId = newId()
  await at.db
    .insertInto('access_grant')
    .values({
      id: grantId,
      event_id: eventId,
      registration_id: registrationId,
      role: 'press',
      wanted_at: now,
      revoked_at: null,
      revoked_by: null,
    })
    .execute()
  return `musubi_seat=${await transaction(at.db, (tx) => openSeat(tx, grantId, now, now))}`
}

const here = (below = '') => `/en/ceremonies/${ceremony.slug}/press${below}`
const desk = async (cookie = journalist) => (await at.get(here(), { cookie })).text()
const ask = (form: Record<string, string>, cookie = journalist) =>
  at.post(here('/questions'), { language: 'en', ...form }, { cookie })

test('whoever opened a personal address asks from it, sees what became of the question, and takes it back', async () => {
  expect(await desk()).toContain('You are here as Sample Reporter, Sample News.')
  const long = await ask({ text: 'x'.repeat(1001) })
  expect(long.status).toBe(422)
  expect(await long.text()).toContain('x'.repeat(1001))

  expect((await ask({ text: 'May I think about it?', act: 'draft' })).status).toBe(303)
  const draft = /press\?draft=([\w-]+)#text/.exec(await desk())?.[1] ?? ''
  expect(await (await at.get(here(`?draft=${draft}`), { cookie: journalist })).text()).toContain(
    '\nMay I think about it?</textarea>',
  )
  expect((await ask({ text: 'What comes first?', questionId: draft })).headers.get('location')).toContain(
    '/press#asking',
  )
  expect(await desk()).toMatch(/Waiting<\/span>[\s\S]*What comes first\?/)

  const operator = await at.signIn(ceremony.alliance.lead.coordinator)
  await at.post(
    `/en/ceremonies/${ceremony.slug}/questions/${draft}/state`,
    { state: 'declined', reason: 'It was asked before' },
    { cookie: operator },
  )
  expect(await desk()).toMatch(/Declined<\/span>[\s\S]*It was asked before/)

  await ask({ text: 'And then?' })
  const mine = /questions\/([\w-]+)\/withdrawal/.exec(await desk())?.[1]
  expect((await at.post(here(`/questions/${mine}/withdrawal`), {}, { cookie: journalist })).status).toBe(303)
  expect(await desk()).toContain('Withdrawn')
})

test('an outlet has only so many questions waiting, and keeps what it wrote', async () => {
  const other = await sitDown('Other News')
  for (const text of ['One?', 'Two?']) expect((await ask({ text }, other)).status).toBe(303)
  const third = await ask({ text: 'Three?' }, other)
  expect(third.status).toBe(409)
  const page = await third.text()
  expect(page).toContain('as many questions as it may')
  expect(page).toContain('\nThree?</textarea>')
})

test('nobody else sees the questions of a seat, nor asks from it', async () => {
  await ask({ text: 'A secret question?' })
  for (const page of [await (await at.get(here())).text(), await desk(await sitDown('Third News'))]) {
    expect(page).not.toContain('A secret question?')
  }
  expect((await at.post(here('/questions'), { text: 'Who am I?', language: 'en' })).status).toBe(403)
})

test('the photograph is announced before it is taken, and the names are there to be copied', async () => {
  const page = await desk()
  expect(page).toContain('The photograph is planned for')
  expect(page).toMatch(/<code>Ada Example 1, President, [^<]+<\/code>/)
  const operator = await at.signIn(ceremony.alliance.lead.coordinator)
  for (const { id } of (await ceremony.board()).signatories) await landSignature(at, ceremony, id)
  const { seq } = await ceremony.board()
  await at.post(
    `/en/ceremonies/${ceremony.slug}/cues/stage`,
    { saw: String(seq), stageId: ceremony.stage['photo'] ?? '' },
    { cookie: operator },
  )
  expect(await desk()).toContain('the screen is composed for it now')
})
