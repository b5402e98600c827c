import type { Example } from '../reading.ts'
import type { Afternoon, AfternoonQuestion } from './schema.ts'
import { atTheCeremony } from './wallTimes.ts'

/** One thing that happens that afternoon. */
export type Act =
  | { kind: 'stage'; index: number }
  | { kind: 'end' }
  /** By the signatory's place in the order of signing. */
  | { kind: 'ready' | 'sign'; place: number }
  | { kind: 'ask' | 'decide' | 'answer'; question: AfternoonQuestion }
  | { kind: 'lift' }

export type TimedAct = { at: Date; act: Act }

/**
 * The afternoon as a list of acts in order of time. Of acts in the same minute a stage begins first, so that what belongs to it falls
 * into it, and the release is lifted last.
 */
export function actsOf({ ceremony }: Example, afternoon: Afternoon): TimedAct[] {
  const acts: { wall: string; rank: number; act: Act }[] = []
  const add = (wall: string, rank: number, act: Act) => acts.push({ wall, rank, act })
  afternoon.stages.forEach(({ at }, index) => add(at, 0, { kind: 'stage', index }))
  afternoon.ready.forEach((at, place) => add(at, 1, { kind: 'ready', place }))
  afternoon.signatures.forEach((at, place) => add(at, 1, { kind: 'sign', place }))
  for (const question of afternoon.questions) {
    add(question.askedAt, 2, { kind: 'ask', question })
    add(question.at, 3, { kind: 'decide', question })
    if (question.fate === 'live') add(question.answer.at, 4, { kind: 'answer', question })
  }
  add(endOf(afternoon), 5, { kind: 'end' })
  add(afternoon.release.embargo, 6, { kind: 'lift' })
  return acts
    .toSorted((one, other) => one.wall.localeCompare(other.wall) || one.rank - other.rank)
    .map(({ wall, act }) => ({ at: atTheCeremony(ceremony, wall), act }))
}

/** When the last stage is over, as a time on the wall. */
function endOf({ stages }: Afternoon): string {
  const last = stages.at(-1)
  if (!last) throw new Error('An afternoon has stages.')
  const [hours = 0, minutes = 0] = last.at.split(':').map(Number)
  const over = hours * 60 + minutes + last.minutes
  return `${String(Math.floor(over / 60)).padStart(2, '0')}:${String(over % 60).padStart(2, '0')}`
}
