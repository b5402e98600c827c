import { expect, test } from 'vitest'
import { unique } from '../../test/factories/people.ts'
import { callerOf, tokenOf } from '../api/testing/calling.ts'
import { hostDesk } from './testing/host.ts'

const plan = (desk: { organisation: { id: string } }, given: Record<string, string | string[]> = {}) => ({
  kind: 'webinar',
  slug: `webinar-${unique()}`,
  'title.en': 'Webinar on cords',
  'title.ja': '水引に関するウェビナー',
  original: 'ja',
  'begins.date': '2022-03-29',
  'begins.time': '17:00',
  'ends.time': '18:30',
  zone: 'Asia/Tokyo',
  venue: 'online',
  provider: 'zoom-webinar',
  languages: ['ja', 'en'],
  interpretation: ['en'],
  leadOrganisationId: desk.organisation.id,
  ...given,
})

test('an organiser plans, opens registration, publishes, moves and calls off, with nothing typed twice', async () => {
  const desk = await hostDesk()
  const { at, cookie } = desk
  const wrong = await at.post('/en/events', plan(desk, { 'begins.time': 'five', 'title.en': 'Kept' }), { cookie })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('value="Kept"')
  const sent = plan(desk)
  const planned = await at.post('/en/events', sent, { cookie })
  const workspace = planned.headers.get('location')!
  expect(workspace).toBe(`/en/events/${sent.slug}/workspace`)
  const here = `/en/events/${sent.slug}`
  expect((await at.post('/en/events', plan(desk, { slug: sent.slug }), { cookie })).status).toBe(422)

  const rules = { zone: 'Asia/Tokyo', 'closes.date': '2022-03-28', 'closes.time': '12:00', boundary: 'inclusive' }
  const question = { 'field.1.label': 'Diet', 'field.1.purpose': 'For the kitchen.', 'field.1.kind': 'text' }
  const unexplained = { ...rules, ...question, 'field.1.purpose': '' }
  expect((await at.post(`${here}/categories/guest`, unexplained, { cookie })).status).toBe(422)
  const set = await at.post(`${here}/categories/guest`, { ...rules, ...question, capacity: '２０' }, { cookie })
  expect(set.status).toBe(303)
  const programme = { 'item.1.title.en': 'Welcome', 'item.1.time': '17:00', 'item.1.minutes': '10', rows: '4' }
  expect((await at.post(`${here}/programme`, programme, { cookie })).status).toBe(303)
  expect((await at.post(`${here}/publication`, {}, { cookie })).status).toBe(303)
  const page = await (await at.get(here)).text()
  expect(page).toContain('20 seats')
  expect(page).toContain('Welcome')
  expect(page).toContain('from Japanese into English')

  const moved = { ...sent, 'begins.time': '18:00', basedOn: '0' }
  expect((await at.post(`${here}/facts`, moved, { cookie })).status).toBe(303)
  expect((await at.post(`${here}/facts`, { ...moved, 'begins.time': '18:10' }, { cookie })).status).toBe(409)
  expect((await at.post(`${here}/facts`, { ...moved, basedOn: '1' }, { cookie })).status).toBe(422)
  const seen = await (await at.get(workspace, { cookie })).text()
  expect(seen).toContain('Change 1')
  expect(seen).toContain('beginning')
  expect(seen).not.toContain('Change 2')

  expect((await at.post(`${here}/cancellation`, { reason: 'Storm' }, { cookie })).status).toBe(422)
  expect((await at.post(`${here}/cancellation`, { reason: 'Storm', confirmed: 'yes' }, { cookie })).status).toBe(303)
  const after = await (await at.get(here)).text()
  expect(after).toContain('Storm')
  expect(after).toContain('https://schema.org/EventCancelled')
})

test('an organiser finds, decides on and exports registrations', async () => {
  const desk = await hostDesk()
  const { at, cookie } = desk
  const sent = plan(desk)
  await at.post('/en/events', sent, { cookie })
  const here = `/en/events/${sent.slug}`
  const rules = { zone: 'Asia/Tokyo', 'closes.date': '2022-03-28', 'closes.time': '12:00', needsApproval: 'yes' }
  await at.post(`${here}/categories/guest`, rules, { cookie })
  await at.post(`${here}/publication`, {}, { cookie })
  for (const family of ['Curie', '=Formula'])
    await at.post(`${here}/registration/guest`, {
      family,
      order: 'given-first',
      address: `${unique()}@example.org`,
      affiliation: 'Ｐａｓｔｅｕｒ Institute',
      timeZone: 'Europe/Paris',
      participation: 'yes',
    })
  const list = await (await at.get(`${here}/registrations?search=pasteur`, { cookie })).text()
  const ids = [...list.matchAll(/name="chosen" value="([^"]+)"/g)].map(([, id]) => id!)
  expect(ids).toHaveLength(2)
  expect(await (await at.get(`${here}/registrations?search=nobody`, { cookie })).text()).toContain('No registrations')
  const declined = await at.post(`${here}/registrations/decisions`, { chosen: ids, decision: 'declined' }, { cookie })
  expect(declined.status).toBe(422)
  const decided = await at.post(`${here}/registrations/decisions`, { chosen: ids, decision: 'confirmed' }, { cookie })
  expect(decided.headers.get('location')).toBe(`${here}/registrations?decided=2`)
  const csv = await (await at.get(`${here}/registrations.csv`, { cookie })).text()
  expect(csv).toContain(`"'=Formula"`)
  expect(csv).toContain('"Confirmed"')
  expect((await at.post(`${here}/registrations/${ids[0]}/undo`, {}, { cookie })).status).toBe(303)
  expect(await (await at.get(`${here}/registrations/${ids[0]}`, { cookie })).text()).toContain('Waiting for the hosts')
})

test('a program plans, publishes, registers and decides as a screen does', async () => {
  const desk = await hostDesk()
  const { at, organisation } = desk
  const token = await tokenOf(at, desk.coordinator)
  const slug = `mission-${unique()}`
  const ask = callerOf(at)
  const call = (method: string, path: string, body?: object) => ask(method, path, { token, ...(body ? { body } : {}) })
  const title = { original: 'en', text: { en: 'Mission to Kobe' } }
  const planned = await call('POST', '/events', {
    slug,
    kind: 'mission',
    title,
    zone: 'Asia/Tokyo',
    begins: '2022-04-01T00:00:00.000Z',
    ends: '2022-04-02T09:00:00.000Z',
    venue: { kind: 'place', name: { original: 'en', text: { en: 'Kobe' } } },
    languages: ['en'],
    leadOrganisationId: organisation.id,
  })
  expect(planned.status).toBe(201)
  const rules = {
    title,
    closesAt: '2022-03-31T00:00:00.000Z',
    closesInclusive: false,
    zone: 'Asia/Tokyo',
    capacity: 1,
    capPerAffiliation: null,
    needsApproval: false,
    waitingList: true,
    lateQueue: false,
  }
  expect((await call('PUT', `/events/${slug}/categories/guest`, rules)).status).toBe(200)
  expect((await call('POST', `/events/${slug}/publication`)).status).toBe(200)
  expect((await call('POST', `/events/${slug}/publication`)).status).toBe(409)
  const guest = () => ({
    kind: 'guest',
    name: { order: 'given-first', native: { family: 'Example' } },
    address: `${unique()}@example.org`,
    locale: 'en',
    timeZone: 'Asia/Tokyo',
    consents: ['participation'],
  })
  const first = await call('POST', `/events/${slug}/registrations`, guest())
  const second = await call('POST', `/events/${slug}/registrations`, guest())
  expect([first.json, second.json]).toMatchObject([{ decision: 'confirmed' }, { decision: 'waiting' }])
  const registrationIds = [(first.json as { registrationId: string }).registrationId]
  const decision = { registrationIds, decision: 'declined', reason: 'No room.' }
  const decided = await call('POST', `/events/${slug}/registrations/decisions`, decision)
  expect(decided.json).toMatchObject({ decided: [{ decision: 'declined' }], refused: [] })
  const after = await call('GET', `/events/${slug}/registrations`)
  expect(after.json).toMatchObject({ items: [{ decision: 'declined' }, { decision: 'confirmed' }] })
  expect((await call('GET', `/events/${slug}`)).json).toMatchObject({ slug, published: true, sequence: 0 })
  expect((await call('PUT', `/events/${slug}`, { basedOn: 0, ends: '2022-04-02T10:00:00.000Z' })).json).toEqual({
    sequence: 1,
  })
})
