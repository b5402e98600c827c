import { setTimeout as wait } from 'node:timers/promises'
import type { Scope } from '../../accounts/scope.ts'
import { boardOf } from '../../ceremonies/assembling.ts'
import { beginStage } from '../../ceremonies/beginning.ts'
import type { Board } from '../../ceremonies/board.ts'
import { endCeremony } from '../../ceremonies/ending.ts'
import { answerQuestion } from '../../ceremonies/questions/answering.ts'
import { askQuestion } from '../../ceremonies/questions/asking.ts'
import { moderateQuestion } from '../../ceremonies/questions/moderating.ts'
import { translateQuestion } from '../../ceremonies/questions/translating.ts'
import { markReady } from '../../ceremonies/readying.ts'
import type { Seat } from '../../events/access/seat.ts'
import { liftDue } from '../../press/lifting.ts'
import { type Clock, settableClock } from '../../platform/clock.ts'
import type { Services } from '../../web/env.ts'
import { actAs, done, found, type Loaded } from '../loading.ts'
import type { Example, ExampleSignatory } from '../reading.ts'
import { signAs, userOf } from '../signing.ts'
import { type Act, actsOf } from './acts.ts'
import type { PlannedAfternoon } from './planning.ts'
import type { Afternoon, AfternoonQuestion } from './schema.ts'

/** Everything an act needs. `services` keep the afternoon's clock, `today` those of the wall: signatures are made now, and say so. */
export type Stage = {
  services: Services
  today: Services
  example: Example
  afternoon: Afternoon
  loaded: Loaded
  planned: PlannedAfternoon
  /** Of the journalists, by slug. */
  seats: Map<string, Seat>
}

/**
 * Goes through the acts, each when the afternoon's clock has come to it, until the last or until it is told to stop. What belongs before
 * `liveFrom` is done at once, by a clock set to its time. An act that takes longer delays the next; none is left out.
 */
export async function runAfternoon(
  stage: Stage,
  options: { speed: number; liveFrom: Date; report?: (act: Act, at: Date) => void; signal?: AbortSignal },
): Promise<void> {
  const { example, afternoon } = stage
  const operator = await actAs(stage.services, stage.loaded, userOf(example, 'coordinator', example.agreement.lead))
  const asked = new Map<string, string>()
  for (const { at, act } of actsOf(example, afternoon)) {
    const isLive = at >= options.liveFrom
    if (isLive) await until(at, stage.services.clock, options)
    if (options.signal?.aborted) return
    await perform(isLive ? stage : { ...stage, services: servicesAt(stage.services, at) }, operator, act, asked)
    options.report?.(act, at)
  }
}

/** The same services, at another time. */
export const servicesAt = (services: Services, at: Date): Services => ({ ...services, clock: settableClock(at) })

async function until(
  at: Date,
  clock: Clock,
  { speed, signal }: { speed: number; signal?: AbortSignal },
): Promise<void> {
  for (let left = at.getTime() - clock.now().getTime(); left > 0; left = at.getTime() - clock.now().getTime()) {
    try {
      await wait(Math.ceil(left / speed), undefined, signal ? { signal } : {})
    } catch {
      return
    }
  }
}

async function perform(stage: Stage, operator: Scope, act: Act, asked: Map<string, string>): Promise<void> {
  const { services, planned } = stage
  const { eventId } = planned
  const board = async () => (await boardOf(services.database.db, eventId)) ?? missing(eventId)
  switch (act.kind) {
    case 'stage': {
      const { seq, stages } = await board()
      const next = stages[act.index] ?? missing(`stage ${act.index}`)
      return void done(await beginStage(services, operator, eventId, { seen: seq, stageId: next.id }))
    }
    case 'end': {
      return void done(await endCeremony(services, operator, eventId, { seen: (await board()).seq }))
    }
    case 'ready': {
      const { signatory, scope } = await signatoryAt(stage, act.place)
      const place = onBoard(await board(), found(stage.loaded.organisations, signatory.organisation))
      return void done(await markReady(services, scope, eventId, { signatoryId: place.id }))
    }
    case 'sign': {
      const { signatory } = await signatoryAt(stage, act.place)
      return signAs(stage.today, stage.loaded, planned.agreementId, signatory)
    }
    case 'ask':
      return ask(stage, operator, act.question, asked)
    case 'decide':
      return decide(stage, operator, act.question, asked)
    case 'answer':
      return answer(stage, operator, act.question, asked)
    case 'lift':
      // By the wall's clock, as any embargo: it was declared for the moment at which the afternoon's clock comes here.
      return void (await liftDue(stage.today))
  }
}

async function signatoryAt(
  { example, services, loaded }: Stage,
  place: number,
): Promise<{ signatory: ExampleSignatory; scope: Scope }> {
  const inTurn = example.signatories.toSorted((one, other) => one.signingOrder - other.signingOrder)
  const signatory = inTurn[place] ?? missing(`signatory ${place}`)
  return { signatory, scope: await actAs(services, loaded, signatory.slug) }
}

const onBoard = ({ signatories }: Board, organisationId: string) =>
  signatories.find((signatory) => signatory.organisationId === organisationId) ?? missing(organisationId)

async function ask(
  stage: Stage,
  operator: Scope,
  question: AfternoonQuestion,
  asked: Map<string, string>,
): Promise<void> {
  const { services, planned, seats } = stage
  const seat = seats.get(question.by) ?? missing(question.by)
  const { language, text } = question
  const { questionId } = done(await askQuestion(services, seat, { text: text[language], language, named: true }))
  asked.set(question.slug, questionId)
  done(await translateQuestion(services, operator, planned.eventId, questionId, text))
}

async function decide(
  stage: Stage,
  operator: Scope,
  question: AfternoonQuestion,
  asked: Map<string, string>,
): Promise<void> {
  const id = asked.get(question.slug) ?? missing(question.slug)
  done(await moderateQuestion(stage.services, operator, stage.planned.eventId, id, moderation(question, asked)))
}

function moderation(question: AfternoonQuestion, asked: Map<string, string>) {
  if (question.fate === 'live') return { state: 'live' as const }
  if (question.fate === 'declined') {
    return { state: 'declined' as const, reason: { original: 'ja' as const, text: question.reason } }
  }
  return { state: 'merged' as const, intoId: asked.get(question.into) ?? missing(question.into), reason: null }
}

async function answer(
  stage: Stage,
  operator: Scope,
  question: AfternoonQuestion,
  asked: Map<string, string>,
): Promise<void> {
  if (question.fate !== 'live') return
  const { language, text } = question.answer
  const id = asked.get(question.slug) ?? missing(question.slug)
  const [speaker] = stage.example.signatories
  const input = { text: { original: language, text }, answeredBy: speaker?.name.label[language] ?? '' }
  done(await answerQuestion(stage.services, operator, stage.planned.eventId, id, input))
}

function missing(what: string): never {
  throw new Error(`The afternoon has no ${what}.`)
}
