import { afterEach, describe, expect, test } from 'vitest'
import { settableClock } from '../../../../platform/clock.ts'
import type { Guest, Place } from '../provider.ts'
import { startZoomFake, type ZoomFake } from './fake/server.ts'
import { zoomProvider } from './provider.ts'

const fakes: ZoomFake[] = []
afterEach(async () => {
  for (const fake of fakes.splice(0)) await fake.close()
})

const begins = new Date('2022-03-22T08:00:00Z')
const plan = {
  topic: '調印式',
  begins,
  ends: new Date('2022-03-22T08:40:00Z'),
  zone: 'Asia/Tokyo',
  capacity: null,
  page: 'https://musubi.example/en/events/kobe',
}

async function made(options: Partial<Parameters<typeof startZoomFake>[0]> = {}) {
  const clock = settableClock(new Date('2022-03-22T03:00:00Z'))
  const fake = await startZoomFake({ clock, timeout: 2000, ...options })
  fakes.push(fake)
  const zoom = zoomProvider(fake.settings, clock)
  const room = await zoom.createRoom(plan)
  if ('failed' in room) throw new Error(room.detail)
  const webinar = fake.world.webinars.get(room.ref)
  if (!webinar) throw new Error('no webinar')
  return { clock, fake, zoom, room: room.ref, webinar }
}

let count = 0
const guest = (given: Partial<Guest> = {}): Guest => ({
  givenName: 'Demonstration',
  familyName: `Guest ${++count}`,
  address: `guest${count}@press.example`,
  affiliation: 'The Gazette',
  locale: 'ja',
  role: 'attendee',
  ...given,
})
const link = (fake: ZoomFake) => expect.stringMatching(new RegExp(`^${fake.origin}/w/\\d+\\?tk=[\\w-]+$`)) as string
const place = (fake: ZoomFake): Place => ({ ref: expect.any(String) as string, link: link(fake) })

describe('a room', () => {
  test('is made so that nobody registers by themselves and no mail but ours goes out', async () => {
    const { webinar } = await made()
    expect(webinar).toMatchObject({ type: 5, startTime: '2022-03-22T08:00:00Z', duration: 40, timezone: 'Asia/Tokyo' })
    expect(webinar.settings).toMatchObject({
      approval_type: 1,
      allow_multiple_devices: false,
      registrants_email_notification: false,
      panelists_invitation_email_notification: false,
      show_share_button: false,
      practice_session: true,
    })
  })

  test('whose making was answered with an error is found again, not made twice', async () => {
    const { fake, zoom } = await made()
    fake.fail({ on: 'POST /v2/users', what: { status: 502, afterTheWork: true } })
    const other = { ...plan, page: 'https://musubi.example/en/events/lyon' }
    expect(await zoom.createRoom(other)).toMatchObject({ failed: 'provider-error' })
    expect(await zoom.createRoom(other)).toMatchObject({ ref: expect.any(String) as string })
    expect(fake.world.webinars.size).toBe(2)
  })

  test('follows the event, and is gone once called off; one that runs is ended', async () => {
    const { zoom, room, webinar, fake } = await made()
    const later = { ...plan, begins: new Date('2022-03-23T08:00:00Z'), ends: new Date('2022-03-23T09:00:00Z') }
    expect(await zoom.updateRoom(room, later)).toEqual({ updated: true })
    expect(webinar).toMatchObject({ startTime: '2022-03-23T08:00:00Z', duration: 60 })
    webinar.standing = 'started'
    expect(await zoom.endRoom(room)).toEqual({ ended: true })
    expect(webinar.standing).toBe('ended')
    expect(await zoom.endRoom(room)).toEqual({ ended: true })
    expect(await zoom.endRoom(room)).toEqual({ ended: true })
    expect(fake.world.webinars.size).toBe(0)
  })

  test.each(['2022-03-21T23:00:00Z', '2022-03-22T12:00:00Z'])(
    'is made a hundred times a day at most, until midnight in UTC (%s)',
    async (now) => {
      const { clock, fake, zoom } = await made({ rules: { perSecond: { LIGHT: 1000, MEDIUM: 1000, HEAVY: 1000 } } })
      clock.set(new Date(now))
      const at = (index: number) => ({ ...plan, page: `${plan.page}-${index}` })
      const hostId = [...fake.world.hosts.keys()][0] ?? ''
      fake.world.counters.set(`${now.slice(0, 10)} webinars ${hostId}`, 99)
      expect(await zoom.createRoom(at(1))).toHaveProperty('ref')
      const midnight = new Date(`2022-03-${now.startsWith('2022-03-21') ? 22 : 23}T00:00:00Z`)
      expect(await zoom.createRoom(at(2))).toMatchObject({ failed: 'daily-limit', retryAt: midnight })
      clock.set(midnight)
      expect(await zoom.createRoom(at(2))).toHaveProperty('ref')
    },
  )
})

describe('a place', () => {
  test('is given once for an address, however often it is asked for', async () => {
    const { fake, zoom, room, webinar } = await made()
    const somebody = guest()
    const first = await zoom.grant(room, somebody)
    expect(first).toEqual(place(fake))
    expect(await zoom.grant(room, { ...somebody, address: somebody.address.toUpperCase() })).toEqual(first)
    expect(webinar.registrants.size).toBe(1)
  })

  test('answered with an error after the work, or not at all, is the same one at the next try', async () => {
    const { fake, zoom, room, webinar } = await made({ timeout: 150 })
    const somebody = guest()
    fake.fail({ on: '/registrants', what: { status: 500, afterTheWork: true } })
    expect(await zoom.grant(room, somebody)).toMatchObject({ failed: 'provider-error' })
    fake.fail({ on: '/registrants', what: { silence: true, afterTheWork: true } })
    expect(await zoom.grant(room, somebody)).toMatchObject({ failed: 'timeout' })
    expect(await zoom.grant(room, somebody)).toEqual(place(fake))
    expect(webinar.registrants.size).toBe(1)
    // That was the third of this day.
    expect(await zoom.grant(room, somebody)).toMatchObject({
      failed: 'daily-limit',
      retryAt: new Date('2022-03-23T00:00:00Z'),
    })
  })

  test.each([true, false])(
    'of somebody pending is no place until approved (answers have the status: %s)',
    async (answersStatus) => {
      const { fake, zoom, room, webinar } = await made({ rules: { answersStatus, pendingHasLink: true } })
      const somebody = guest()
      await zoom.grant(room, somebody)
      const own = webinar.registrants.get(somebody.address)
      if (own) own.status = 'pending'
      expect(await zoom.grant(room, somebody)).toEqual(place(fake))
      expect(own?.status).toBe('approved')
    },
  )

  test('taken back is denied there; given again it is a new one', async () => {
    const { fake, zoom, room, webinar } = await made()
    const somebody = guest()
    const first = (await zoom.grant(room, somebody)) as Place
    expect(await zoom.revoke(room, { ...first, address: somebody.address, role: 'attendee' })).toEqual({
      revoked: true,
    })
    expect(webinar.registrants.get(somebody.address)?.status).toBe('denied')
    expect(await zoom.grant(room, somebody)).toMatchObject({ failed: 'refused' })
    const again = await zoom.grant(room, somebody)
    expect(again).toEqual(place(fake))
    expect(again).not.toEqual(first)
  })

  test('of a speaker comes from the list, for the answer holds no link', async () => {
    const { fake, zoom, room, webinar } = await made()
    const speaker = guest({ role: 'panelist' })
    const first = (await zoom.grant(room, speaker)) as Place
    expect(first).toEqual(place(fake))
    expect(await zoom.grant(room, speaker)).toEqual(first)
    expect(webinar.panelists.size).toBe(1)
    await zoom.revoke(room, { ...first, address: speaker.address, role: 'panelist' })
    expect(webinar.panelists.size).toBe(0)
  })

  test('is not to be had for the host, nor in a full room', async () => {
    const { zoom, room } = await made({ rules: { capacity: 1 } })
    expect(await zoom.grant(room, guest({ address: 'Host@zoom.example' }))).toMatchObject({ failed: 'host' })
    expect(await zoom.grant(room, guest())).toHaveProperty('link')
    expect(await zoom.grant(room, guest())).toMatchObject({ failed: 'full' })
    expect(await zoom.grant('99', guest())).toMatchObject({ failed: 'not-found' })
  })

  test('is given to many by thirty, and all of them are listed', async () => {
    const { fake, zoom, room } = await made()
    const many = Array.from({ length: 65 }, () => guest())
    const places = (await zoom.grantMany?.(room, many)) as Map<string, Place>
    expect(many.every(({ address }) => places.get(address)?.link.startsWith(fake.origin))).toBe(true)
    expect(fake.world.calls.filter((call) => call.includes('batch')).length).toBe(3)
    const listed = await zoom.list?.(room)
    expect(listed).toHaveLength(65)
  })
})

describe('what goes wrong', () => {
  test('a limit says when to come back, or does not', async () => {
    const { fake, zoom, room, clock } = await made()
    fake.fail({ on: '/registrants', what: { status: 429, retryAfter: '90' } })
    const retryAt = new Date(clock.now().getTime() + 90_000)
    expect(await zoom.grant(room, guest())).toMatchObject({ failed: 'rate-limited', retryAt })
    fake.fail({ on: '/registrants', what: { status: 429, retryAfter: 'Tue, 22 Mar 2022 03:05:00 GMT' } })
    expect(await zoom.grant(room, guest())).toMatchObject({ retryAt: new Date('2022-03-22T03:05:00Z') })
    fake.fail({ on: '/registrants', what: { status: 429 } })
    expect(await zoom.grant(room, guest())).toMatchObject({ failed: 'rate-limited', retryAt: null })
  })

  test('a token that ran out is replaced, before and in the middle', async () => {
    const { fake, zoom, room, clock } = await made()
    clock.forward(3_600_000)
    expect(await zoom.grant(room, guest())).toHaveProperty('link')
    fake.fail({ on: '/registrants', what: { status: 401 } })
    expect(await zoom.grant(room, guest())).toHaveProperty('link')
    fake.world.tokens.clear()
    expect(await zoom.grant(room, guest())).toHaveProperty('link')
    fake.fail({ on: '/registrants', what: { status: 401 } })
    fake.fail({ on: '/registrants', what: { status: 401 } })
    expect(await zoom.grant(room, guest())).toMatchObject({ failed: 'unauthorised' })
  })

  test('granular scopes are as good as broad ones; one that is missing is named', async () => {
    const granular = [
      'webinar:write:webinar:admin webinar:read:webinar:admin webinar:write:registrant:admin',
      'webinar:write:batch_registrants:admin webinar:read:list_registrants:admin webinar:update:registrant_status:admin',
      'webinar:write:panelist:admin webinar:read:list_panelists:admin',
    ].join(' ')
    const { zoom, room } = await made({ scope: granular })
    expect(await zoom.grant(room, guest())).toHaveProperty('link')
    const clock = settableClock(begins)
    const poor = await startZoomFake({ clock, scope: granular.replace('webinar:write:panelist:admin', '') })
    fakes.push(poor)
    const refused = await zoomProvider(poor.settings, clock).createRoom(plan)
    expect(refused).toMatchObject({ failed: 'unauthorised', detail: 'scopes missing: webinar:write:panelist:admin' })
  })

  test('wrong credentials, no webinar plan and nobody there are told apart', async () => {
    const { fake, clock } = await made()
    const wrong = zoomProvider({ ...fake.settings, clientSecret: 'wrong' }, clock)
    expect(await wrong.createRoom(plan)).toMatchObject({ failed: 'unauthorised' })
    for (const host of fake.world.hosts.values()) host.hasWebinarPlan = false
    const other = { ...plan, page: 'https://musubi.example/en/events/other' }
    expect(await zoomProvider(fake.settings, clock).createRoom(other)).toMatchObject({ failed: 'not-configured' })
    await fake.close()
    fakes.splice(fakes.indexOf(fake), 1)
    expect(await zoomProvider(fake.settings, clock).createRoom(plan)).toMatchObject({ failed: 'unreachable' })
  })

  test('private addresses are not knocked at, and calls go to Zoom or back to where the token came from', async () => {
    const { fake, clock, room } = await made()
    const strict = zoomProvider({ ...fake.settings, allowPrivateAddresses: false }, clock)
    expect(await strict.list?.(room)).toMatchObject({ failed: 'unreachable', detail: 'a private address' })
    const elsewhere = zoomProvider(fake.settings, clock)
    const { origin } = fake.world
    fake.world.origin = 'http://evil.example'
    expect(await elsewhere.list?.(room)).toMatchObject({ failed: 'provider-error' })
    fake.world.origin = origin
  })

  test('too many in a second are told to wait', async () => {
    const { zoom, room } = await made({ rules: { perSecond: { LIGHT: 3, MEDIUM: 60, HEAVY: 40 } } })
    const outcomes = []
    for (let i = 0; i < 4; i++) outcomes.push(await zoom.grant(room, guest()))
    expect(outcomes.filter((one) => 'failed' in one && one.failed === 'rate-limited')).toHaveLength(2)
  })
})

test('who came is reported once the webinar is over', async () => {
  const { zoom, room, webinar, clock, fake } = await made()
  const somebody = guest()
  const { link: door } = (await zoom.grant(room, somebody)) as Place
  const post = (act: string) => fetch(door, { method: 'POST', body: new URLSearchParams({ act }), redirect: 'manual' })
  expect((await post('join')).status).toBe(303)
  expect(await zoom.listAttendance(room)).toMatchObject({ failed: 'not-found' })
  clock.forward(60_000)
  await post('leave')
  webinar.standing = 'ended'
  expect(await zoom.listAttendance(room)).toEqual([
    {
      ref: webinar.registrants.get(somebody.address)?.id,
      address: somebody.address,
      joinedAt: new Date('2022-03-22T03:00:00Z'),
      leftAt: new Date('2022-03-22T03:01:00Z'),
    },
  ])
  const page = await (await fetch(door, { headers: { 'accept-language': 'ja' } })).text()
  expect(page).toContain('Zoomの代わりの画面')
  expect(await (await fetch(`${fake.origin}/w/1?tk=x`)).text()).toContain('This link lets nobody in.')
})
