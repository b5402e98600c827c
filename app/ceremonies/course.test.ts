import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { StageKind } from './board.ts'
import { type Course, courseOf, stagesAhead } from './course.ts'
import { type Happening, isMove, type LogEntry } from './log.ts'

const kinds: StageKind[] = ['rehearsal', 'opening', 'signing', 'photo', 'questions', 'closing']
const stages = kinds.map((kind) => ({ id: kind, kind }))
const reason = { original: 'en' as const, text: { en: 'A reason' } }

/** What an operator may try; the verbs let through only what the course allows. */
const attempts = fc.array(
  fc.oneof(
    fc.record({ try: fc.constant('begin' as const), stage: fc.nat(kinds.length - 1) }),
    fc.record({ try: fc.constantFrom('end', 'finish', 'pause', 'resume', 'abort', 'open', 'undo', 'sign') }),
  ),
  { maxLength: 40 },
)
type Attempt = (typeof attempts extends fc.Arbitrary<infer T> ? T : never)[number]

/** The verbs' rules, without the database: what a move would write, or null where it is refused. */
function rule(course: Course, attempt: Attempt, outstanding: number): Happening | null {
  const over = course.standing === 'aborted' || course.standing === 'ended'
  switch (attempt.try) {
    case 'begin': {
      const ahead = stagesAhead(course)
      const place = ahead.findIndex(({ id }) => id === kinds[attempt.stage])
      if (over || course.standing === 'paused' || place < 0) return null
      if (ahead[place]?.kind === 'questions' && !course.opened && outstanding > 0) return null
      const skipped = ahead.slice(0, place).map(({ id }) => id)
      return { type: 'stage.begun', data: { stageId: kinds[attempt.stage]!, skipped } }
    }
    case 'end':
      return course.standing === 'running' && course.currentStageId
        ? { type: 'stage.ended', data: { stageId: course.currentStageId } }
        : null
    case 'finish':
      return over || course.standing === 'planned'
        ? null
        : { type: 'ceremony.ended', data: { skipped: stagesAhead(course).map(({ id }) => id) } }
    case 'pause':
      return course.standing === 'running' ? { type: 'ceremony.paused', data: { reason } } : null
    case 'resume':
      return course.standing === 'paused' ? { type: 'ceremony.resumed', data: {} } : null
    case 'abort':
      return over ? null : { type: 'ceremony.aborted', data: { reason } }
    case 'open':
      return over || course.opened ? null : { type: 'questions.opened', data: outstanding > 0 ? { reason } : {} }
    case 'undo':
      return course.lastMove ? { type: 'move.undone', data: { undoes: course.lastMove.seq } } : null
    default:
      return outstanding > 0 ? { type: 'signature.landed', data: { signatoryId: String(outstanding) } } : null
  }
}

/** Every state that a sequence of attempts goes through. */
function live(tried: Attempt[], required: number) {
  const log: LogEntry[] = []
  let outstanding = required
  const states = [{ course: courseOf(stages, log), outstanding, entry: null as LogEntry | null }]
  for (const attempt of tried) {
    const happening = rule(courseOf(stages, log), attempt, outstanding)
    if (!happening) continue
    if (happening.type === 'signature.landed') outstanding -= 1
    const at = new Date(Date.UTC(2022, 2, 22, 8, 0, log.length)).toISOString()
    const entry = { ...happening, seq: log.length + 1, at, actorId: 'operator', saw: null }
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
