import { addToDate, type CalendarDate } from '../../language/dates.ts'
import type { Cadence } from './tables.ts'

const MONTHS = { monthly: 1, quarterly: 3, 'half-yearly': 6, yearly: 12 } as const

/**
 * The days on which an undertaking falls due, up to `until` and including it; none where it is kept as occasions arise. Each day is counted
 * from the first, so that the end of a month does not wander: 31 January, 28 February, 31 March.
 */
export function dueDays(
  { cadence, firstDue }: { cadence: Cadence; firstDue: CalendarDate | null },
  until: CalendarDate,
): CalendarDate[] {
  if (!firstDue || cadence === 'as-it-arises' || firstDue > until) return []
  if (cadence === 'once') return [firstDue]
  const days: CalendarDate[] = []
  for (let step = 0; ; step++) {
    const day = addToDate(firstDue, { months: step * MONTHS[cadence] })
    if (day > until) return days
    days.push(day)
  }
}

/** `kept`: evidence stands. `questioned`: it does, and another party doubts it. `missed`: the day is over without any. */
export type OccurrenceState = 'kept' | 'questioned' | 'missed' | 'ahead'

export type Shown = { dueOn: CalendarDate | null; answers: { answer: 'confirmed' | 'questioned' }[] }

export type Occurrence<Evidence extends Shown> = {
  /** Null for what was done as the occasion arose. */
  due: CalendarDate | null
  state: OccurrenceState
  evidence: Evidence[]
}

/** What was due and what was done, the earliest first; what was done as occasions arose comes last, each on its own. */
export function occurrencesOf<Evidence extends Shown>(
  undertaking: { cadence: Cadence; firstDue: CalendarDate | null; evidence: Evidence[] },
  { until, today }: { until: CalendarDate; today: CalendarDate },
): Occurrence<Evidence>[] {
  const days = dueDays(undertaking, until)
  const due = days.map((day) => {
    const evidence = undertaking.evidence.filter(({ dueOn }) => dueOn === day)
    return { due: day, state: stateOf(evidence, day < today), evidence }
  })
  const others = undertaking.evidence.filter(({ dueOn }) => dueOn === null || !days.includes(dueOn))
  return [...due, ...others.map((one) => ({ due: null, state: stateOf([one], false), evidence: [one] }))]
}

function stateOf(evidence: Shown[], isOver: boolean): OccurrenceState {
  const standing = evidence.filter(({ answers }) => !answers.some(({ answer }) => answer === 'questioned'))
  if (standing.length > 0) return 'kept'
  if (evidence.length > 0) return 'questioned'
  return isOver ? 'missed' : 'ahead'
}

/** The day to be kept next: the earliest without evidence, missed ones first. */
export const nextDue = (occurrences: Occurrence<Shown>[]): CalendarDate | null =>
  occurrences.find(({ due, state }) => due !== null && (state === 'missed' || state === 'ahead'))?.due ?? null
