import { beforeAll, expect, test } from 'vitest'
import { aCategory, makeEvent } from '../../../test/factories/events.ts'
import { makeOrganisation } from '../../../test/factories/organisations.ts'
import { makePerson, makeRole, unique } from '../../../test/factories/people.ts'
import { testApplication, type TestApplication } from '../../../test/harness/application.ts'
import { admitPerson } from '../../accounts/admitting.ts'
import { anonymous, type Scope } from '../../accounts/scope.ts'
import { decideRegistration } from '../registration/deciding.ts'
import { register } from '../registration/registering.ts'
import { closeFallback, openFallback, releaseNow, resendAddress, revokeAccess } from './managing.ts'
import { planAccess } from './planning.ts'
import type { Failed, Provider } from './providers/provider.ts'
import { accessConsole } from './queries.ts'
import { eventBySlug } from '../queries.ts'

let at: TestApplication
beforeAll(async () => {
  at = await testApplication()
})

const room = 'https://meet.example.org/kobe'
const minute = 60_000
const noon = new Date('2022-03-22T07:45:00Z')

/** An event at 17:00 in Kobe whose way in opens at 16:45, a quarter of an hour from now. */
async function makeGathering(given: { provider?: 'link' | 'zoom-webinar' } = {}) {
  at.services.clock.set(new Date('2022-03-22T07:30:00Z'))
  const lead = await makeOrganisation(at.db, { country: 'JP', timeZone: 'Asia/Tokyo' })
  const officer = await makePerson(at.db)
  await makeRole(at.db, officer, 'coordinator', lead.id)
  const scope = (await admitPerson(at.db, officer.id, { via: 'session', tokenScopes: null })) as Scope
  const event = await makeEvent(at.db, { lead, categories: [aCategory({ needsApproval: true })] })
  const plan = {
    provider: given.provider ?? ('link' as const),
    link: room,
    fallback: 'https://other.example.org/',
    releasesAt: noon,
    zone: 'Asia/Tokyo',
  }
  expect(await planAccess(at.services, scope, event.id, plan)).toEqual({ planned: true })
  const come = async (decision: 'confirmed' | 'declined' = 'confirmed') => {
    const address = `${unique()}@press.example`
    const made = await register(at.services, anonymous, {
      eventId: event.id,
      kind: 'guest',
      name: { order: 'given-first', native: { family: 'Guest', given: 'Demonstration' } },
      address,
      locale: 'fr',
      timeZone: 'Europe/Paris',
      consents: ['participation'],
    })
    if ('refused' in made) throw new Error(made.refused)
    const reason = decision === 'declined' ? 'Full' : null
    await decideRegistration(at.services, scope, made.registrationId, { decision, reason })
    await at.drain()
    return { address, registrationId: made.registrationId }
  }
  const console = async () => {
    const view = await eventBySlug(at.db, scope, event.slug)
    const found = view && (await accessConsole(at.db, scope, view))
    if (!found) throw new Error('An organiser sees the console.')
    return found
  }
  const round = async () => {
    await at.services.jobs.enqueue(at.db, 'access.sweep', {})
    await at.drain()
  }
  return { event, scope, officer, come, console, round }
}

const accessMails = async (address: string) => (await at.mailsTo(address)).filter(({ kind }) => kind === 'event-access')

async function addressOf(address: string): Promise<string> {
  const [mail] = await accessMails(address)
  const found = /https?:\/\/[^/]+(\/fr\/j\/[\w-]+)/.exec(mail?.text ?? '')?.[1]
  if (!found) throw new Error(`No personal address was mailed to ${address}.`)
  return found
}

test('the way in opens at the set instant, by a button alone, and gives a seat', async () => {
  const { event, come, console, round } = await makeGathering()
  const { address } = await come()
  await come('declined')
  expect((await console()).entries.map(({ state }) => state)).toEqual(['ready'])
  expect(await accessMails(address)).toEqual([])

  at.services.clock.forward(15 * minute)
  await round()
  await round()
  expect(await accessMails(address)).toHaveLength(1)
  const personal = await addressOf(address)

  // A mail scanner opens what it finds: as often as it likes, it learns and changes nothing.
  for (const _ of [1, 2]) {
    const page = await at.get(personal)
    expect(page.status).toBe(200)
    expect(page.headers.get('referrer-policy')).toBe('same-origin')
    expect(page.headers.get('set-cookie') ?? '').not.toContain('musubi_seat')
    const text = await page.text()
    expect(text).not.toContain(room)
    expect(text).toContain('09:00')
  }
  expect((await console()).entries.map(({ state }) => state)).toEqual(['sent'])

  const revealed = await at.post(personal)
  expect(await revealed.text()).toContain(room)
  expect(revealed.headers.get('set-cookie')).toContain('HttpOnly')
  expect((await console()).entries.map(({ state }) => state)).toEqual(['revealed'])
  // Nothing public knows the room.
  for (const path of [`/en/events/${event.slug}`, '/en/events', '/sitemap.xml']) {
    expect(await (await at.get(path)).text()).not.toContain(room)
  }
})

test('whoever is approved late is sent theirs at once; whoever withdraws holds a dead address', async () => {
  const { scope, come, console, round } = await makeGathering()
  at.services.clock.forward(20 * minute)
  await round()
  const { address, registrationId } = await come()
  const personal = await addressOf(address)
  await decideRegistration(at.services, scope, registrationId, { decision: 'declined', reason: 'A mistake' })
  await at.drain()
  expect((await console()).entries.map(({ state }) => state)).toEqual(['revoked'])
  expect((await at.get(personal)).status).toBe(410)
  expect((await at.post(personal)).status).toBe(410)
})

test('a resent address replaces the one before, and a revoked one opens nothing', async () => {
  const { event, scope, come, console } = await makeGathering()
  const { address } = await come()
  const [grant] = (await console()).entries
  expect(await resendAddress(at.services, scope, event.id, grant?.id ?? '')).toEqual({ refused: 'not-released' })
  expect(await releaseNow(at.services, scope, event.id)).toEqual({ releasing: true })
  await at.drain()
  const first = await addressOf(address)
  expect(await resendAddress(at.services, scope, event.id, grant?.id ?? '')).toEqual({ sent: true })
  await at.drain()
  const second = await addressOf(address)
  expect(second).not.toBe(first)
  expect([(await at.get(first)).status, (await at.get(second)).status]).toEqual([410, 200])
  expect(await revokeAccess(at.services, scope, event.id, grant?.id ?? '')).toEqual({ revoked: true })
  expect((await at.post(second)).status).toBe(410)
})

test('a second device is told to the organisers, and keeps nobody out', async () => {
  const { scope, event, come, console } = await makeGathering()
  const { address } = await come()
  await releaseNow(at.services, scope, event.id)
  await at.drain()
  const personal = await addressOf(address)
  const browsers = ['Mozilla/5.0 (Windows NT 10.0) Firefox/140.0', 'Mozilla/5.0 (iPhone) Version/18 Safari/600']
  for (const browser of browsers) {
    expect((await at.post(personal, {}, { headers: { 'user-agent': browser } })).status).toBe(200)
  }
  expect((await console()).entries[0]?.devices).toEqual(['Firefox, Windows', 'Safari, iPhone'])
})

test('while the provider is down everybody approved is on the alarm list, and nobody is lost', async () => {
  const failing: Failed = { failed: 'unreachable', detail: 'no route', retryAt: null }
  let isUp = false
  const asked: string[] = []
  const provider = {
    createRoom: () => Promise.resolve(isUp ? { ref: '1' } : failing),
    grant: (_ref: string, guest: { address: string }) => {
      asked.push(guest.address)
      return Promise.resolve({ ref: guest.address, link: `https://zoom.example/w/1?tk=${guest.address}` })
    },
  } as unknown as Provider
  at.services.webinars = provider
  const { scope, event, come, console, round } = await makeGathering({ provider: 'zoom-webinar' })
  const { address } = await come()
  expect((await console()).alarm).toMatchObject([{ state: 'failed', failure: { code: 'unreachable', times: 1 } }])
  at.services.clock.forward(15 * minute)
  await round()
  expect(await accessMails(address)).toEqual([])
  isUp = true
  at.services.clock.forward(10 * minute)
  await round()
  expect((await console()).alarm).toEqual([])
  expect(await accessMails(address)).toHaveLength(1)
  expect(asked).toEqual([address])

  const personal = await addressOf(address)
  expect(await openFallback(at.services, scope, event.id)).toEqual({ opened: true })
  expect(await (await at.post(personal)).text()).toContain('https://other.example.org/')
  await closeFallback(at.services, scope, event.id)
  expect(await (await at.post(personal)).text()).toContain('https://zoom.example/w/1')
  delete at.services.webinars
})

test('only organisers see the console, and a wrong plan is told beside its field', async () => {
  const { event, officer } = await makeGathering()
  const here = `/en/events/${event.slug}/access`
  const stranger = await makePerson(at.db)
  expect((await at.get(here)).status).toBe(401)
  expect((await at.get(here, { cookie: await at.signIn(stranger) })).status).toBe(403)
  const cookie = await at.signIn(officer)
  const shown = await (await at.get(here, { cookie })).text()
  expect(shown).not.toContain(room)
  const form = { provider: 'link', link: 'javascript:alert(1)', fallback: '', date: '2022-03-22', time: '16:45' }
  const refused = await at.post(here, form, { cookie })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Enter an address that begins with https://')
  expect((await at.post(here, { ...form, link: '' }, { cookie })).status).toBe(303)
})
