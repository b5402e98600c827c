import { beforeAll, expect, test } from 'vitest'
import { unique } from '../../test/factories/people.ts'
import { type TestApplication, testApplication, testStart } from '../../test/harness/application.ts'
import { newTestDatabase } from '../../test/harness/testDatabase.ts'
import { json } from '../platform/db/values.ts'
import { newId } from '../platform/ids.ts'
import { reportClipping } from './coverage/reporting.ts'
import { distribute } from './distribution/distributing.ts'
import { addSubscriber, makeList } from './distribution/lists.ts'
import { confirmDistribution } from './distribution/planning.ts'
import { changeEmbargo } from './embargoing.ts'
import { liftDue } from './lifting.ts'
import { offerPreview } from './previewing.ts'
import { reviseRelease } from './revising.ts'
import { pressRoutes } from './routes.tsx'
import { approveForAll, draftFor, granted, lifts, makeIssuers, readRelease, scopeOf } from './testing/pressRoom.ts'
import { setForm } from './settingForm.ts'
import { withdrawRelease } from './withdrawing.ts'

let app: TestApplication
beforeAll(async () => {
  app = await testApplication({ features: [pressRoutes], database: await newTestDatabase() })
})

/** An event with one accredited journalist, who reads Japanese, and one whose application waits. */
async function accredited(organisationId: string) {
  const [eventId, categoryId] = [newId(), newId()]
  const said = json({ original: 'en' as const, text: { en: 'Signing' } })
  const at = new Date('2022-03-01T00:00:00Z')
  await app.db
    .insertInto('event')
    .values({
      id: eventId,
      slug: `signing-${unique()}`,
      kind: 'signing-ceremony',
      title: said,
      subtitle: null,
      description: null,
      zone: 'Asia/Tokyo',
      begins_at: testStart,
      ends_at: new Date(lifts.instant),
      venue: json({ kind: 'online' as const, provider: 'link' as const }),
      languages: json(['en' as const]),
      interpretation: json([]),
      lead_organisation_id: organisationId,
      agreement_id: null,
      demonstration: false,
      created_by: null,
      created_at: at,
    })
    .execute()
  await app.db
    .insertInto('registration_category')
    .values({
      id: categoryId,
      event_id: eventId,
      kind: 'press',
      position: 1,
      title: said,
      opens_at: null,
      closes_at: testStart,
      closes_inclusive: true,
      zone: 'Asia/Tokyo',
      capacity: null,
      cap_per_affiliation: null,
      needs_approval: true,
      waiting_list: false,
      late_queue: false,
      fields: json([]),
    })
    .execute()
  const addresses = { confirmed: `sato-${unique()}@example.org`, pending: `suzuki-${unique()}@example.org` }
  for (const [decision, address] of Object.entries(addresses)) {
    const id = newId()
    await app.db
      .insertInto('registration')
      .values({
        id,
        event_id: eventId,
        category_id: categoryId,
        name: json({ order: 'family-first' as const, native: { family: '佐藤', given: '花' } }),
        address,
        address_key: address,
        affiliation: 'Example Shimbun',
        affiliation_key: 'example',
        organisation_id: null,
        person_id: null,
        locale: 'ja',
        time_zone: 'Asia/Tokyo',
        answers: json({}),
        consents: json([]),
        manage_hash: Buffer.from(unique()),
        registered_at: at,
      })
      .execute()
    await app.db
      .insertInto('registration_decision')
      .values({
        id: newId(),
        registration_id: id,
        category_id: categoryId,
        decision: decision as 'confirmed' | 'pending',
        reason: null,
        decided_by: null,
        decided_at: at,
        replaced_at: null,
      })
      .execute()
  }
  return { eventId, ...addresses }
}

const kinds = async (address: string) => (await app.mailsTo(address)).map(({ kind }) => kind).toReversed()

test('mails go out at the lifting, once a person, in their language, with the way out; then corrections and the withdrawal', async () => {
  app.services.clock.set(testStart)
  const issuers = await makeIssuers(app)
  const [first] = issuers
  const scope = await scopeOf(app, first!.manager)
  const event = await accredited(first!.id)
  const lists = [
    granted(await makeList(app.services, scope, first!.id, { name: 'Health', isOpen: false })).id,
    granted(await makeList(app.services, scope, first!.id, { name: 'Trade', isOpen: false })).id,
  ]
  const reader = `reader-${unique()}@example.org`
  const subscriber = { name: 'Kim', outlet: 'The Example', locale: 'en' as const, consent: 'Asked by telephone.' }
  // On both lists, spelt in two ways.
  granted(await addSubscriber(app.services, scope, lists[0]!, { ...subscriber, address: reader }))
  granted(await addSubscriber(app.services, scope, lists[1]!, { ...subscriber, address: reader.toUpperCase() }))
  const { id, word } = await draftFor(app, issuers, { eventId: event.eventId })
  const audience = { toAccredited: true, listIds: lists }
  granted(await confirmDistribution(app.services, scope, id, audience))
  granted(await confirmDistribution(app.services, scope, id, audience))
  await approveForAll(app, id, issuers)
  await app.drain()
  expect(await distribute(app.services, id)).toEqual({ mailed: 0 })
  app.services.clock.set(new Date(lifts.instant))
  await liftDue(app.services)
  await Promise.all([distribute(app.services, id), distribute(app.services, id)])
  await app.drain()
  expect(await kinds(event.pending)).toEqual([])
  const [japanese] = await app.mailsTo(event.confirmed)
  expect(japanese?.subject).toBe(`表題 ${word}`)
  expect(japanese?.text).toContain('佐藤 花 様')
  const english = await app.mailsTo(reader)
  expect(english).toHaveLength(1)
  expect(english[0]?.headers['List-Unsubscribe']).toMatch(/^<http:\/\/localhost:3000\/en\/mailings\/[\w-]+>$/)

  // The way out is a button, and no mail follows.
  const leave = new URL(english[0]?.headers['List-Unsubscribe']?.slice(1, -1) ?? '').pathname
  expect(await (await app.get(leave)).text()).toContain('No more mails')
  expect(await (await app.post(`${leave}/end`)).text()).toContain('not on the list any more')
  expect((await app.get(`${leave.slice(0, -4)}AAAA`)).status).toBe(410)

  app.services.clock.forward(60_000)
  const { newest } = await readRelease(app, id)
  granted(
    await reviseRelease(app.services, scope, id, {
      basedOn: newest.revision,
      title: { original: 'en', text: newest.content.title.text },
      body: { original: 'en', text: { en: 'Right.', ja: '正しい本文。' } },
      reason: { original: 'en', text: { en: 'A wrong figure.', ja: '数値の誤り。' } },
    }),
  )
  await app.drain()
  expect(await kinds(event.confirmed)).toEqual(['press-release'])
  await approveForAll(app, id, issuers)
  await app.drain()
  const [correction] = await app.mailsTo(event.confirmed)
  expect(correction?.text).toContain('数値の誤り。')
  expect(await kinds(reader)).toEqual(['press-release'])
  granted(await withdrawRelease(app.services, scope, id, { organisationId: first!.id, reason: 'All of it was wrong.' }))
  await app.drain()
  expect(await kinds(event.confirmed)).toEqual(['press-release', 'press-correction', 'press-withdrawal'])
})

test('whoever holds a text under embargo is told when it moves, and when the release is stopped', async () => {
  app.services.clock.set(testStart)
  const issuers = await makeIssuers(app)
  const scope = await scopeOf(app, issuers[0]!.manager)
  const { id } = await draftFor(app, issuers, { offersEmbargoed: true })
  const address = `holder-${unique()}@example.org`
  const journalist = { name: 'Kim', outlet: 'The Example', address, locale: 'en' as const, timeZone: 'Europe/Paris' }
  expect(await offerPreview(app.services, scope, id, journalist)).toEqual({ refused: 'unapproved' })
  await approveForAll(app, id, issuers)
  granted(await offerPreview(app.services, scope, id, journalist))
  app.services.clock.forward(60_000)
  const { embargo } = await readRelease(app, id)
  const later = { instant: '2022-03-23T09:00:00Z', zone: 'Asia/Tokyo' }
  const change = { organisationId: issuers[0]!.id, lifts: later, uponSignature: false, reason: 'Moved.' }
  granted(await changeEmbargo(app.services, scope, id, { ...change, basedOn: embargo.id }))
  await app.drain()
  const [moved] = await app.mailsTo(address)
  expect(moved?.text).toContain('10:00 in Paris · 18:00')
  const other = await makeIssuers(app, 1)
  expect(await offerPreview(app.services, await scopeOf(app, other[0]!.manager), id, journalist)).toEqual({
    refused: 'not-yours',
  })
  granted(await withdrawRelease(app.services, scope, id, { organisationId: issuers[0]!.id, reason: 'No signing.' }))
  await app.drain()
  expect(await kinds(address)).toEqual(['press-preview', 'press-embargo', 'press-withdrawal'])
})

test('somebody joins an open list by their own mailbox, and nobody learns who is on it', async () => {
  app.services.clock.set(testStart)
  const [issuer] = await makeIssuers(app, 1)
  const scope = await scopeOf(app, issuer!.manager)
  const { id: listId } = granted(await makeList(app.services, scope, issuer!.id, { name: 'All', isOpen: true }))
  const room = `/en/press/${issuer!.slug}`
  const address = `self-${unique()}@example.org`
  const form = { listId, person: 'Kim', outlet: 'The Example', address, language: 'en', agreed: 'yes' }
  const refused = await app.post(`${room}/subscription`, { ...form, agreed: '', address: 'nobody' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('value="nobody"')
  const asked = await (await app.post(`${room}/subscription`, form)).text()
  const again = await (await app.post(`${room}/subscription`, form)).text()
  expect(again).toBe(asked)
  const mails = await app.mailsTo(address)
  expect(mails).toHaveLength(1)
  const link = new URL(/http\S+\/mailings\/\S+/.exec(mails[0]?.text ?? '')?.[0] ?? '').pathname
  const rows = () => app.db.selectFrom('press_subscription').selectAll().where('list_id', '=', listId).execute()
  await app.get(link)
  expect((await rows())[0]?.confirmed_at).toBeNull()
  await app.post(`${link}/confirmation`)
  expect((await rows())[0]?.confirmed_at).toEqual(testStart)
  expect((await rows())[0]?.consent.words).toContain('I want to get releases of')
})

test('coverage is collected once the release is public, and shown as the press office says', async () => {
  app.services.clock.set(testStart)
  const issuers = await makeIssuers(app)
  const scope = await scopeOf(app, issuers[1]!.coordinator)
  const { id, slug } = await draftFor(app, issuers)
  const clipping = {
    url: 'https://example.org/knot',
    outlet: 'The Example',
    publishedOn: '2022-03-23',
    language: 'nl',
    headline: 'Vijf clusters leggen een knoop',
    shown: true,
  }
  expect(await reportClipping(app.services, scope, id, clipping)).toEqual({ refused: 'not-public' })
  await approveForAll(app, id, issuers)
  app.services.clock.set(new Date(lifts.instant))
  granted(await reportClipping(app.services, scope, id, clipping))
  expect(await reportClipping(app.services, scope, id, clipping)).toEqual({ refused: 'already-listed' })
  granted(
    await reportClipping(app.services, scope, id, {
      ...clipping,
      url: `${clipping.url}2`,
      headline: 'Intern',
      shown: false,
    }),
  )
  const page = await (await app.get(`/en/releases/${slug}`)).text()
  expect(page).toContain('lang="nl"')
  expect(page).not.toContain('Intern')
})

test('the official form is set from the event on record, and approvals fall with it', async () => {
  app.services.clock.set(testStart)
  const issuers = await makeIssuers(app)
  const scope = await scopeOf(app, issuers[0]!.manager)
  const { eventId } = await accredited(issuers[0]!.id)
  const { id, slug } = await draftFor(app, issuers, { eventId })
  await approveForAll(app, id, issuers)
  const cookie = await app.signIn(issuers[0]!.manager)
  expect((await app.post(`/ja/releases/${slug}/form`, { from: 'event', basedOn: '1' }, { cookie })).status).toBe(303)
  expect((await app.post(`/ja/releases/${slug}/form`, { from: 'event', basedOn: '1' }, { cookie })).status).toBe(409)
  const release = await readRelease(app, id)
  expect(release.standing).toBe('unapproved')
  expect(release.newest.content.record?.issuedOn).toBe('2022-03-22')
  expect(await (await app.get(`/ja/releases/${slug}`, { cookie })).text()).toContain('報道関係者各位')
  const other = await makeIssuers(app, 1)
  const stranger = await scopeOf(app, other[0]!.manager)
  expect(await setForm(app.services, stranger, id, { from: 'none', basedOn: 2 })).toEqual({ refused: 'not-yours' })
  granted(await setForm(app.services, scope, id, { from: 'none', basedOn: 2 }))
  expect((await readRelease(app, id)).newest.content.composed).toBeNull()
})
