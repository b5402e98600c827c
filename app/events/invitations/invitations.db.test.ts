import ICAL from 'ical.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { aCategory, makeEvent } from '../../../test/factories/events.ts'
import { makeOrganisation } from '../../../test/factories/organisations.ts'
import { makePerson, makeRole, unique } from '../../../test/factories/people.ts'
import { type TestApplication, testApplication, testStart } from '../../../test/harness/application.ts'
import { admitPerson } from '../../accounts/admitting.ts'
import { anonymous, type Scope } from '../../accounts/scope.ts'
import type { Locale } from '../../language/locales.ts'
import type { StoredMail } from '../../platform/mail/outbox.ts'
import { cancelEvent } from '../cancelling.ts'
import { decideRegistration } from '../registration/deciding.ts'
import { register } from '../registration/registering.ts'
import { withdrawRegistration } from '../registration/withdrawing.ts'
import { reviseEvent } from '../revising.ts'
import { remindDue } from './reminding.ts'
import { setReminders } from './settingReminders.ts'

const HOUR = 60 * 60_000
const DAY = 24 * HOUR

let at: TestApplication
beforeAll(async () => {
  at = await testApplication()
})

/** An event tomorrow week, with a coordinator, and people who register. */
async function scene(category: Parameters<typeof aCategory>[0] = {}) {
  at.services.clock.set(testStart)
  const lead = await makeOrganisation(at.db, { timeZone: 'Asia/Tokyo' })
  const coordinator = await makePerson(at.db)
  await makeRole(at.db, coordinator, 'coordinator', lead.id)
  const scope = (await admitPerson(at.db, coordinator.id, { via: 'session', tokenScopes: null })) as Scope
  const begins = new Date(testStart.getTime() + 8 * DAY)
  const ends = new Date(begins.getTime() + HOUR)
  const event = await makeEvent(at.db, {
    lead,
    begins,
    ends,
    title: 'Signing; of, the "memorandum"',
    categories: [aCategory({ closesAt: ends, ...category })],
  })
  return { event, scope, begins, ends }
}

type Scene = Awaited<ReturnType<typeof scene>>

async function arrive(
  { event }: Scene,
  { locale = 'fr', timeZone = 'Europe/Paris' }: { locale?: Locale; timeZone?: string } = {},
) {
  const address = `${unique()}@example.org`
  const registered = await register(at.services, anonymous, {
    eventId: event.id,
    kind: 'guest',
    name: { order: 'given-first', native: { family: 'O’Neill "X"', given: 'Ana' } },
    address,
    locale,
    timeZone,
    consents: ['participation'],
  })
  if ('refused' in registered) throw new Error(registered.refused)
  await at.drain()
  return { ...registered, address, mails: () => at.mailsTo(address) }
}

type Guest = Awaited<ReturnType<typeof arrive>>

const kindsOf = async (guest: Guest) => (await guest.mails()).map(({ kind }) => kind).toReversed()

function entryIn({ calendar }: StoredMail) {
  const root = new ICAL.Component(ICAL.parse(calendar!.text))
  const event = root.getFirstSubcomponent('vevent')!
  const value = (name: string) => event.getFirstPropertyValue(name)
  return {
    method: root.getFirstPropertyValue('method'),
    uid: value('uid'),
    sequence: value('sequence'),
    status: value('status'),
    begins: (value('dtstart') as ICAL.Time).toJSDate(),
    organiser: value('organizer'),
    attendees: event.getAllProperties('attendee').map((one) => one.getFirstValue()),
  }
}

describe('decisions', () => {
  test('who has a place gets an invitation, for them alone, by their own clock', async () => {
    const place = await scene()
    const guest = await arrive(place)
    const [mail] = await guest.mails()
    expect(await kindsOf(guest)).toEqual(['event-confirmed'])
    expect(mail).toMatchObject({ locale: 'fr', calendar: { method: 'REQUEST' } })
    expect(mail!.text).toMatch(/10:00–11:00 à Paris · 17:00–18:00 à Tokyo/)
    expect(mail!.text).toContain(`/fr/registrations/${guest.token}`)
    expect(entryIn(mail!)).toEqual({
      method: 'REQUEST',
      uid: `${place.event.id}@localhost`,
      sequence: 0,
      status: 'CONFIRMED',
      begins: place.begins,
      organiser: `mailto:${at.services.config.mailFrom}`,
      attendees: [`mailto:${guest.address}`],
    })
    // Calendars are shared: neither the personal address nor a way in is in there.
    expect(mail!.calendar!.text.replaceAll('\r\n ', '')).not.toMatch(/registrations|zoom/i)
  })

  test('received, declined with the reason, waiting, and moved up', async () => {
    const asked = await scene({ needsApproval: true })
    const declined = await arrive(asked, { locale: 'ja', timeZone: 'Asia/Tokyo' })
    await decideRegistration(at.services, asked.scope, declined.registrationId, {
      decision: 'declined',
      reason: '定員',
    })
    await at.drain()
    expect(await kindsOf(declined)).toEqual(['event-received', 'event-declined'])
    const [mail] = await declined.mails()
    expect(mail).toMatchObject({ calendar: null, text: expect.stringContaining('理由：定員') })

    const full = await scene({ capacity: 1 })
    const first = await arrive(full)
    const second = await arrive(full)
    expect(await kindsOf(second)).toEqual(['event-waiting'])
    at.services.clock.forward(HOUR)
    await withdrawRegistration(at.services, anonymous, first.token!)
    await at.drain()
    expect(await kindsOf(first)).toEqual(['event-confirmed', 'event-withdrawn'])
    expect(entryIn((await first.mails())[0]!)).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', sequence: 1 })
    expect(await kindsOf(second)).toEqual(['event-waiting', 'event-promoted'])
    expect(entryIn((await second.mails())[0]!)).toMatchObject({ method: 'REQUEST', sequence: 0 })
  })

  test('a job that runs again tells nobody twice', async () => {
    const guest = await arrive(await scene())
    await at.services.jobs.enqueue(at.db, 'events.registration-decided', {
      registrationId: guest.registrationId,
      decision: 'confirmed',
    })
    await at.drain()
    expect(await kindsOf(guest)).toEqual(['event-confirmed'])
  })
})

describe('changes', () => {
  test('moved, then cancelled: one number more each time, and told once', async () => {
    const place = await scene()
    const guests = [await arrive(place), await arrive(place, { locale: 'de', timeZone: 'Europe/Berlin' })]
    const later = new Date(place.begins.getTime() + DAY)
    const ends = new Date(place.ends.getTime() + DAY)
    at.services.clock.forward(HOUR)
    await reviseEvent(at.services, place.scope, place.event.id, { begins: later, ends })
    await at.drain()
    await at.services.jobs.enqueue(at.db, 'events.changed', { eventId: place.event.id, sequence: 1 })
    await at.drain()
    at.services.clock.forward(HOUR)
    await cancelEvent(at.services, place.scope, place.event.id, {
      reason: { original: 'en', text: { en: 'Storm', de: 'Sturm' } },
    })
    await at.drain()
    for (const guest of guests) {
      expect(await kindsOf(guest)).toEqual(['event-confirmed', 'event-moved', 'event-cancelled'])
      const [cancelled, moved, confirmed] = (await guest.mails()).map(entryIn)
      expect(moved).toMatchObject({ method: 'REQUEST', sequence: 1, begins: later })
      expect(cancelled).toMatchObject({ method: 'CANCEL', sequence: 2, status: 'CANCELLED', begins: later })
      expect([moved!.uid, cancelled!.uid]).toEqual([confirmed!.uid, confirmed!.uid])
    }
    const [cancelled, moved] = await guests[1]!.mails()
    expect(cancelled!.text).toContain('Sturm')
    expect(moved!.text).toMatch(/Bisher: Mittwoch, 30. März 2022/)
  })

  test('who withdrew and came back, or waits, is told with numbers their calendar believes', async () => {
    const place = await scene()
    const guest = await arrive(place)
    await withdrawRegistration(at.services, anonymous, guest.token!)
    await at.drain()
    at.services.clock.forward(HOUR)
    const again = await register(at.services, anonymous, {
      eventId: place.event.id,
      kind: 'guest',
      name: { order: 'given-first', native: { family: 'X' } },
      address: guest.address,
      locale: 'en',
      timeZone: 'Europe/Paris',
      consents: ['participation'],
    })
    if ('refused' in again) throw new Error(again.refused)
    await at.drain()
    await reviseEvent(at.services, place.scope, place.event.id, { ends: new Date(place.ends.getTime() + HOUR) })
    await at.drain()
    const entries = (await guest.mails()).map(entryIn).toReversed()
    const told = entries.map(({ method, sequence }) => [method, sequence])
    expect(told).toEqual([
      ['REQUEST', 0],
      ['CANCEL', 1],
      ['REQUEST', 2],
      ['REQUEST', 3],
    ])
  })
})

describe('reminders', () => {
  test('a day and an hour before, once each, also when the sweep runs again', async () => {
    const place = await scene()
    const guest = await arrive(place)
    const sweep = async (before: number) => {
      at.services.clock.set(new Date(place.begins.getTime() - before))
      await remindDue(at.services)
      await remindDue(at.services)
      return (await kindsOf(guest)).filter((kind) => kind === 'event-reminder').length
    }
    expect(await sweep(25 * HOUR)).toBe(0)
    expect(await sweep(24 * HOUR)).toBe(1)
    expect(await sweep(2 * HOUR)).toBe(1)
    expect(await sweep(HOUR)).toBe(2)
    expect(await sweep(0)).toBe(2)
    expect((await guest.mails())[0]).toMatchObject({ calendar: null })
  })

  test('after a downtime one is enough, and none for what passed before somebody registered', async () => {
    const place = await scene()
    const early = await arrive(place)
    at.services.clock.set(new Date(place.begins.getTime() - HOUR / 2))
    const late = await arrive(place)
    await remindDue(at.services)
    expect(await kindsOf(early)).toEqual(['event-confirmed', 'event-reminder'])
    expect(await kindsOf(late)).toEqual(['event-confirmed'])
  })

  test('at the times the organisers set', async () => {
    const place = await scene()
    const guest = await arrive(place)
    expect(await setReminders(at.services, anonymous, place.event.id, [15])).toEqual({ refused: 'not-yours' })
    expect(await setReminders(at.services, place.scope, place.event.id, [17])).toEqual({ refused: 'not-readable' })
    expect(await setReminders(at.services, place.scope, place.event.id, [15])).toEqual({ minutes: [15] })
    at.services.clock.set(new Date(place.begins.getTime() - HOUR / 2))
    await remindDue(at.services)
    expect(await kindsOf(guest)).toEqual(['event-confirmed'])
    at.services.clock.forward(HOUR / 4)
    await remindDue(at.services)
    expect(await kindsOf(guest)).toEqual(['event-confirmed', 'event-reminder'])
  })
})
