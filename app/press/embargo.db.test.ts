import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { type TestApplication, testApplication, testStart } from '../../test/harness/application.ts'
import { databaseKind, newTestDatabase } from '../../test/harness/testDatabase.ts'
import { draftAgreement } from '../agreements/drafting.ts'
import { approveRelease, withdrawReleaseApproval } from './approving.ts'
import { changeEmbargo } from './embargoing.ts'
import { liftDue } from './lifting.ts'
import { reviseRelease } from './revising.ts'
import { pressRoutes } from './routes.tsx'
import {
  approveFor,
  approveForAll,
  draftFor,
  granted,
  lifts,
  makeIssuers,
  readRelease,
  scopeOf,
  type TestIssuer,
} from './testing/pressRoom.ts'
import { withdrawRelease } from './withdrawing.ts'

let app: TestApplication
let issuers: TestIssuer[]
let scopes: Awaited<ReturnType<typeof scopeOf>>[]
beforeAll(async () => {
  app = await testApplication({ features: [pressRoutes], database: await newTestDatabase() })
  issuers = await makeIssuers(app)
  scopes = await Promise.all(issuers.map(({ manager }) => scopeOf(app, manager)))
})

const at = (minutes: number) => new Date(testStart.getTime() + minutes * 60_000)
const moment = (minutes: number) => ({ instant: at(minutes).toISOString(), zone: 'Asia/Tokyo' })
const start = () => app.services.clock.set(testStart)
const statusesOf = async (slug: string) =>
  Promise.all(['en', 'ja'].map(async (locale) => (await app.get(`/${locale}/releases/${slug}`)).status))

async function rewrite(id: string, text: string, reason?: string) {
  const { newest } = await readRelease(app, id)
  return reviseRelease(app.services, scopes[0]!, id, {
    basedOn: newest.revision,
    title: { original: 'en', text: newest.content.title.text },
    body: { original: 'en', text: { en: text, ja: `${text}の訳` } },
    ...(reason ? { reason: { original: 'en', text: { en: reason } } } : {}),
  })
}

const liftingsOf = (id: string) =>
  app.db.selectFrom('release_lifting').selectAll().where('release_id', '=', id).execute()

test('an edit makes every approval void, also when the old text comes back', async () => {
  start()
  const { id } = await draftFor(app, issuers)
  const { newest } = await readRelease(app, id)
  const body = newest.content.body?.text.en ?? ''
  await approveForAll(app, id, issuers)
  expect((await readRelease(app, id)).standing).toBe('held')
  granted(await rewrite(id, 'Another text.'))
  expect((await readRelease(app, id)).standing).toBe('unapproved')
  const stale = { organisationId: issuers[0]!.id, revision: newest.revision, contentSha256: newest.sha256 }
  expect(await approveRelease(app.services, scopes[0]!, id, stale)).toEqual({ refused: 'text-changed' })
  granted(await rewrite(id, body))
  expect((await readRelease(app, id)).standing).toBe('unapproved')
})

test('of an approval and an edit at the same moment, what was not read is never approved', async () => {
  start()
  const { id, slug } = await draftFor(app, issuers)
  granted(await approveFor(app, id, issuers[1]!))
  app.services.clock.set(at(61))
  // Read before the race: whoever reads the edited text may approve that.
  const { newest } = await readRelease(app, id)
  const scope = await scopeOf(app, issuers[0]!.manager)
  const read = { organisationId: issuers[0]!.id, revision: newest.revision, contentSha256: newest.sha256 }
  const [approval, edit] = await Promise.all([
    approveRelease(app.services, scope, id, read),
    rewrite(id, 'Written at the last minute.'),
  ])
  const release = await readRelease(app, id)
  if ('approved' in approval) {
    // It was lifted with the last approval, so that the edit needed a reason and came to nothing.
    expect(edit).toEqual({ refused: 'reason-missing' })
    expect(release.shown?.revision).toBe(1)
  } else {
    expect(approval).toEqual({ refused: 'text-changed' })
    expect(release.shown).toBeNull()
  }
  expect(await (await app.get(`/en/releases/${slug}`)).text()).not.toContain('last minute')
})

test('an issuer whose clock is fast lifts nothing: only the server’s clock counts', async () => {
  start()
  const { id, slug } = await draftFor(app, issuers)
  await approveForAll(app, id, issuers)
  // A request may claim any time; a program of an issuer may run ahead.
  const early = await app.app.request(`/en/releases/${slug}`, { headers: { date: at(600).toUTCString() } })
  expect(early.status).toBe(404)
  app.services.clock.set(at(59))
  await liftDue(app.services)
  expect(await statusesOf(slug)).toEqual([404, 404])
  app.services.clock.set(at(60))
  expect(await statusesOf(slug)).toEqual([200, 200])
  const [first, second] = await Promise.all([liftDue(app.services), liftDue(app.services)])
  expect([...first.lifted, ...second.lifted].filter((one) => one === id)).toHaveLength(1)
  expect(await liftDue(app.services)).toEqual({ lifted: [] })
  const [lifting] = await liftingsOf(id)
  expect(lifting?.lifted_at).toEqual(new Date(lifts.instant))
})

test('a sweep that comes late writes down when it really became public, and an edit before it is a correction', async () => {
  start()
  const { id, slug } = await draftFor(app, issuers)
  await approveForAll(app, id, issuers)
  app.services.clock.set(at(90))
  expect(await rewrite(id, 'Too late for an edit.')).toEqual({ refused: 'reason-missing' })
  const [lifting] = await liftingsOf(id)
  expect([lifting?.lifted_at, lifting?.noted_at]).toEqual([at(60), at(90)])
  granted(await rewrite(id, 'Corrected text.', 'A figure was wrong.'))
  const shown = async () => (await app.get(`/en/releases/${slug}`)).text()
  expect(await shown()).not.toContain('Corrected text.')
  granted(await approveFor(app, id, issuers[0]!))
  expect(await shown()).not.toContain('Corrected text.')
  granted(await approveFor(app, id, issuers[1]!))
  expect(await shown()).toContain('Corrected text.')
  expect(await shown()).toContain('A figure was wrong.')
  const comparison = await app.get(`/en/releases/${slug}/corrections/2`)
  expect(comparison.status).toBe(200)
  expect(await comparison.text()).toContain('<del>')
  expect((await app.get(`/en/releases/${slug}/corrections/1`)).status).toBe(404)
})

test('any issuer postpones and approvals stand; bringing it forward is the lead’s, and makes them void', async () => {
  start()
  const { id, slug } = await draftFor(app, issuers)
  await approveForAll(app, id, issuers)
  const change = async (by: number, minutes: number | null) => {
    const { embargo } = await readRelease(app, id)
    return changeEmbargo(app.services, scopes[by]!, id, {
      organisationId: issuers[by]!.id,
      lifts: minutes === null ? null : moment(minutes),
      uponSignature: false,
      reason: 'The signing has moved.',
      basedOn: embargo.id,
    })
  }
  expect(await change(1, 120)).toEqual({ postponed: true })
  expect((await readRelease(app, id)).standing).toBe('held')
  expect(await change(1, 30)).toEqual({ refused: 'not-yours' })
  expect(await change(1, null)).toEqual({ refused: 'not-yours' })
  app.services.clock.set(at(60))
  expect(await statusesOf(slug)).toEqual([404, 404])
  expect(await change(0, 30)).toEqual({ postponed: false })
  expect((await readRelease(app, id)).standing).toBe('unapproved')
  expect(await statusesOf(slug)).toEqual([404, 404])
  await approveForAll(app, id, issuers)
  expect(await statusesOf(slug)).toEqual([200, 200])
  expect(await change(0, 300)).toEqual({ refused: 'public' })
})

test('a stopped release is never heard of; a withdrawn one says so and keeps its text to itself', async () => {
  start()
  const stopped = await draftFor(app, issuers)
  const taken = await draftFor(app, issuers)
  await approveForAll(app, taken.id, issuers)
  const withdrawal = { organisationId: issuers[1]!.id, reason: 'A partner is missing.' }
  expect(await withdrawRelease(app.services, scopes[1]!, stopped.id, withdrawal)).toMatchObject({ wasPublic: false })
  app.services.clock.set(at(61))
  expect(await withdrawRelease(app.services, scopes[1]!, taken.id, withdrawal)).toMatchObject({ wasPublic: true })
  expect(await approveFor(app, stopped.id, issuers[0]!)).toEqual({ refused: 'withdrawn' })
  expect(await statusesOf(stopped.slug)).toEqual([404, 404])
  expect(await statusesOf(taken.slug)).toEqual([410, 410])
  const page = await (await app.get(`/en/releases/${taken.slug}`)).text()
  expect(page).toContain('A partner is missing.')
  expect(page).not.toContain(taken.word)
  expect(await withdrawRelease(app.services, scopes[0]!, taken.id, withdrawal)).toEqual({ refused: 'not-yours' })
})

test('a release that waits for the signature waits with it, and opens when the last one lands', async () => {
  start()
  const agreement = granted(
    await draftAgreement(app.services, await scopeOf(app, issuers[0]!.coordinator), {
      kind: 'memorandum',
      languages: ['en'],
      title: { en: 'Memorandum' },
      preamble: { en: 'The parties agree.' },
      parties: issuers.map(({ id: organisationId }) => ({ organisationId })),
      clauses: [{ slug: 'purpose', binding: false, texts: { en: { heading: 'Purpose', body: 'To agree.' } } }],
      termMonths: 24,
      noticeMonths: 3,
      leadOrganisationId: issuers[0]!.id,
    }),
  )
  const embargo = { lifts, uponSignature: true }
  const { id, slug } = await draftFor(app, issuers, { agreementId: agreement.id, embargo })
  await approveForAll(app, id, issuers)
  // The signing was postponed: the hour passes, and nothing opens.
  app.services.clock.set(at(24 * 60))
  await liftDue(app.services)
  expect(await statusesOf(slug)).toEqual([404, 404])
  const signed = { agreement_id: agreement.id, in_force_from: at(24 * 60 + 5), in_force_until: '2024-03-23' }
  await app.db.insertInto('entry_into_force').values(signed).execute()
  expect(await statusesOf(slug)).toEqual([404, 404])
  app.services.clock.set(at(24 * 60 + 5))
  expect(await statusesOf(slug)).toEqual([200, 200])
  await liftDue(app.services)
  expect((await liftingsOf(id))[0]?.lifted_at).toEqual(at(24 * 60 + 5))
})

type Act = {
  act: 'approve' | 'unapprove' | 'edit' | 'later' | 'sooner' | 'wait' | 'sweep' | 'stop'
  by: 0 | 1
  minutes: number
}

const often = ['approve', 'approve', 'approve', 'edit', 'edit', 'wait', 'wait', 'wait'] as const
const sometimes = ['unapprove', 'later', 'sooner', 'sweep', 'stop'] as const

const act: fc.Arbitrary<Act> = fc.record({
  act: fc.constantFrom(...often, ...sometimes),
  by: fc.constantFrom(0, 1),
  minutes: fc.integer({ min: 0, max: 70 }),
})

/** Half of all runs begin where it gets interesting: everybody has approved. */
const acts: fc.Arbitrary<Act[]> = fc
  .tuple(fc.boolean(), fc.array(act, { minLength: 4, maxLength: 10 }))
  .map(([approved, then]) => [
    ...(approved ? ([0, 1] as const).map((by) => ({ act: 'approve' as const, by, minutes: 0 })) : []),
    ...then,
  ])

/** A model that knows the rule alone: who has approved the newest text, and from when it may be read. */
type Model = { approved: Set<number>; lifts: number; now: number; isPublic: boolean; stopped: boolean }

test('whatever its makers do, strangers see it after the instant and all approvals and never before, in every language at once', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (performed) => {
      start()
      const { id, slug } = await draftFor(app, issuers)
      const model: Model = { approved: new Set(), lifts: 60, now: 45, isPublic: false, stopped: false }
      app.services.clock.set(at(model.now))
      for (const one of performed) {
        await perform(id, one, model)
        if (!model.stopped && model.approved.size === 2 && model.now >= model.lifts) model.isPublic = true
        const expected = model.stopped ? (model.isPublic ? 410 : 404) : model.isPublic ? 200 : 404
        expect(await statusesOf(slug)).toEqual([expected, expected])
      }
    }),
    { numRuns: databaseKind() === 'server' ? 12 : 4 },
  )
})

async function perform(id: string, { act, by, minutes }: Act, model: Model): Promise<void> {
  const scope = scopes[by]!
  const organisationId = issuers[by]!.id
  const open = !model.isPublic && !model.stopped
  if (act === 'wait') {
    model.now += minutes
    app.services.clock.set(at(model.now))
  }
  if (act === 'sweep') await liftDue(app.services)
  if (act === 'approve' && 'approved' in (await approveFor(app, id, issuers[by]!))) model.approved.add(by)
  if (act === 'unapprove') {
    const outcome = await withdrawReleaseApproval(app.services, scope, id, organisationId)
    if (open) model.approved.delete(by)
    else expect(outcome).toHaveProperty('refused')
  }
  if (act === 'edit' && !('refused' in (await rewrite(id, `Text ${minutes}.${model.now}.${Math.random()}`)))) {
    expect(open).toBe(true)
    model.approved.clear()
  }
  if (act === 'stop') {
    await withdrawRelease(app.services, scope, id, { organisationId, reason: 'It is over.' })
    model.stopped = true
  }
  if (act === 'later' || act === 'sooner') {
    const wanted = act === 'later' ? model.lifts + minutes : model.lifts - minutes
    const { embargo } = await readRelease(app, id)
    const change = { organisationId, lifts: moment(wanted), uponSignature: false, reason: 'So.', basedOn: embargo.id }
    const outcome = await changeEmbargo(app.services, scope, id, change)
    if ('refused' in outcome) return
    expect(open).toBe(true)
    model.lifts = wanted
    if (!outcome.postponed) model.approved.clear()
  }
}
