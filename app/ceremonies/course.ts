import type { Content } from '../language/translated.ts'
import type { SignatoryState, StageKind, Standing } from './board.ts'
import { isMove, type LogEntry } from './log.ts'

/** Where a ceremony stands: the fold of its log over its stages. Who signed is not in here; signatures tell that themselves. */
export type Course = {
  /** Of the last row folded in; 0 before the first. */
  seq: number
  standing: Standing
  standingReason: Content | null
  stages: CourseStage[]
  currentStageId: string | null
  /** When questions were opened; with a reason, before the last signature. */
  opened: { at: string; actorId: string | null; reason: Content | null } | null
  marks: Record<string, Mark>
  /** The move that undoing takes back. */
  lastMove: LogEntry | null
  /** The last row by which an operator moved the ceremony, taking back included: what the next mover must have seen. */
  lastTouch: LogEntry | null
}

export type CourseStage = {
  id: string
  kind: StageKind
  beganAt: string | null
  endedAt: string | null
  skipped: boolean
}

/** What was said of a signatory who has not signed. */
export type Mark = { state: Exclude<SignatoryState, 'signed'>; at: string; reason: Content | null }

type Planned = { id: string; kind: StageKind }

/** Folds the log, rows in order; what was taken back is left out as if it had not happened. */
export function courseOf(stages: readonly Planned[], log: readonly LogEntry[]): Course {
  const undone = new Set(log.flatMap((entry) => (entry.type === 'move.undone' ? [entry.data.undoes] : [])))
  const start: Course = {
    seq: log.at(-1)?.seq ?? 0,
    standing: 'planned',
    standingReason: null,
    stages: stages.map(({ id, kind }) => ({ id, kind, beganAt: null, endedAt: null, skipped: false })),
    currentStageId: null,
    opened: null,
    marks: {},
    lastMove: null,
    lastTouch: log.findLast((entry) => isMove(entry) || entry.type === 'move.undone') ?? null,
  }
  return log.filter(({ seq }) => !undone.has(seq)).reduce(step, start)
}

function step(course: Course, entry: LogEntry): Course {
  const moved = isMove(entry) ? { ...course, lastMove: entry } : course
  const { at, actorId } = entry
  switch (entry.type) {
    case 'stage.begun':
      return begin(moved, entry.data, { at, actorId })
    case 'stage.ended':
      return { ...moved, currentStageId: null, stages: endAt(moved, entry.data.stageId, at) }
    case 'ceremony.paused':
      return { ...moved, standing: 'paused', standingReason: entry.data.reason }
    case 'ceremony.resumed':
      return { ...moved, standing: 'running', standingReason: null }
    case 'ceremony.aborted':
      return { ...moved, standing: 'aborted', standingReason: entry.data.reason }
    case 'ceremony.ended':
      return finish(moved, entry.data.skipped, at)
    case 'questions.opened':
      return { ...moved, opened: moved.opened ?? { at, actorId, reason: entry.data.reason ?? null } }
    case 'signatory.ready':
      return mark(moved, entry.data.signatoryId, { state: 'ready', at, reason: null })
    case 'signatory.prevented':
      return mark(moved, entry.data.signatoryId, { state: 'prevented', at, reason: entry.data.reason })
    case 'signatory.awaited':
      return mark(moved, entry.data.signatoryId, { state: 'awaiting', at, reason: null })
    default:
      return moved
  }
}

function begin(
  course: Course,
  { stageId, skipped }: { stageId: string; skipped: string[] },
  by: { at: string; actorId: string | null },
): Course {
  const ended = course.currentStageId ? endAt(course, course.currentStageId, by.at) : course.stages
  const stages = ended.map((stage) => {
    if (stage.id === stageId) return { ...stage, beganAt: by.at }
    return skipped.includes(stage.id) ? { ...stage, skipped: true } : stage
  })
  const kind = stages.find(({ id }) => id === stageId)?.kind
  const opened = course.opened ?? (kind === 'questions' ? { ...by, reason: null } : null)
  return { ...course, standing: 'running', standingReason: null, stages, currentStageId: stageId, opened }
}

function finish(course: Course, skipped: string[], at: string): Course {
  const ended = course.currentStageId ? endAt(course, course.currentStageId, at) : course.stages
  const stages = ended.map((stage) => (skipped.includes(stage.id) ? { ...stage, skipped: true } : stage))
  return { ...course, standing: 'ended', standingReason: null, stages, currentStageId: null }
}

const endAt = (course: Course, stageId: string, at: string): CourseStage[] =>
  course.stages.map((stage) => (stage.id === stageId ? { ...stage, endedAt: at } : stage))

const mark = (course: Course, signatoryId: string, given: Mark): Course => ({
  ...course,
  marks: { ...course.marks, [signatoryId]: given },
})

/** The stages that may begin now: all that come after the last one that was reached, in order. */
export function stagesAhead(course: Course): CourseStage[] {
  const reached = course.stages.findLastIndex(({ beganAt, skipped }) => beganAt !== null || skipped)
  return course.stages.slice(reached + 1)
}
