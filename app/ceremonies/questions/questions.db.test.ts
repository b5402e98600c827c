import { beforeAll, describe, expect, test } from 'vitest'
import { testApplication, type TestApplication } from '../../../test/harness/application.ts'
import { granted, makeAlliance, scopeOf } from '../../agreements/testing/alliance.ts'
import type { Seat } from '../../events/access/seat.ts'
import { beginStage } from '../beginning.ts'
import { endCeremony } from '../ending.ts'
import { inEnglish, landSignature, makeCeremony, makeSeat, type TestCeremony } from '../testing/ceremony.ts'
import { undoMove } from '../undoing.ts'
import { answerQuestion } from './answering.ts'
import { askQuestion, draftQuestion, LONGEST_QUESTION, withdrawQuestion } from './asking.ts'
import { decide } from './deciding.ts'
import { type Moderation, moderateQuestion } from './moderating.ts'
import { readQuestions } from './reading.ts'
import { translateQuestion } from './translating.ts'
import { transaction } from '../../platform/db/transaction.ts'

let it: TestApplication
beforeAll(async () => void (it = await testApplication()))

const ask = (seat: Seat, text = 'What next?', named = true) =>
  askQuestion(it.services, seat, { text, language: 'en', named })
const asked = async (seat: Seat, text?: string, named?: boolean) => granted(await ask(seat, text, named)).questionId

const moderate = ({ operator, eventId }: TestCeremony, questionId: string, input: Moderation) =>
  moderateQuestion(it.services, operator, eventId, questionId, input)

const seen = async (ceremony: TestCeremony) => ({ seen: (await ceremony.board()).seq })

/** All sign, and questions begin. */
async function openFor(ceremony: TestCeremony): Promise<void> {
  for (const { id } of (await ceremony.board()).signatories) await landSignature(it, ceremony, id)
  const input = { ...(await seen(ceremony)), stageId: ceremony.stage['questions'] ?? '' }
  granted(await beginStage(it.services, ceremony.operator, ceremony.eventId, input))
}

const stateOf = async (seat: Seat, questionId: string) =>
  (await readQuestions(it.db, seat.eventId, seat.registrationId)).find(({ id }) => id === questionId)

describe('asking', () => {
  test('is for seats that may, of this event, until the end', async () => {
    const ceremony = await makeCeremony(it)
    const seat = await makeSeat(it, ceremony.eventId, 'Sample News')
    expect(await ask({ ...seat, mayAsk: false })).toEqual({ refused: 'may-not-ask' })
    expect(await ask(seat, '  ')).toEqual({ refused: 'empty' })
    expect(await ask(seat, 'x'.repeat(LONGEST_QUESTION + 1))).toEqual({ refused: 'too-long' })
    granted(await ask(seat))
    const opening = { ...(await seen(ceremony)), stageId: ceremony.stage['opening'] ?? '' }
    granted(await beginStage(it.services, ceremony.operator, ceremony.eventId, opening))
    granted(await endCeremony(it.services, ceremony.operator, ceremony.eventId, await seen(ceremony)))
    expect(await ask(seat)).toEqual({ refused: 'over' })
  })

  test('in advance is counted for everybody and shown to nobody', async () => {
    const ceremony = await makeCeremony(it)
    const seat = await makeSeat(it, ceremony.eventId, 'Sample News')
    const id = await asked(seat, 'A secret until then?')
    expect((await ceremony.board()).questions).toMatchObject({ gate: 'closed', asked: 1, waiting: 1, live: [] })
    expect(JSON.stringify(await ceremony.board())).not.toContain('A secret')
    expect(await moderate(ceremony, id, { state: 'live' })).toEqual({ refused: 'questions-closed' })
    await expect(
      transaction(it.db, (tx) => decide(tx, { questionId: id, state: 'live', by: null, now: it.services.clock.now() })),
    ).rejects.toThrow('no question is live before questions are open')
  })

  test('an outlet has so many, whoever of it asks at the same moment; what was declined does not count', async () => {
    const ceremony = await makeCeremony(it)
    const seats: Seat[] = []
    for (const outlet of ['Daily', 'daily', 'DAILY']) seats.push(await makeSeat(it, ceremony.eventId, outlet))
    const outcomes = await Promise.all(seats.map((seat) => ask(seat)))
    expect(outcomes.filter((outcome) => 'refused' in outcome)).toEqual([{ refused: 'too-many' }])
    const other = await makeSeat(it, ceremony.eventId, 'Weekly')
    granted(await ask(other))
    const [first] = await readQuestions(it.db, ceremony.eventId)
    granted(await moderate(ceremony, first!.id, { state: 'declined', reason: inEnglish('Answered in the release') }))
    granted(await ask(seats[0]!))
    expect(await ask(seats[0]!)).toEqual({ refused: 'too-many' })
  })

  test('a draft is its writer’s own, until it is handed in', async () => {
    const ceremony = await makeCeremony(it)
    const [seat, other] = [await makeSeat(it, ceremony.eventId, 'A'), await makeSeat(it, ceremony.eventId, 'B')]
    const before = (await ceremony.board()).seq
    const writing = { text: 'A draft', language: 'en' as const, named: false }
    const { questionId } = granted(await draftQuestion(it.services, seat, writing))
    expect(await ceremony.board()).toMatchObject({ seq: before, questions: { asked: 0 } })
    expect(await moderate(ceremony, questionId, { state: 'held', reason: null })).toEqual({
      refused: 'no-such-question',
    })
    expect(await askQuestion(it.services, other, { ...writing, questionId })).toEqual({ refused: 'no-such-question' })
    granted(await askQuestion(it.services, seat, { ...writing, questionId, text: 'A question' }))
    expect(await stateOf(seat, questionId)).toMatchObject({ state: 'queued', text: inEnglish('A question') })
    expect(await askQuestion(it.services, seat, { ...writing, questionId })).toEqual({ refused: 'handed-in' })
  })

  test('drafts have an end', async () => {
    const ceremony = await makeCeremony(it)
    const seat = await makeSeat(it, ceremony.eventId, 'A')
    const writing = { text: 'A draft', language: 'en' as const, named: false }
    for (let i = 0; i < 20; i++) granted(await draftQuestion(it.services, seat, writing))
    expect(await draftQuestion(it.services, seat, writing)).toEqual({ refused: 'too-many' })
  })

  test('can be taken back until it is put', async () => {
    const ceremony = await makeCeremony(it)
    const seat = await makeSeat(it, ceremony.eventId, null)
    const [first, second] = [await asked(seat), await asked(seat)]
    granted(await withdrawQuestion(it.services, seat, first))
    expect((await ceremony.board()).questions.asked).toBe(1)
    await openFor(ceremony)
    granted(await moderate(ceremony, second, { state: 'live' }))
    expect(await withdrawQuestion(it.services, seat, second)).toEqual({ refused: 'taken-up' })
  })
})

describe('moderating', () => {
  test('a question goes live, is answered, and stands in the record with who answered', async () => {
    const ceremony = await makeCeremony(it)
    const seat = await makeSeat(it, ceremony.eventId, 'Sample News')
    const [named, unnamed] = [await asked(seat, 'Named?', true), await asked(seat, 'Unnamed?', false)]
    await openFor(ceremony)
    for (const id of [named, unnamed]) granted(await moderate(ceremony, id, { state: 'live' }))
    const { operator, eventId } = ceremony
    expect(
      await answerQuestion(it.services, operator, eventId, named, { text: inEnglish('Yes.'), answeredBy: ' ' }),
    ).toEqual({ refused: 'by-whom' })
    const answer = { text: inEnglish('Yes.'), answeredBy: 'The chair' }
    granted(await answerQuestion(it.services, operator, eventId, named, answer))
    granted(await translateQuestion(it.services, operator, eventId, unnamed, { ja: '匿名で？', en: 'Changed' }))
    const { questions } = await ceremony.board()
    expect(questions).toMatchObject({ asked: 2, waiting: 0, answered: 1 })
    expect(questions.live).toMatchObject([
      {
        id: named,
        asker: { name: 'Sample Reporter', outlet: 'Sample News' },
        state: 'answered',
        answer: { by: 'The chair' },
      },
      { id: unnamed, asker: null, state: 'live', text: { original: 'en', text: { en: 'Unnamed?', ja: '匿名で？' } } },
    ])
    granted(await answerQuestion(it.services, operator, eventId, named, { ...answer, text: inEnglish('No.') }))
    expect((await ceremony.board()).questions.live[0]?.answer?.text).toEqual(inEnglish('No.'))
    expect(await moderate(ceremony, named, { state: 'queued' })).toEqual({ refused: 'not-from-here' })
  })

  test('declining tells the asker why, and merging into what; nobody is merged into themselves', async () => {
    const ceremony = await makeCeremony(it)
    const seat = await makeSeat(it, ceremony.eventId, 'Sample News')
    const [first, second] = [await asked(seat), await asked(seat)]
    expect(await moderate(ceremony, first, { state: 'declined', reason: inEnglish('') })).toEqual({
      refused: 'without-reason',
    })
    expect(await moderate(ceremony, first, { state: 'merged', intoId: first, reason: null })).toEqual({
      refused: 'into-what',
    })
    granted(await moderate(ceremony, first, { state: 'merged', intoId: second, reason: null }))
    expect(await stateOf(seat, first)).toMatchObject({ state: 'merged', intoId: second })
    const reason = inEnglish('Not about this agreement')
    granted(await moderate(ceremony, second, { state: 'declined', reason }))
    expect(await stateOf(seat, second)).toMatchObject({ state: 'declined', reason })
    expect((await ceremony.board()).questions).toMatchObject({ asked: 2, waiting: 0, declined: 1 })
  })

  test('said twice is said once; strangers say nothing', async () => {
    const ceremony = await makeCeremony(it)
    const seat = await makeSeat(it, ceremony.eventId, 'Sample News')
    const id = await asked(seat)
    granted(await moderate(ceremony, id, { state: 'held', reason: null }))
    const { seq } = await ceremony.board()
    granted(await moderate(ceremony, id, { state: 'held', reason: null }))
    expect((await ceremony.board()).seq).toBe(seq)
    const stranger = await scopeOf(it, (await makeAlliance(it, 2)).lead.manager)
    expect(await moderate({ ...ceremony, operator: stranger }, id, { state: 'queued' })).toEqual({
      refused: 'not-yours',
    })
  })

  test('when the opening is taken back, live questions are shown no more and cannot be answered', async () => {
    const ceremony = await makeCeremony(it)
    const seat = await makeSeat(it, ceremony.eventId, 'Sample News')
    const id = await asked(seat)
    await openFor(ceremony)
    granted(await moderate(ceremony, id, { state: 'live' }))
    const { operator, eventId } = ceremony
    granted(await undoMove(it.services, operator, eventId, await seen(ceremony)))
    expect((await ceremony.board()).questions).toMatchObject({ gate: 'closed', live: [] })
    expect(
      await answerQuestion(it.services, operator, eventId, id, { text: inEnglish('Yes.'), answeredBy: 'The chair' }),
    ).toEqual({ refused: 'questions-closed' })
  })
})
