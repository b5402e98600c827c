import type { Scope } from '../../accounts/scope.ts'
import type { Content } from '../../language/translated.ts'
import { json } from '../../platform/db/values.ts'
import { newId } from '../../platform/ids.ts'
import type { Services } from '../../web/env.ts'
import { actorOf, append, type CommonRefusal } from '../moving.ts'
import { hasWords } from '../rules.ts'
import { decide } from './deciding.ts'
import { withQuestion } from './moderating.ts'

export type AnswerRefusal =
  | CommonRefusal
  | { refused: 'no-such-question' | 'not-from-here' | 'questions-closed' | 'empty' | 'by-whom' }

/** Writes down what was answered, by whom and in which language. Written again it replaces the record; the earlier one is kept. */
export function answerQuestion(
  services: Services,
  scope: Scope,
  eventId: string,
  questionId: string,
  input: { text: Content; answeredBy: string },
): Promise<{ answered: true } | AnswerRefusal> {
  return withQuestion(services, scope, eventId, questionId, async (tx, ceremony, question) => {
    if (question.state !== 'live' && question.state !== 'answered') return { refused: 'not-from-here' as const }
    if (!ceremony.course.opened) return { refused: 'questions-closed' as const }
    if (!hasWords(input.text)) return { refused: 'empty' as const }
    if (!input.answeredBy.trim()) return { refused: 'by-whom' as const }
    const now = services.clock.now()
    const by = scope.person?.personId ?? null
    await tx
      .updateTable('question_answer')
      .set({ replaced_at: now })
      .where('question_id', '=', questionId)
      .where('replaced_at', 'is', null)
      .execute()
    await tx
      .insertInto('question_answer')
      .values({
        id: newId(),
        question_id: questionId,
        text: json(input.text),
        answered_by: input.answeredBy.trim(),
        recorded_by: by,
        recorded_at: now,
        replaced_at: null,
      })
      .execute()
    if (question.state === 'live') await decide(tx, { questionId, state: 'answered', by, now })
    const data = { questionId, state: 'answered' as const }
    await append(services, tx, actorOf(scope, ceremony), ceremony, { type: 'question.moved', data })
    return { answered: true as const }
  })
}
