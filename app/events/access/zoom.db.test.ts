import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aCategory, makeEvent } from '../../../test/factories/events.ts'
import { makeOrganisation } from '../../../test/factories/organisations.ts'
import { makePerson, makeRole, unique } from '../../../test/factories/people.ts'
import { testApplication, type TestApplication } from '../../../test/harness/application.ts'
import { admitPerson } from '../../accounts/admitting.ts'
import type { Scope } from '../../accounts/scope.ts'
import { json } from '../../platform/db/values.ts'
import { hashToken, newId, newToken } from '../../platform/ids.ts'
import { attendanceOf, takeReports } from './attending.ts'
import { reviewAccess } from './granting.ts'
import { letPeopleIn } from './jobs.ts'
import { planAccess } from './planning.ts'
import { signed } from './providers/zoom/fake/delivering.ts'
import { startZoomFake, type ZoomFake } from './providers/zoom/fake/server.ts'
import { join, leave } from './providers/zoom/fake/visits.ts'
import { beginWebinar, endWebinar } from './providers/zoom/fake/webinars.ts'
import type { Webinar } from './providers/zoom/fake/world.ts'
import { zoomProvider } from './providers/zoom/provider.ts'
import { accessConsole } from './queries.ts'
import { eventBySlug } from '../queries.ts'

const minute = 60_000
const start = new Date('2022-03-22T03:00:00Z')

let at: TestApplication
let zoom: ZoomFake
beforeAll(async () => {
  at = await testApplication()
})
beforeEach(async () => {
  at.services.clock.set(start)
  await zoom?.close()
  const rules = { perSecond: { LIGHT: 10_000, MEDIUM: 10_000, HEAVY: 10_000 } }
  zoom = await startZoomFake({ clock: at.services.clock, rules, timeout: 1000 })
  at.services.webinars = zoomProvider(zoom.settings, at.services.clock)
})
afterAll(() => zoom.close())

const made: string[] = []

/** A ceremony in Kobe at 17:00, four hours from now, for which guests and speakers register. */
async function gathering() {
  const lead = await makeOrganisation(at.db, { country: 'JP', timeZone: 'Asia/Tokyo' })
  const officer = await makePerson(at.db)
  await makeRole(at.db, officer, 'coordinator', lead.id)
  const scope = (await admitPerson(at.db, officer.id, { via: 'session', tokenScopes: null })) as Scope
  const speakers = aCategory({ kind: 'speaker', title: { original: 'en', text: { en: 'Speakers' } } })
  const event = await makeEvent(at.db, { lead, categories: [aCategory(), speakers] })
  // Those before are over: every round looks at all that is to come.
  const past = { begins_at: new Date('2021-03-22T08:00:00Z'), ends_at: new Date('2021-03-22T09:00:00Z') }
  if (made.length > 0) await at.db.updateTable('event').set(past).where('id', 'in', made).execute()
  made.push(event.id)
  const releasesAt = new Date('2022-03-22T03:15:00Z')
  await planAccess(at.services, scope, event.id, { provider: 'zoom-webinar', releasesAt, zone: 'Asia/Tokyo' })
  // Straight into the rows: how somebody registers is tested where it belongs.
  const come = async (kind: 'guest' | 'speaker' = 'guest') => {
    const [id, category] = [newId(), event.categories[kind] ?? '']
    const address = `${unique()}@press.example`
    const name = { order: 'given-first' as const, native: { family: 'Guest', given: 'Demonstration' } }
    await at.db
      .insertInto('registration')
      .values({
        id,
        event_id: event.id,
        category_id: category,
        name: json(name),
        address,
        address_key: address,
        affiliation: null,
        affiliation_key: null,
        organisation_id: null,
        person_id: null,
        locale: 'de',
        time_zone: 'Europe/Berlin',
        answers: json({}),
        consents: json([]),
        manage_hash: hashToken(newToken()),
        registered_at: start,
      })
      .execute()
    await decide(id, 'confirmed')
    return { address, registrationId: id }
  }
  const decide = async (registrationId: string, decision: 'confirmed' | 'declined') => {
    const { category_id } = await at.db
      .selectFrom('registration')
      .select('category_id')
      .where('id', '=', registrationId)
      .executeTakeFirstOrThrow()
    const own = { registration_id: registrationId, category_id }
    await at.db
      .updateTable('registration_decision')
      .set({ replaced_at: start })
      .where('registration_id', '=', registrationId)
      .execute()
    const row = { id: newId(), ...own, decision, reason: null, decided_by: null, decided_at: start, replaced_at: null }
    await at.db.insertInto('registration_decision').values(row).execute()
    await reviewAccess(at.services, registrationId)
  }
  const states = async () => {
    const view = await eventBySlug(at.db, scope, event.slug)
    const console = view && (await accessConsole(at.db, scope, view))
    return (console?.entries ?? []).map(({ state, failure }) => (failure ? `${state}: ${failure.code}` : state))
  }
  const webinar = () => [...zoom.world.webinars.values()].find(({ agenda }) => agenda.endsWith(event.slug)) as Webinar
  const round = (minutes = 0) => {
    at.services.clock.forward(minutes * minute)
    return letPeopleIn(at.services)
  }
  return { event, scope, come, decide, states, webinar, round }
}

describe('letting people into a webinar', () => {
  test('guests are registered, speakers are panelists, and only the confirmed', async () => {
    const { come, decide, states, webinar, round } = await gathering()
    const guest = await come()
    await come('speaker')
    const other = await come()
    await round()
    expect(await states()).toEqual(['ready', 'ready', 'ready'])
    expect([webinar().registrants.size, webinar().panelists.size]).toEqual([2, 1])
    await decide(other.registrationId, 'declined')
    await round()
    const statusOf = (address: string) => webinar().registrants.get(address)?.status
    expect([statusOf(guest.address), statusOf(other.address)]).toEqual(['approved', 'denied'])
  })

  test('an event that moves takes its webinar along, and one that is called off closes it', async () => {
    const { event, come, webinar, round } = await gathering()
    await come()
    await round()
    const moved = { begins_at: new Date('2022-03-22T09:00:00Z'), ends_at: new Date('2022-03-22T10:00:00Z') }
    await at.db.updateTable('event').set(moved).where('id', '=', event.id).execute()
    await round(1)
    expect(webinar()).toMatchObject({ startTime: '2022-03-22T09:00:00Z', duration: 60 })
    const cancellation = { event_id: event.id, reason: null, cancelled_by: null, cancelled_at: start }
    await at.db.insertInto('event_cancellation').values(cancellation).execute()
    await round(1)
    expect(webinar()).toBeUndefined()
  })

  test('only from more than twenty on the heavy call is used', async () => {
    const { come, webinar, round } = await gathering()
    const heavy = () => zoom.world.calls.filter((call) => call.includes('batch')).length
    for (let i = 0; i < 20; i++) await come()
    await round()
    expect([webinar().registrants.size, heavy()]).toEqual([20, 0])
    for (let i = 0; i < 21; i++) await come()
    await round()
    expect([webinar().registrants.size, heavy()]).toEqual([41, 1])
  })

  test('down at the release: nobody is sent anything, nobody is asked for twice in a round, and all get in later', async () => {
    const { come, states, round } = await gathering()
    await come()
    await round()
    const late = [await come(), await come(), await come()]
    const asked = () => zoom.world.calls.filter((call) => call.startsWith('POST /v2/webinars/:id/registrants')).length
    const before = asked()
    zoom.fail({ on: '/registrants', what: { status: 429 } })
    await round(15)
    expect(await states()).toEqual(['sent', ...late.map(() => 'failed: rate-limited')])
    expect(asked() - before).toBe(1)
    await round(60)
    expect(await states()).toEqual(['sent', 'sent', 'sent', 'sent'])
    await at.drain()
    const mails = (await at.mailsTo(late[0]?.address ?? '')).filter(({ kind }) => kind === 'event-access')
    expect(mails).toHaveLength(1)
  })

  test('a day’s limit waits for midnight in UTC, a short one as long as it says', async () => {
    const { event, come, states, webinar, round } = await gathering()
    const guest = await come()
    const adds = `${start.toISOString().slice(0, 10)} adds ${guest.address}`
    zoom.world.counters.set(adds, 3)
    await round()
    expect(await states()).toEqual(['failed: daily-limit'])
    const failure = await at.db
      .selectFrom('access_failure')
      .selectAll()
      .where('grant_id', 'in', ofEvent(event.id))
      .executeTakeFirst()
    expect(failure?.retry_at).toEqual(new Date('2022-03-23T00:00:00Z'))
    const asked = zoom.world.calls.length
    await round(5)
    expect(zoom.world.calls.length).toBe(asked)

    const other = await come()
    zoom.fail({ on: '/registrants', what: { status: 429, retryAfter: '600' } })
    await round()
    await round(9)
    expect(webinar().registrants.has(other.address)).toBe(false)
    await round(1)
    expect(webinar().registrants.get(other.address)?.status).toBe('approved')
  })

  test('what was done there and not noted here is found by comparing, without asking for it again', async () => {
    const { event, come, decide, states, webinar, round } = await gathering()
    const guest = await come()
    zoom.fail({ on: 'POST /v2/webinars', what: { status: 500, afterTheWork: true } })
    await round()
    expect(await states()).toEqual(['failed: provider-error'])
    zoom.world.counters.set(`2022-03-22 adds ${guest.address}`, 3)
    await round(2)
    expect(await states()).toEqual(['ready'])

    // Killed between the grant and its note; revoked before the next round.
    const other = await come()
    zoom.fail({ on: 'POST /v2/webinars', what: { status: 500, afterTheWork: true } })
    await round()
    await decide(other.registrationId, 'declined')
    expect(webinar().registrants.get(other.address)?.status).toBe('approved')
    await round(60)
    expect(webinar().registrants.get(other.address)?.status).toBe('denied')

    // Somebody is deleted by hand over there: our list says so, and the way in is made anew.
    webinar().registrants.delete(guest.address)
    zoom.world.counters.clear()
    await round(61)
    await round(60)
    expect(webinar().registrants.get(guest.address)?.status).toBe('approved')
    expect(await attendanceOf(at.db, event.id)).toEqual([])
  })

  test('two rounds at once ask once', async () => {
    const { come, round } = await gathering()
    for (let i = 0; i < 3; i++) await come()
    await Promise.all([round(), round(), round()])
    expect(zoom.world.calls.filter((call) => call === 'POST /v2/webinars/:id/registrants 201')).toHaveLength(3)
  })
})

/** Zoom's letters come to us by a server that the fake posts to; here they are put in by hand. */
async function deliver(mischief: 'none' | 'twice' | 'backwards' = 'none'): Promise<number[]> {
  const letters = zoom.world.queue.splice(0).map(({ body }) => body)
  const order = { none: letters, twice: letters.flatMap((one) => [one, one]), backwards: letters.toReversed() }[
    mischief
  ]
  const statuses: number[] = []
  for (const body of order) statuses.push((await webhook(body)).status)
  return statuses
}

const webhook = (body: string, headers = signed(zoom.world, body)) =>
  Promise.resolve(at.app.request(`${at.services.config.origin}/webhooks/zoom`, { method: 'POST', body, headers }))

describe('what Zoom tells us', () => {
  test.each(['none', 'twice', 'backwards'] as const)('makes the same attendance, delivered %s', async (mischief) => {
    const { event, come, webinar, round } = await gathering()
    const people = [await come(), await come(), await come('speaker')]
    await round()
    zoom.world.subscriptions.push('https://musubi.example/webhooks/zoom')
    at.services.clock.set(new Date('2022-03-22T08:00:00Z'))
    beginWebinar(zoom.world, webinar())
    const tokenOf = (address: string) =>
      webinar().registrants.get(address)?.token ?? webinar().panelists.get(address)?.token ?? ''
    const [first, second, third] = people.map(({ address }) => join(zoom.world, webinar(), tokenOf(address)))
    at.services.clock.forward(10 * minute)
    if (first) leave(zoom.world, webinar(), first)
    at.services.clock.forward(minute)
    join(zoom.world, webinar(), tokenOf(people[0]?.address ?? ''))
    at.services.clock.forward(4 * minute)
    if (second) leave(zoom.world, webinar(), second)
    expect(third?.left).toBeNull()
    const statuses = await deliver(mischief)
    expect(new Set(statuses)).toEqual(new Set([204]))
    const minutes = new Map((await attendanceOf(at.db, event.id)).map((one) => [one.registrationId, one.minutes]))
    expect(people.map(({ registrationId }) => minutes.get(registrationId))).toEqual([39, 15, 40])

    // What of it never came to us is in the report, and nothing is counted twice.
    at.services.clock.set(new Date('2022-03-22T08:40:00Z'))
    endWebinar(zoom.world, webinar())
    await takeReports(at.services)
    const taken = await at.db
      .selectFrom('attendance')
      .innerJoin('registration', 'registration.id', 'attendance.registration_id')
      .select(['came', 'source', 'minutes'])
      .where('event_id', '=', event.id)
      .where('attendance.replaced_at', 'is', null)
      .orderBy('registration.arrival')
      .execute()
    expect(taken.map(({ minutes }) => minutes)).toEqual([39, 15, 40])
    const marks = await at.db.selectFrom('attendance_mark').select('id').where('event_id', '=', event.id).execute()
    expect(marks).toHaveLength(8)
  })

  test('is believed by the signature over the bytes as they came, and by a fresh one only', async () => {
    const pretty = JSON.stringify({ event: 'webinar.started', event_ts: 1, payload: { object: { id: '1' } } }, null, 2)
    expect((await webhook(pretty)).status).toBe(204)
    const forged = signed({ ...zoom.world, account: { ...zoom.world.account, webhookSecret: 'guessed' } }, pretty)
    expect((await webhook(pretty, forged)).status).toBe(401)
    expect((await webhook(`${pretty} `, signed(zoom.world, pretty))).status).toBe(401)
    const old = signed(zoom.world, pretty)
    at.services.clock.forward(5 * minute + 1000)
    expect((await webhook(pretty, old)).status).toBe(401)
    expect((await webhook(pretty, {})).status).toBe(401)
    expect((await webhook('not JSON')).status).toBe(401)
    delete at.services.webinars
    expect((await webhook(pretty)).status).toBe(404)
  })

  test('begins with a question whether we hold the secret', async () => {
    const body = JSON.stringify({
      event: 'endpoint.url_validation',
      event_ts: 1,
      payload: { plainToken: 'qgg8vlvZRS6UYooatFL8Aw' },
    })
    const { createHmac } = await import('node:crypto')
    const encryptedToken = createHmac('sha256', zoom.world.account.webhookSecret)
      .update('qgg8vlvZRS6UYooatFL8Aw')
      .digest('hex')
    expect(await (await webhook(body)).json()).toEqual({ plainToken: 'qgg8vlvZRS6UYooatFL8Aw', encryptedToken })
  })
})

/** Whatever happens in whatever order: after a quiet day, exactly the confirmed are in, each once, each with one address. */
test(
  'in any order of decisions and faults, the list at the provider ends up as ours',
  { timeout: 60_000 },
  async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('come' as const), kind: fc.constantFrom('guest' as const, 'speaker' as const) }),
      fc.record({ do: fc.constantFrom('decline' as const, 'confirm' as const), who: fc.nat(3) }),
      fc.record({ do: fc.constant('round' as const), minutes: fc.constantFrom(0, 1, 7, 61) }),
      fc.record({
        do: fc.constant('fault' as const),
        what: fc.constantFrom(
          { status: 429 as const },
          { status: 429 as const, retryAfter: '120' },
          { status: 500 as const },
          { status: 502 as const, afterTheWork: true },
          { status: 401 as const },
        ),
      }),
      fc.record({ do: fc.constant('crash' as const) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        at.services.clock.set(start)
        zoom.world.faults.length = 0
        zoom.world.counters.clear()
        const { event, come, decide, webinar, round } = await gathering()
        const people: Awaited<ReturnType<typeof come>>[] = []
        const kinds: string[] = []
        const welcome = new Set<string>()
        for (const one of steps) {
          if (one.do === 'come' && people.length < 4) {
            const made = await come(one.kind)
            people.push(made)
            kinds.push(one.kind)
            welcome.add(made.address)
          } else if (one.do === 'decline' || one.do === 'confirm') {
            const somebody = people[one.who]
            if (!somebody) continue
            await decide(somebody.registrationId, one.do === 'confirm' ? 'confirmed' : 'declined')
            if (one.do === 'confirm') welcome.add(somebody.address)
            else welcome.delete(somebody.address)
          } else if (one.do === 'round') await round(one.minutes)
          else if (one.do === 'fault') zoom.fail({ what: one.what })
          // Killed after the work there and before the note here.
          else if (one.do === 'crash')
            await at.db.deleteFrom('access_place').where('grant_id', 'in', ofEvent(event.id)).execute()
        }
        zoom.world.faults.length = 0
        // The event is far away, so that a day’s limits run out before it.
        const far = { begins_at: new Date('2022-03-29T08:00:00Z'), ends_at: new Date('2022-03-29T09:00:00Z') }
        await at.db.updateTable('event').set(far).where('id', '=', event.id).execute()
        for (let hours = 0; hours < 60; hours += 6) await round(6 * 60)
        const inside = webinar()
          ? [...webinar().registrants.values()]
              .filter(({ status }) => status === 'approved')
              .map(({ address }) => address)
          : []
        const seated = webinar() ? [...webinar().panelists.keys()] : []
        expect([...inside, ...seated].toSorted()).toEqual([...welcome].toSorted())
        const open = await at.db
          .selectFrom('access_address')
          .select('grant_id')
          .where('grant_id', 'in', ofEvent(event.id))
          .where('replaced_at', 'is', null)
          .execute()
        expect(open).toHaveLength(welcome.size)
      }),
      { numRuns: Number(process.env['MUSUBI_RUNS'] ?? 6) },
    )
  },
)

const ofEvent = (eventId: string) => at.db.selectFrom('access_grant').select('id').where('event_id', '=', eventId)
