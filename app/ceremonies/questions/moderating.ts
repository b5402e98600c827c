import type { Scope } from '../../accounts/scope.ts'
import type { Content } from '../../language/translated.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { transaction } from '../../platform/db/transaction.ts'
import type { Services } from '../../web/env.ts'
import { actorOf, append, type CommonRefusal, lockCeremony } from '../moving.ts'
import { hasWords } from '../rules.ts'
import { mayMove } from '../policy.ts'
import type { Ceremony } from '../reading.ts'
import type { QuestionState } from '../tables.ts'
import { decide } from './deciding.ts'
import { type FullQuestion, readQuestions } from './reading.ts'

export type Moderation =
  | { state: 'queued' | 'live' }
  /** The reason is for the asker; whoever is held may be told one. */
  | { state: 'held'; reason: Content | null }
  | { state: 'declined'; reason: Content }
  | { state: 'merged'; intoId: string; reason: Content | null }

export type ModerationRefusal =
  | CommonRefusal
  | { refused: 'no-such-question' | 'not-from-here' | 'questions-closed' | 'without-reason' | 'into-what' }

/** From where a question may come to each state; an answer closes it. */
const before: Record<Moderation['state'], readonly QuestionState[]> = {
  queued: ['held', 'declined', 'merged', 'live'],
  held: ['queued', 'live'],
  declined: ['queued', 'held'],
  merged: ['queued', 'held'],
  live: ['queued', 'held'],
}

/**
 * Says what becomes of a question. Live, that is before everybody, it comes only once questions are open. Said again it changes
 * nothing.
 */
export function moderateQuestion(
  services: Services,
  scope: Scope,
  eventId: string,
  questionId: string,
  input: Moderation,
): Promise<{ state: QuestionState } | ModerationRefusal> {
  return withQuestion(services, scope, eventId, questionId, async (tx, ceremony, question, all) => {
    if (question.state === input.state && input.state !== 'merged') return { state: question.state }
    if (!before[input.state].includes(question.state)) return { refused: 'not-from-here' as const }
    if (input.state === 'live' && !ceremony.course.opened) return { refused: 'questions-closed' as const }
    if (input.state === 'declined' && !hasWords(input.reason)) return { refused: 'without-reason' as const }
    const intoId = 'intoId' in input ? input.intoId : null
    if (intoId !== null && !mayTakeIn(all, intoId, questionId)) return { refused: 'into-what' as const }
    const reason = 'reason' in input && input.reason && hasWords(input.reason) ? input.reason : null
    const by = scope.person?.personId ?? null
    await decide(tx, { questionId, state: input.state, reason, intoId, by, now: services.clock.now() })
    const data = { questionId, state: input.state }
    await append(services, tx, actorOf(scope, ceremony), ceremony, { type: 'question.moved', data })
    return { state: input.state }
  })
}

const mayTakeIn = (all: FullQuestion[], intoId: string, questionId: string) =>
  intoId !== questionId &&
  all.some(({ id, state }) => id === intoId && ['queued', 'held', 'live', 'answered'].includes(state))

/** Locks the ceremony, asks who moderates, and finds the question; drafts are their writers' own. */
export function withQuestion<Outcome>(
  services: Services,
  scope: Scope,
  eventId: string,
  questionId: string,
  work: (tx: Tx, ceremony: Ceremony, question: FullQuestion, all: FullQuestion[]) => Promise<Outcome>,
): Promise<Outcome | CommonRefusal | { refused: 'no-such-question' }> {
  return transaction(services.database.db, async (tx) => {
    const ceremony = await lockCeremony(tx, eventId)
    if (!ceremony) return { refused: 'no-ceremony' as const }
    if (!mayMove(scope, ceremony)) return { refused: 'not-yours' as const }
    const all = await readQuestions(tx, eventId)
    const question = all.find(({ id, state }) => id === questionId && state !== 'draft')
    return question ? work(tx, ceremony, question, all) : { refused: 'no-such-question' as const }
  })
}
