import { z } from 'zod'
import { operation, type Operation, refusalsOf } from '../../api/operation.ts'
import * as shapes from '../../api/shapes.ts'
import { answerQuestion } from '../questions/answering.ts'
import { moderateQuestion } from '../questions/moderating.ts'
import { questionQueue } from '../questions/queue.ts'
import type { FullQuestion } from '../questions/reading.ts'
import { translateQuestion } from '../questions/translating.ts'
import { part, withCeremony } from './asking.ts'
import * as own from './shapes.ts'

const tag = 'ceremonies'
const here = '/ceremonies/{slug}/questions'

/** What becomes of questions. Asking them is for seats, which have no tokens. */
export const questionOperations: readonly Operation[] = [
  operation({
    id: 'listQuestions',
    method: 'get',
    path: here,
    tag,
    needs: 'ceremonies:read',
    summary: 'All questions that were handed in, for those who move the ceremony.',
    answers: z.object({ items: z.array(own.question) }),
    refusals: ['not-yours'],
    run: (asked) =>
      withCeremony(asked, async ({ services, scope, eventId }) => {
        const questions = await questionQueue(services.database.db, scope, eventId)
        if (!questions) return { refused: 'not-yours' }
        return { items: questions.map(present) }
      }),
  }),
  operation({
    id: 'moderateQuestion',
    method: 'put',
    path: `${here}/{question}/state`,
    tag,
    needs: 'ceremonies:write',
    summary: 'Say what becomes of a question. Live it can be once questions are open.',
    body: own.moderation,
    answers: z.object({ state: own.questionState }),
    refusals: refusalsOf<typeof moderateQuestion>({
      'no-ceremony': true,
      'not-yours': true,
      'no-such-question': true,
      'not-from-here': true,
      'questions-closed': true,
      'without-reason': true,
      'into-what': true,
    }),
    run: (asked) =>
      withCeremony(asked, ({ services, scope, eventId }) =>
        moderateQuestion(services, scope, eventId, part(asked, 'question'), asked.body),
      ),
  }),
  operation({
    id: 'answerQuestion',
    method: 'put',
    path: `${here}/{question}/answer`,
    tag,
    needs: 'ceremonies:write',
    summary:
      'Record what was answered, and by whom. Written again it replaces the record, and the earlier one is kept.',
    body: z.strictObject({
      text: own.written(10_000, 'We begin by exchanging information.'),
      answeredBy: shapes.text(200, 'The chair'),
    }),
    answers: z.object({ answered: z.literal(true) }),
    refusals: refusalsOf<typeof answerQuestion>({
      'no-ceremony': true,
      'not-yours': true,
      'no-such-question': true,
      'not-from-here': true,
      'questions-closed': true,
      empty: true,
      'by-whom': true,
    }),
    run: (asked) =>
      withCeremony(asked, ({ services, scope, eventId }) =>
        answerQuestion(services, scope, eventId, part(asked, 'question'), asked.body),
      ),
  }),
  operation({
    id: 'translateQuestion',
    method: 'put',
    path: `${here}/{question}/translations`,
    tag,
    needs: 'ceremonies:write',
    summary: 'Put a question into other languages. What the asker wrote is not touched.',
    body: z.strictObject({
      texts: z
        .partialRecord(shapes.locale, z.string().trim().max(2000))
        .describe('An empty one takes a translation away')
        .meta({ examples: [{ ja: '今後の見通しは。' }] }),
    }),
    answers: z.object({ translated: z.literal(true) }),
    refusals: refusalsOf<typeof translateQuestion>({
      'no-ceremony': true,
      'not-yours': true,
      'no-such-question': true,
    }),
    run: (asked) =>
      withCeremony(asked, ({ services, scope, eventId }) =>
        translateQuestion(services, scope, eventId, part(asked, 'question'), asked.body.texts),
      ),
  }),
]

/** Without what only the database needs to know of the asker. */
const present = ({ id, text, name, outlet, isNamed, state, reason, intoId, askedAt, answer }: FullQuestion) => ({
  id,
  text,
  name,
  outlet,
  isNamed,
  state,
  reason,
  intoId,
  askedAt,
  answer,
})
