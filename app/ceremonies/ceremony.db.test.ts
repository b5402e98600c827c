import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { testApplication, type TestApplication } from '../../test/harness/application.ts'
import { granted, inTurn, makeAlliance, prepareFor, scopeOf, signFor } from '../agreements/testing/alliance.ts'
import { transaction } from '../platform/db/transaction.ts'
import { json } from '../platform/db/values.ts'
import { newId } from '../platform/ids.ts'
import { abortCeremony } from './aborting.ts'
import { boardOf } from './assembling.ts'
import { beginStage } from './beginning.ts'
import { endCeremony, endStage } from './ending.ts'
import { streamAddress } from './live/address.ts'
import { openQuestions } from './opening.ts'
import { pauseCeremony, resumeCeremony } from './pausing.ts'
import { planCeremony } from './planning.ts'
import { awaitSignatory, markReady, preventSignatory } from './readying.ts'
import { stagesOf } from './reading.ts'
import { inEnglish, landSignature, makeCeremony, planFor, type TestCeremony } from './testing/ceremony.ts'
import { undoMove } from './undoing.ts'

let it: TestApplication
beforeAll(async () => void (it = await testApplication()))

/** Begins the stage of a kind, having seen the newest board. */
const begin = async (ceremony: TestCeremony, kind: string) =>
  beginStage(it.services, ceremony.operator, ceremony.eventId, {
    seen: (await ceremony.board()).seq,
    stageId: ceremony.stage[kind] ?? '',
  })
const seen = async (ceremony: TestCeremony) => ({ seen: (await ceremony.board()).seq })
const stateOf = async (ceremony: TestCeremony) =>
  Object.fromEntries((await ceremony.board()).stages.map((stage) => [stage.kind, stage]))

describe('the run of show', () => {
  test('begins with the stages as they were planned, in five languages if written so', async () => {
    const ceremony = await makeCeremony(it)
    expect(await ceremony.board()).toMatchObject({
      slug: ceremony.slug,
      standing: 'planned',
      currentStageId: null,
      signedCount: 0,
      requiredCount: 2,
      completedAt: null,
      questions: { gate: 'closed', override: null, asked: 0, live: [] },
    })
    expect((await ceremony.board()).stages.map(({ kind }) => kind)).toEqual([
      'rehearsal',
      'opening',
      'signing',
      'photo',
      'closing',
      'questions',
    ])
  })

  test('a stage begins, ends the one before, and skips those in between', async () => {
    const ceremony = await makeCeremony(it)
    granted(await begin(ceremony, 'rehearsal'))
    it.services.clock.forward(60_000)
    granted(await begin(ceremony, 'signing'))
    const stages = await stateOf(ceremony)
    expect(stages['rehearsal']?.endedAt).toBe(it.services.clock.now().toISOString())
    expect(stages['opening']).toMatchObject({ skipped: true, beganAt: null })
    expect((await ceremony.board()).currentStageId).toBe(ceremony.stage['signing'])
    expect(await begin(ceremony, 'opening')).toEqual({ refused: 'stage-is-past' })
  })

  test('two operators do not move it twice, and a double click is one move', async () => {
    const ceremony = await makeCeremony(it)
    const { services } = it
    const other = await scopeOf(it, ceremony.alliance.parties[1]!.manager)
    const before = await seen(ceremony)
    const opening = { ...before, stageId: ceremony.stage['opening'] ?? '' }
    const [first, second] = await Promise.all([
      beginStage(services, ceremony.operator, ceremony.eventId, opening),
      beginStage(services, ceremony.operator, ceremony.eventId, opening),
    ])
    expect(second).toEqual(first)
    expect(await beginStage(services, other, ceremony.eventId, opening)).toEqual({ refused: 'moved-meanwhile' })
    expect(
      await pauseCeremony(services, ceremony.operator, ceremony.eventId, { ...before, reason: inEnglish('Sound') }),
    ).toEqual({ refused: 'moved-meanwhile' })
    // What is no move of the course does not make an operator late.
    const seenNow = await seen(ceremony)
    granted(
      await markReady(services, ceremony.operator, ceremony.eventId, { signatoryId: await firstSignatory(ceremony) }),
    )
    granted(await endStage(services, other, ceremony.eventId, { ...seenNow, stageId: opening.stageId }))
  })

  test('pausing and breaking off say why, and are refused without a reason', async () => {
    const ceremony = await makeCeremony(it)
    const { services } = it
    const { operator, eventId } = ceremony
    granted(await begin(ceremony, 'opening'))
    expect(
      await pauseCeremony(services, operator, eventId, { ...(await seen(ceremony)), reason: inEnglish(' ') }),
    ).toEqual({
      refused: 'without-reason',
    })
    granted(await pauseCeremony(services, operator, eventId, { ...(await seen(ceremony)), reason: inEnglish('Sound') }))
    expect(await ceremony.board()).toMatchObject({ standing: 'paused', standingReason: inEnglish('Sound') })
    expect(await begin(ceremony, 'signing')).toEqual({ refused: 'paused' })
    granted(await resumeCeremony(services, operator, eventId, await seen(ceremony)))
    granted(await abortCeremony(services, operator, eventId, { ...(await seen(ceremony)), reason: inEnglish('Fire') }))
    expect(await begin(ceremony, 'signing')).toEqual({ refused: 'over' })
    expect(await ceremony.board()).toMatchObject({ standing: 'aborted', standingReason: inEnglish('Fire') })
  })

  test('the last move can be taken back, and the one before, and the log keeps all', async () => {
    const ceremony = await makeCeremony(it)
    const { services } = it
    const { operator, eventId } = ceremony
    const planned = await ceremony.board()
    granted(await begin(ceremony, 'opening'))
    const opened = await ceremony.board()
    granted(await begin(ceremony, 'photo'))
    granted(await undoMove(services, operator, eventId, await seen(ceremony)))
    expect(await ceremony.board()).toEqual({ ...opened, seq: opened.seq + 2 })
    granted(await undoMove(services, operator, eventId, await seen(ceremony)))
    expect(await ceremony.board()).toEqual({ ...planned, seq: opened.seq + 3 })
    expect(await undoMove(services, operator, eventId, await seen(ceremony))).toEqual({ refused: 'nothing-to-undo' })
    const log = await it.db
      .selectFrom('ceremony_log')
      .select('type')
      .where('event_id', '=', eventId)
      .orderBy('seq')
      .execute()
    expect(log.map(({ type }) => type)).toEqual([
      'ceremony.planned',
      'stage.begun',
      'stage.begun',
      'move.undone',
      'move.undone',
    ])
  })

  test('is rewritten until it has begun; a rehearsal does not count, but stays', async () => {
    const ceremony = await makeCeremony(it)
    const { services } = it
    const { operator, eventId } = ceremony
    granted(await begin(ceremony, 'rehearsal'))
    const [rehearsal, ...rest] = await stagesOf(it.db, eventId)
    const shorter = { ...planFor(['signing', 'questions']), stages: [rehearsal!, rest[1]!, rest[4]!] }
    granted(await planCeremony(services, operator, eventId, shorter))
    expect((await ceremony.board()).stages.map(({ kind }) => kind)).toEqual(['rehearsal', 'signing', 'questions'])
    expect(await planCeremony(services, operator, eventId, planFor(['signing']))).toEqual({ refused: 'begun' })
    const backwards = { ...shorter, stages: [rest[1]!, rehearsal!] }
    expect(await planCeremony(services, operator, eventId, backwards)).toEqual({ refused: 'out-of-order' })
    granted(await begin(ceremony, 'signing'))
    expect(await planCeremony(services, operator, eventId, shorter)).toEqual({ refused: 'begun' })
  })

  test('is moved by the organisers until others are named, and then by those alone', async () => {
    const ceremony = await makeCeremony(it)
    const { services } = it
    const { eventId, alliance, operator } = ceremony
    const stranger = await scopeOf(it, (await makeAlliance(it, 2)).lead.manager)
    expect(await planCeremony(services, stranger, eventId, planFor(['signing']))).toEqual({ refused: 'not-yours' })
    const member = await scopeOf(it, alliance.lead.signatory)
    const move = { ...(await seen(ceremony)), stageId: ceremony.stage['opening'] ?? '' }
    expect(await beginStage(services, member, eventId, move)).toEqual({ refused: 'not-yours' })
    const stages = await stagesOf(it.db, eventId)
    const named = { stages, questionsPerOutlet: 2, operatorIds: [alliance.lead.signatory.id] }
    granted(await planCeremony(services, operator, eventId, named))
    expect(await begin(ceremony, 'opening')).toEqual({ refused: 'not-yours' })
    granted(await beginStage(services, member, eventId, { ...(await seen(ceremony)), stageId: move.stageId }))
  })
})

const firstSignatory = async (ceremony: TestCeremony) => (await ceremony.board()).signatories[0]!.id

describe('those who sign', () => {
  test('say themselves that they are ready, or are said to be; nobody speaks for another party’s signatory', async () => {
    const ceremony = await makeCeremony(it)
    const { services } = it
    const { eventId, alliance } = ceremony
    const [first, second] = (await ceremony.board()).signatories
    const own = await scopeOf(it, alliance.parties[0]!.signatory)
    granted(await markReady(services, own, eventId, { signatoryId: first!.id }))
    expect(await markReady(services, own, eventId, { signatoryId: second!.id })).toEqual({ refused: 'not-yours' })
    const before = (await ceremony.board()).seq
    expect(await markReady(services, own, eventId, { signatoryId: first!.id })).toEqual({ seq: before })
    granted(await markReady(services, ceremony.operator, eventId, { signatoryId: second!.id }))
    expect((await ceremony.board()).signatories.map(({ state }) => state)).toEqual(['ready', 'ready'])
    granted(await awaitSignatory(services, own, eventId, { signatoryId: first!.id }))
    expect((await ceremony.board()).signatories.map(({ state }) => state)).toEqual(['awaiting', 'ready'])
  })

  test('a ceremony ends with signatures outstanding and says so; one that comes later is shown', async () => {
    const ceremony = await makeCeremony(it)
    const { services } = it
    const { eventId, operator } = ceremony
    const [first, second] = (await ceremony.board()).signatories
    granted(await begin(ceremony, 'signing'))
    await landSignature(it, ceremony, second!.id)
    const reason = inEnglish('The line to Kobe is cut')
    granted(await preventSignatory(services, operator, eventId, { signatoryId: first!.id, reason }))
    granted(await endCeremony(services, operator, eventId, await seen(ceremony)))
    const ended = await ceremony.board()
    expect(ended).toMatchObject({ standing: 'ended', signedCount: 1, requiredCount: 2, completedAt: null })
    expect(ended.signatories[0]).toMatchObject({ state: 'prevented', reason })
    it.services.clock.forward(3_600_000)
    await landSignature(it, ceremony, first!.id)
    const later = await ceremony.board()
    expect(later).toMatchObject({
      standing: 'ended',
      signedCount: 2,
      completedAt: it.services.clock.now().toISOString(),
    })
    expect(later.signatories[0]).toMatchObject({ state: 'signed', reason: null })
    expect(later.seq).toBe(ended.seq + 1)
  })

  test('a signature made by the signing itself moves the board, with the last one complete', async () => {
    const alliance = await makeAlliance(it, 2)
    const { id: agreementId } = await prepareFor(it, alliance)
    const ceremony = await makeCeremony(it)
    await it.db.updateTable('event').set({ agreement_id: agreementId }).where('id', '=', ceremony.eventId).execute()
    const [first, last] = inTurn(alliance)
    const before = await ceremony.board()
    await signFor(it, agreementId, first!.signatory)
    expect(await ceremony.board()).toMatchObject({ seq: before.seq + 1, signedCount: 1, completedAt: null })
    await signFor(it, agreementId, last!.signatory)
    expect(await ceremony.board()).toMatchObject({ seq: before.seq + 2, signedCount: 2 })
    expect((await ceremony.board()).completedAt).not.toBeNull()
  })
})

describe('questions', () => {
  test('do not open before the last signature', async () => {
    const ceremony = await makeCeremony(it)
    const { services } = it
    const { eventId, operator } = ceremony
    granted(await begin(ceremony, 'signing'))
    expect(await begin(ceremony, 'questions')).toEqual({ refused: 'signatures-outstanding' })
    expect(await openQuestions(services, operator, eventId, { ...(await seen(ceremony)), reason: null })).toEqual({
      refused: 'signatures-outstanding',
    })
    for (const { id } of (await ceremony.board()).signatories) await landSignature(it, ceremony, id)
    granted(await begin(ceremony, 'questions'))
    expect((await ceremony.board()).questions).toMatchObject({ gate: 'open', override: null })
  })

  test('or a named operator opens them, with a reason that everybody reads', async () => {
    const ceremony = await makeCeremony(it)
    const { services } = it
    const { eventId, operator } = ceremony
    granted(await begin(ceremony, 'signing'))
    const reason = inEnglish('One signature follows by courier')
    granted(await openQuestions(services, operator, eventId, { ...(await seen(ceremony)), reason }))
    expect((await ceremony.board()).questions).toMatchObject({ gate: 'open', override: { by: 'Ada Example', reason } })
    granted(await begin(ceremony, 'questions'))
    granted(await undoMove(services, operator, eventId, await seen(ceremony)))
    granted(await undoMove(services, operator, eventId, await seen(ceremony)))
    expect((await ceremony.board()).questions).toMatchObject({ gate: 'closed', override: null })
    expect(await begin(ceremony, 'questions')).toEqual({ refused: 'signatures-outstanding' })
  })

  test('the database holds that too, and keeps the log as it is', async () => {
    const ceremony = await makeCeremony(it)
    const { eventId, operator } = ceremony
    const row = async (type: 'questions.opened' | 'stage.begun', data: object, seq?: number) => ({
      event_id: eventId,
      seq: seq ?? (await ceremony.board()).seq + 1,
      at: it.services.clock.now(),
      actor_id: operator.person!.personId,
      type,
      data: json(data as Record<string, unknown>),
      saw: null,
    })
    const insert = async (...given: Parameters<typeof row>) => {
      const values = await row(...given)
      return transaction(it.db, (tx) => tx.insertInto('ceremony_log').values(values).execute())
    }
    await expect(insert('questions.opened', {})).rejects.toThrow('before the last signature')
    await expect(insert('stage.begun', { stageId: ceremony.stage['questions'], skipped: [] })).rejects.toThrow(
      'before the last signature',
    )
    await expect(insert('stage.begun', { stageId: newId(), skipped: [] }, 99)).rejects.toThrow('no gaps')
    await expect(
      transaction(it.db, (tx) => sql`update ceremony_log set at = now() where event_id = ${eventId}`.execute(tx)),
    ).rejects.toThrow('append-only')
  })
})

/** Verbs in any order: what they let through the database must let through too, and what it would refuse they must have refused. */
test('whatever is tried, verbs and database agree, and the gate holds', async () => {
  const attempts = fc.array(
    fc.oneof(
      fc.constantFrom('opening', 'signing', 'questions', 'closing').map((kind) => ({ act: 'begin' as const, kind })),
      fc.constantFrom('open', 'override', 'undo', 'sign', 'pause', 'resume', 'end').map((act) => ({ act, kind: '' })),
    ),
    { minLength: 4, maxLength: 14 },
  )
  await fc.assert(
    fc.asyncProperty(attempts, async (tried) => {
      const ceremony = await makeCeremony(it, { kinds: ['opening', 'signing', 'questions', 'closing'] })
      const { operator, eventId } = ceremony
      for (const { act, kind } of tried) {
        const before = await ceremony.board()
        const given = { seen: before.seq, reason: act === 'override' || act === 'pause' ? inEnglish('A reason') : null }
        if (act === 'begin') await begin(ceremony, kind)
        else if (act === 'open' || act === 'override') await openQuestions(it.services, operator, eventId, given)
        else if (act === 'undo') await undoMove(it.services, operator, eventId, given)
        else if (act === 'pause')
          await pauseCeremony(it.services, operator, eventId, { ...given, reason: inEnglish('-') })
        else if (act === 'resume') await resumeCeremony(it.services, operator, eventId, given)
        else if (act === 'end') await endCeremony(it.services, operator, eventId, given)
        else {
          const next = before.signatories.find(({ state }) => state !== 'signed')
          if (next) await landSignature(it, ceremony, next.id)
        }
        const { questions, completedAt, seq } = await ceremony.board()
        if (questions.gate === 'open') expect(completedAt ?? questions.override).not.toBeNull()
        expect(seq - before.seq).toBeOneOf([0, 1])
      }
    }),
    { numRuns: 6 },
  )
})

test('an event without a run of show has no board', async () => {
  expect(await boardOf(it.db, newId())).toBeNull()
})

test('a change of the event moves the board, so that those who follow it hear of the new title', async () => {
  const ceremony = await makeCeremony(it)
  const { eventId } = ceremony
  const { seq } = await ceremony.board()
  await transaction(it.db, async (tx) => {
    const changed = { event_id: eventId, sequence: 1, before: json({}), after: json({}), changed_by: null }
    await tx
      .updateTable('event')
      .set({ title: json(inEnglish('Moved')) })
      .where('id', '=', eventId)
      .execute()
    await tx
      .insertInto('event_change')
      .values({ ...changed, changed_at: it.services.clock.now() })
      .execute()
  })
  expect(await ceremony.board()).toMatchObject({ seq: seq + 1, title: inEnglish('Moved') })
})

test('pages may follow boards at the fan-out process, and nowhere else', async () => {
  const policyOf = async (at: TestApplication) => (await at.get('/en')).headers.get('content-security-policy')
  expect(await policyOf(it)).toMatch(/connect-src 'self'(;| 'self';)/)
  const apart = await testApplication({ config: { liveOrigin: 'https://live.example.org' } })
  expect(await policyOf(apart)).toContain("connect-src 'self' https://live.example.org;")
  const { config } = apart.services
  expect(streamAddress(config, { slug: 'x', isPublished: true })).toBe(
    'https://live.example.org/ceremonies/x/board/stream',
  )
  expect(streamAddress(config, { slug: 'x', isPublished: false })).toBe('/ceremonies/x/board/stream')
})
