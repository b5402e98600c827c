import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { StageKind } from './board.ts'
import { type Course, courseOf } from './course.ts'
import { type Happening, isMove, type LogEntry } from './log.ts'
import { aborting, beginning, ending, finishing, opening, pausing, resuming, undoing } from './rules.ts'

const kinds: StageKind[] = ['rehearsal', 'opening', 'signing', 'photo', 'questions', 'closing']
const stages = kinds.map((kind) => ({ id: kind, kind }))
const reason = { original: 'en' as const, text: { en: 'A reason' } }

/** What an operator may try; the verbs let through only what the course allows. */
const attempts = fc.array(
  fc.oneof(
    fc.record({ try: fc.constant('begin' as const), stage: fc.nat(kinds.length - 1) }),
    fc.record({
      try: fc.constantFrom('end', 'finish', 'pause', 'resume', 'abort', 'open', 'override', 'undo', 'sign'),
    }),
  ),
  { maxLength: 40 },
)
type Attempt = (typeof attempts extends fc.Arbitrary<infer T> ? T : never)[number]

/** What the verbs would write, or why not; a signature lands by itself. */
function happening(course: Course, attempt: Attempt, outstanding: number): Happening | { refused: string } {
  const stageId = 'stage' in attempt ? kinds[attempt.stage]! : (course.currentStageId ?? '')
  switch (attempt.try) {
    case 'begin':
      return beginning(course, stageId, outstanding)
    case 'end':
      return ending(course, stageId)
    case 'finish':
      return finishing(course)
    case 'pause':
      return pausing(course, reason)
    case 'resume':
      return resuming(course)
    case 'abort':
      return aborting(course, reason)
    case 'open':
      return opening(course, null, outstanding)
    case 'override':
      return opening(course, reason, outstanding)
    case 'undo':
      return undoing(course)
    default:
      return outstanding > 0
        ? { type: 'signature.landed', data: { signatoryId: String(outstanding) } }
        : { refused: 'nobody left' }
  }
}

/** Every state that a sequence of attempts goes through. */
function live(tried: Attempt[], required: number) {
  const log: LogEntry[] = []
  let outstanding = required
  const states = [{ course: courseOf(stages, log), outstanding, entry: null as LogEntry | null }]
  for (const attempt of tried) {
    const next = happening(courseOf(stages, log), attempt, outstanding)
    if ('refused' in next) continue
    if (next.type === 'signature.landed') outstanding -= 1
    const at = new Date(Date.UTC(2022, 2, 22, 8, 0, log.length)).toISOString()
    const entry = { ...next, seq: log.length + 1, at, actorId: 'operator', saw: null }
    log.push(entry)
    states.push({ course: courseOf(stages, log), outstanding, entry })
  }
  return { log, states }
}

describe('whatever operators try', () => {
  test('questions are open only after the last signature, or with a reason', () => {
    fc.assert(
      fc.property(attempts, fc.integer({ min: 0, max: 3 }), (tried, required) => {
        for (const { course, outstanding } of live(tried, required).states) {
          if (course.opened && outstanding > 0) expect(course.opened.reason).toEqual(reason)
          const questions = course.stages.find(({ kind }) => kind === 'questions')
          if (questions?.beganAt) expect(course.opened).not.toBeNull()
        }
      }),
    )
  })

  test('one stage runs at most, stages begin in order, and what was skipped never began', () => {
    fc.assert(
      fc.property(attempts, (tried) => {
        for (const { course } of live(tried, 1).states) {
          const running = course.stages.filter(({ beganAt, endedAt }) => beganAt && !endedAt)
          expect(running.map(({ id }) => id)).toEqual(course.currentStageId ? [course.currentStageId] : [])
          const began = course.stages.flatMap(({ beganAt }) => (beganAt ? [beganAt] : []))
          expect(began).toEqual(began.toSorted())
          expect(course.stages.filter(({ skipped, beganAt }) => skipped && beganAt)).toEqual([])
          const reached = course.stages.map(({ skipped, beganAt }) => skipped || beganAt !== null)
          expect(reached).toEqual(reached.toSorted((a, b) => Number(b) - Number(a)))
        }
      }),
    )
  })

  test('taking a move back gives the course before it, but for the signatures that landed and the number', () => {
    fc.assert(
      fc.property(attempts, (tried) => {
        const { log, states } = live(tried, 2)
        for (const { entry } of states) {
          if (entry?.type !== 'move.undone') continue
          const without = log.filter(({ seq }) => seq < entry.seq && seq !== entry.data.undoes)
          const { seq: _, lastTouch: __, ...course } = states[entry.seq]!.course
          const { seq: ___, lastTouch: ____, ...expected } = courseOf(stages, without)
          expect(course).toEqual(expected)
        }
      }),
    )
  })

  test('the last move is one that stands, and the last touch is the newest of all', () => {
    fc.assert(
      fc.property(attempts, (tried) => {
        const { log, states } = live(tried, 1)
        const { course } = states.at(-1)!
        const undone = log.flatMap((entry) => (entry.type === 'move.undone' ? [entry.data.undoes] : []))
        const standing = log.filter((entry) => isMove(entry) && !undone.includes(entry.seq))
        expect(course.lastMove).toEqual(standing.at(-1) ?? null)
        expect(course.lastTouch?.seq).toBe(log.findLast((entry) => isMove(entry) || entry.type === 'move.undone')?.seq)
      }),
    )
  })
})
