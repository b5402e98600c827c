import ICAL from 'ical.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { aCategory, makeEvent } from '../../../test/factories/events.ts'
import { makeOrganisation } from '../../../test/factories/organisations.ts'
import { makePerson, makeRole, unique } from '../../../test/factories/people.ts'
import { type TestApplication, testApplication, testStart } from '../../../test/harness/application.ts'
import { anonymous } from '../../accounts/scope.ts'
import { register } from '../registration/registering.ts'
import { takenBackWithin } from './followingUp.ts'
import { takeAttendance } from './recording.ts'
import { sendDueFollowUps } from './sendingFollowUps.ts'

const HOUR = 60 * 60_000

let at: TestApplication
beforeAll(async () => {
  at = await testApplication()
})

/** An event in an hour, with somebody who organises it, and three guests. */
async function scene() {
  at.services.clock.set(testStart)
  const lead = await makeOrganisation(at.db)
  const coordinator = await makePerson(at.db)
  await makeRole(at.db, coordinator, 'coordinator', lead.id)
  const begins = new Date(testStart.getTime() + HOUR)
  const ends = new Date(testStart.getTime() + 2 * HOUR)
  const categories = [aCategory({ closesAt: ends })]
  const event = await makeEvent(at.db, { lead, begins, ends, categories, title: 'Signing' })
  const guests = [
    await guestOf(event.id, 'Kobe Shimbun'),
    await guestOf(event.id, 'ＫＯＢＥ Shimbun'),
    await guestOf(event.id, null),
  ] as const
  const page = `/en/events/${event.slug}`
  return { event, begins, ends, guests, page, cookie: await at.signIn(coordinator), lead }
}

async function guestOf(eventId: string, affiliation: string | null) {
  const address = `${unique()}@example.org`
  const registered = await register(at.services, anonymous, {
    eventId,
    kind: 'guest',
    name: { order: 'given-first', native: { family: `Guest${unique()}`, given: 'Ada' } },
    address,
    affiliation,
    locale: 'de',
    timeZone: 'Europe/Berlin',
    consents: ['participation'],
  })
  if ('refused' in registered) throw new Error(registered.refused)
  return { address, id: registered.registrationId, token: registered.token! }
}

const attendanceOf = async (id: string) =>
  at.db
    .selectFrom('attendance')
    .select(['came', 'source', 'minutes'])
    .where('registration_id', '=', id)
    .where('replaced_at', 'is', null)
    .executeTakeFirst()

describe('attendance', () => {
  test('by hand from the beginning on; it outweighs the online room', async () => {
    const { event, guests, page, cookie, begins } = await scene()
    const [first, second, third] = guests
    expect((await at.post(`${page}/attendance`, { present: first.id }, { cookie })).status).toBe(409)
    at.services.clock.set(begins)
    await takeAttendance(at.services, event.id, [
      { registrationId: second.id, minutes: 31 },
      { registrationId: third.id, minutes: 2 },
    ])
    // Third was shown as present and is unticked: a mistake of the room.
    const form = { present: [first.id, second.id], shown: [second.id, third.id] }
    expect((await at.post(`${page}/attendance`, form, { cookie })).status).toBe(303)
    await takeAttendance(at.services, event.id, [
      { registrationId: second.id, minutes: 40 },
      { registrationId: third.id, minutes: 9 },
    ])
    expect(await Promise.all(guests.map(({ id }) => attendanceOf(id)))).toEqual([
      { came: true, source: 'hand', minutes: null },
      { came: true, source: 'provider', minutes: 40 },
      { came: false, source: 'hand', minutes: null },
    ])
    const html = await (await at.get(`${page}/attendance`, { cookie })).text()
    expect(html).toMatch(/40 minutes/)
    // Two spellings of one newspaper are one line: two registered, two present.
    expect(html.replaceAll(/<[^>]+>/g, ' ')).toMatch(/Kobe Shimbun\s+2\s+2\s/)
  })

  test('a certificate is for those recorded as present', async () => {
    const { guests, page, cookie, begins } = await scene()
    const [first, second] = guests
    at.services.clock.set(begins)
    await at.post(`${page}/attendance`, { present: first.id }, { cookie })
    const pdf = await at.get(`/ja/registrations/${first.token}/certificate.pdf`)
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    const bytes = Buffer.from(await pdf.arrayBuffer()).toString('latin1')
    expect(bytes).toMatch(/^%PDF-1\.7/)
    expect(bytes).toContain('/StructTreeRoot')
    expect((await at.get(`/ja/registrations/${second.token}/certificate.pdf`)).status).toBe(404)
  })
})

describe('follow-up', () => {
  const words = { subject: 'Danke', body: 'Hier ist <b>alles</b>.\n\nBis bald.' }

  test('seen first, taken back, then sent once to those who came', async () => {
    const { event, guests, page, cookie, ends } = await scene()
    const [first, second] = guests
    at.services.clock.set(ends)
    await at.post(`${page}/attendance`, { present: first.id }, { cookie })
    const form = { ...words, audience: 'came' }
    const preview = await (await at.post(`${page}/follow-up`, { ...form, step: 'preview' }, { cookie })).text()
    expect(preview).toContain('It goes to 1 person.')
    expect(preview).not.toContain(first.token)
    const confirm = () => at.post(`${page}/follow-up`, { ...form, step: 'confirm' }, { cookie })
    expect((await confirm()).status).toBe(303)
    expect((await confirm()).status).toBe(409)
    const { id } = await at.db
      .selectFrom('follow_up')
      .select('id')
      .where('event_id', '=', event.id)
      .executeTakeFirstOrThrow()
    expect((await at.post(`${page}/follow-up/${id}/withdrawal`, {}, { cookie })).status).toBe(303)
    at.services.clock.forward(takenBackWithin)
    await sendDueFollowUps(at.services)
    const toFirst = async () => (await at.mailsTo(first.address)).filter(({ kind }) => kind.includes('follow-up'))
    expect(await toFirst()).toEqual([])

    expect((await confirm()).status).toBe(303)
    await sendDueFollowUps(at.services)
    expect(await toFirst()).toEqual([])
    at.services.clock.forward(takenBackWithin)
    await sendDueFollowUps(at.services)
    await sendDueFollowUps(at.services)
    const [mail, ...more] = await toFirst()
    expect(more).toEqual([])
    expect(mail).toMatchObject({ locale: 'de', subject: 'Danke' })
    expect(mail!.text).toContain(`/de/registrations/${first.token}`)
    expect(mail!.html).toContain('&lt;b&gt;')
    expect((await at.mailsTo(second.address)).some(({ kind }) => kind.includes('follow-up'))).toBe(false)
  })

  test('not before the end', async () => {
    const { page, cookie } = await scene()
    const form = { ...words, audience: 'absent', step: 'confirm' }
    expect((await at.post(`${page}/follow-up`, form, { cookie })).status).toBe(409)
  })
})

test('material is seen by those it is for, and files are never pages', async () => {
  const { guests, page, cookie, begins } = await scene()
  const [first, second] = guests
  at.services.clock.set(begins)
  await at.post(`${page}/attendance`, { present: first.id }, { cookie })
  const add = (title: string, audience: string, address = `https://example.org/${title}`) =>
    at.post(`${page}/material`, { kind: 'recording', title, audience, address }, { cookie })
  for (const audience of ['everybody', 'registered', 'came'])
    expect((await add(`for-${audience}`, audience)).status).toBe(303)
  const wrong = await add('kept', 'everybody', 'javascript:alert(1)')
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('value="kept"')
  const seen = async (path: string, more = {}) =>
    [...(await (await at.get(path, more)).text()).matchAll(/example\.org\/for-(\w+)/g)].map(([, one]) => one)
  expect(await seen(`${page}/material`)).toEqual(['everybody'])
  expect(await seen(`/en/registrations/${second.token}/material`)).toEqual(['everybody', 'registered'])
  expect(await seen(`/en/registrations/${first.token}/material`)).toEqual(['everybody', 'registered', 'came'])
  expect(await seen(`${page}/material`, { cookie })).toEqual(['everybody', 'registered', 'came'])

  const body = new FormData()
  for (const [name, value] of Object.entries({ kind: 'material', title: 'Page', audience: 'came', address: '' }))
    body.append(name, value)
  body.append('file', new File(['<script>'], 'ページ.html', { type: 'text/html' }))
  const origin = at.services.config.origin
  const headers = { cookie, origin }
  expect((await at.app.request(`${origin}${page}/material`, { method: 'POST', body, headers })).status).toBe(303)
  const { id } = await at.db
    .selectFrom('event_material')
    .select('id')
    .where('file_name', '=', 'ページ.html')
    .orderBy('added_at', 'desc')
    .executeTakeFirstOrThrow()
  const file = await at.get(`/en/registrations/${first.token}/material/${id}`)
  expect(file.headers.get('content-type')).toBe('application/octet-stream')
  expect(file.headers.get('content-disposition')).toMatch(/^attachment/)
  expect((await at.get(`/en/registrations/${second.token}/material/${id}`)).status).toBe(404)
  expect((await at.get(`${page}/material/${id}`)).status).toBe(404)
  await at.post(`${page}/material/${id}/removal`, {}, { cookie })
  expect((await at.get(`/en/registrations/${first.token}/material/${id}`)).status).toBe(404)
})

describe('feeds', () => {
  const entriesIn = (text: string) =>
    new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => ({
      uid: String(one.getFirstPropertyValue('uid')),
      summary: one.getFirstPropertyValue('summary'),
    }))

  test('of what is public, the same until something changes', async () => {
    const { event } = await scene()
    const hidden = await makeEvent(at.db, { lead: (await scene()).lead, isPublished: false, title: 'Hidden' })
    const feed = await at.get('/ja/events.ics')
    expect(feed.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const text = await feed.text()
    expect(text).toContain('METHOD:PUBLISH')
    const uids = entriesIn(text).map(({ uid }) => uid)
    expect(uids).toContain(`${event.id}@localhost`)
    expect(uids).not.toContain(`${hidden.id}@localhost`)
    const again = await at.get('/ja/events.ics', { headers: { 'if-none-match': feed.headers.get('etag')! } })
    expect(again.status).toBe(304)
    const one = entriesIn(await (await at.get(`/en/events/${event.slug}/calendar.ics`)).text())
    expect(one).toEqual([{ uid: `${event.id}@localhost`, summary: 'Signing' }])
  })

  test('of a person: secret, without ways in, and ended when they say so', async () => {
    const { event, guests } = await scene()
    const other = await scene()
    const person = await makePerson(at.db, { address: guests[0].address })
    const cookie = await at.signIn(person)
    const shown = await (await at.post('/en/calendar/address', {}, { cookie })).text()
    const path = /\/calendar\/[\w-]+\.ics/.exec(shown)![0]
    const text = await (await at.get(path)).text()
    const uids = entriesIn(text).map(({ uid }) => uid)
    expect(uids).toEqual([`${event.id}@localhost`])
    expect(uids).not.toContain(`${other.event.id}@localhost`)
    expect(text).not.toMatch(/ATTENDEE|registrations/)
    expect(await (await at.get('/en/calendar', { cookie })).text()).toContain(event.slug)
    await at.post('/en/calendar/address/end', {}, { cookie })
    expect((await at.get(path)).status).toBe(404)
  })
})
