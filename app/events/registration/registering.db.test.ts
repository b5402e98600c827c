import { expect, test } from 'vitest'
import { aCategory, makeEvent } from '../../../test/factories/events.ts'
import { unique } from '../../../test/factories/people.ts'
import { anonymous } from '../../accounts/scope.ts'
import type { CategoryPlan } from './categories.ts'
import { hostDesk, type HostDesk } from '../testing/host.ts'
import { decideRegistration, decideRegistrations, undoDecision } from './deciding.ts'
import { register, type RegistrationInput } from './registering.ts'
import { registrationById } from './registration.ts'
import { setCategory } from './settingCategories.ts'

const plan = (given: Partial<CategoryPlan> = {}) => aCategory({ closesAt: new Date('2022-03-22T08:30:00Z'), ...given })

async function eventWith(desk: HostDesk, given: Partial<CategoryPlan> = {}) {
  return makeEvent(desk.at.db, { lead: desk.organisation, categories: [plan(given)] })
}

const entries = (given: Record<string, string> = {}) => ({
  family: 'Example',
  given: 'Ada',
  order: 'given-first',
  address: `${unique()}@example.org`,
  affiliation: '',
  timeZone: 'Europe/Paris',
  participation: 'yes',
  submission: unique(),
  ...given,
})

const input = (event: { id: string }, given: Partial<RegistrationInput> = {}): RegistrationInput => ({
  eventId: event.id,
  kind: 'guest',
  name: { order: 'given-first', native: { family: 'Example', given: 'Ada' } },
  address: `${unique()}@example.org`,
  locale: 'en',
  timeZone: 'Europe/Paris',
  consents: ['participation'],
  ...given,
})

async function taken(desk: HostDesk, event: { id: string }, given: Partial<RegistrationInput> = {}) {
  const outcome = await register(desk.at.services, anonymous, input(event, given))
  if ('refused' in outcome) throw new Error(outcome.refused)
  return outcome
}

const stateOf = async (desk: HostDesk, id: string) => (await registrationById(desk.at.db, id))?.decision

test('somebody registers, sees where they stand, corrects it and withdraws, all without an account', async () => {
  const desk = await hostDesk()
  const { get, post } = desk.at
  const event = await eventWith(desk, {
    fields: [
      {
        key: 'diet',
        label: { original: 'en', text: { en: 'Diet' } },
        purpose: { original: 'en', text: { en: 'For the kitchen.' } },
        kind: 'text',
        required: true,
      },
    ],
  })
  const address = `/en/events/${event.slug}/registration/guest`
  const form = await (await get(address)).text()
  expect(form).toContain('For the kitchen.')
  const wrong = await post(address, entries({ address: 'nowhere', family: 'Kept', participation: '' }))
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('value="Kept"')
  const sent = entries({ 'answer.diet': 'none' })
  const done = await post(address, sent)
  expect(done.status).toBe(303)
  const own = done.headers.get('location')!
  expect(own).toMatch(/^\/en\/registrations\/[\w-]{32}$/)
  expect(await (await get(own)).text()).toContain('You have a seat.')
  // The same form again is the same registration.
  expect((await post(address, sent)).headers.get('location')).toBe(own)

  const changed = await post(own, { ...sent, family: 'Lovelace', 'answer.diet': 'vegan' })
  expect(changed.headers.get('location')).toBe(`${own}?saved=yes`)
  expect(await (await get(own)).text()).toContain('Lovelace')
  // Reading the page that asks changes nothing.
  await get(`${own}/withdrawal`)
  expect(await (await get(own)).text()).toContain('Confirmed')
  expect((await post(`${own}/withdrawal`)).status).toBe(303)
  expect(await (await get(own)).text()).toContain('You have withdrawn.')
  expect((await post(`${own}/withdrawal`)).status).toBe(409)
  expect((await get('/en/registrations/nonsense')).status).toBe(410)
})

test('what was agreed to is kept in the words that were read', async () => {
  const desk = await hostDesk()
  const event = await eventWith(desk)
  const { registrationId } = await taken(desk, event, { locale: 'de', consents: ['participation', 'follow-up'] })
  const { consents } = (await registrationById(desk.at.db, registrationId))!
  expect(consents.map(({ purpose }) => purpose)).toEqual(['participation', 'follow-up'])
  const kept = await desk.at.db
    .selectFrom('consent_wording')
    .selectAll()
    .where('version', '=', consents[0]!.version)
    .executeTakeFirstOrThrow()
  expect(kept.wording).toContain('Ich bin einverstanden')
  expect(kept.wording).toContain('E-Mail-Adresse')
})

test('one address in two spellings is one registration, and a stranger who enters it learns nothing', async () => {
  const desk = await hostDesk()
  const event = await eventWith(desk)
  const tag = unique()
  const first = await taken(desk, event, { address: `Ada.${tag}@Example.org` })
  const again = await register(desk.at.services, anonymous, input(event, { address: ` ａda.${tag}＠example.ORG ` }))
  expect(again).toEqual({ registrationId: first.registrationId, decision: 'confirmed', isNew: false, token: null })
  const page = await desk.at.post(
    `/en/events/${event.slug}/registration/guest`,
    entries({ address: `ada.${tag}@example.org` }),
  )
  expect(page.headers.get('location')).toBe(`/en/events/${event.slug}/registration/guest/received`)
})

test('seats go in order of arrival, with at most so many to one organisation, and those who wait move up', async () => {
  const desk = await hostDesk()
  const event = await eventWith(desk, { capacity: 2, capPerAffiliation: 1 })
  const kobe = await taken(desk, event, { affiliation: '神戸新聞' })
  const same = await taken(desk, event, { affiliation: '神戸 新聞' })
  const lyon = await taken(desk, event, { affiliation: 'Lyon' })
  const turin = await taken(desk, event, { affiliation: 'Turin' })
  expect([kobe, same, lyon, turin].map(({ decision }) => decision)).toEqual([
    'confirmed',
    'waiting',
    'confirmed',
    'waiting',
  ])
  // A seat of Lyon's: the longest waiting may not have it, because Kobe has its one.
  await desk.at.post(`/en/registrations/${lyon.token}/withdrawal`)
  expect(await stateOf(desk, turin.registrationId)).toBe('confirmed')
  expect(await stateOf(desk, same.registrationId)).toBe('waiting')
  const grown = await setCategory(desk.at.services, desk.scope, event.id, plan({ capacity: 5, capPerAffiliation: 2 }))
  expect(grown).toMatchObject({ movedUp: 1 })
  expect(await stateOf(desk, same.registrationId)).toBe('confirmed')
  expect(await setCategory(desk.at.services, desk.scope, event.id, plan({ capacity: 2 }))).toEqual({
    refused: 'fewer-than-confirmed',
  })
})

test('the hosts decide one by one or many at once, with reasons, and can take it back', async () => {
  const desk = await hostDesk()
  const { services } = desk.at
  const event = await eventWith(desk, { needsApproval: true, capacity: 1 })
  const [first, second, third] = [await taken(desk, event), await taken(desk, event), await taken(desk, event)]
  expect(first.decision).toBe('pending')
  const ids = [third, second, first].map(({ registrationId }) => registrationId)
  expect(await decideRegistrations(services, anonymous, ids, { decision: 'confirmed' })).toMatchObject({
    refused: [{ refused: 'not-yours' }, {}, {}],
  })
  const many = await decideRegistrations(services, desk.scope, ids, { decision: 'confirmed' })
  // In order of arrival, however they were chosen.
  expect(many.decided.map(({ decision }) => decision)).toEqual(['confirmed', 'waiting', 'waiting'])
  const decline = (reason?: string) =>
    decideRegistration(services, desk.scope, first.registrationId, { decision: 'declined', reason: reason ?? null })
  expect(await decline(' ')).toEqual({ refused: 'reason-needed' })
  expect(await decline('No room for cameras.')).toEqual({ decision: 'declined' })
  expect(await (await desk.at.get(`/en/registrations/${first.token}`)).text()).toContain('No room for cameras.')
  expect(await stateOf(desk, second.registrationId)).toBe('confirmed')
  // Their seat is gone: taken back, they wait.
  expect(await undoDecision(services, desk.scope, first.registrationId)).toEqual({ decision: 'waiting' })
})

test('a deadline holds to the second, and late registrations wait for a decision where the hosts want that', async () => {
  const desk = await hostDesk()
  const { clock } = desk.at.services
  const event = await eventWith(desk)
  const strict = await eventWith(desk, { closesInclusive: true, lateQueue: true })
  clock.set(new Date('2022-03-22T08:29:59.999Z'))
  expect((await taken(desk, event)).decision).toBe('confirmed')
  clock.set(new Date('2022-03-22T08:30:00.000Z'))
  expect(await register(desk.at.services, anonymous, input(event))).toEqual({ refused: 'closed' })
  clock.set(new Date('2022-03-22T08:30:00.999Z'))
  expect((await taken(desk, strict)).decision).toBe('confirmed')
  clock.set(new Date('2022-03-22T08:30:01.000Z'))
  expect((await taken(desk, strict)).decision).toBe('late')
  clock.set(new Date('2022-03-22T08:40:00.000Z'))
  expect(await register(desk.at.services, anonymous, input(strict))).toEqual({ refused: 'over' })
})
