import type { Scope } from '../../accounts/scope.ts'
import type { Translated } from '../../language/translated.ts'
import { json } from '../../platform/db/values.ts'
import type { Services } from '../../web/env.ts'
import { actorOf, append, type CommonRefusal } from '../moving.ts'
import { withQuestion } from './moderating.ts'

/** Puts a question into other languages. What the asker wrote is not touched; an empty text takes a translation away. */
export function translateQuestion(
  services: Services,
  scope: Scope,
  eventId: string,
  questionId: string,
  texts: Translated,
): Promise<{ translated: true } | CommonRefusal | { refused: 'no-such-question' }> {
  return withQuestion(services, scope, eventId, questionId, async (tx, ceremony, question) => {
    const { original, text } = question.text
    const merged = Object.entries({ ...text, ...texts, [original]: text[original] })
    const kept = Object.fromEntries(merged.flatMap(([language, one]) => (one?.trim() ? [[language, one.trim()]] : [])))
    await tx
      .updateTable('question')
      .set({ text: json({ original, text: kept }) })
      .where('id', '=', questionId)
      .execute()
    const data = { questionId, state: question.state }
    await append(services, tx, actorOf(scope, ceremony), ceremony, { type: 'question.moved', data })
    return { translated: true as const }
  })
}
