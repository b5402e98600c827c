import type { Content } from '../language/translated.ts'
import type { Db, Tx } from '../platform/db/tables.ts'
import type { StageKind } from './board.ts'
import { type Course, courseOf } from './course.ts'
import type { LogEntry } from './log.ts'

export type PlannedStage = {
  id: string
  kind: StageKind
  title: Content
  plannedAt: Date
  minutes: number
  cue: Content | null
}

/** A ceremony as its verbs need it. */
export type Ceremony = {
  eventId: string
  event: {
    leadOrganisationId: string
    hostIds: string[]
    agreementId: string | null
    demonstration: boolean
  }
  stages: PlannedStage[]
  /** People who were named to move it; while there are none, the organisers do. */
  operatorIds: string[]
  questionsPerOutlet: number | null
  log: LogEntry[]
  course: Course
}

/** No scope is asked here: the verbs, and the queries of pages, ask. */
export async function readCeremony(db: Db | Tx, eventId: string): Promise<Ceremony | null> {
  const row = await db
    .selectFrom('ceremony')
    .innerJoin('event', 'event.id', 'ceremony.event_id')
    .select([
      'event.lead_organisation_id',
      'event.agreement_id',
      'event.demonstration',
      'ceremony.questions_per_outlet',
    ])
    .where('ceremony.event_id', '=', eventId)
    .executeTakeFirst()
  if (!row) return null
  const log = await logOf(db, eventId)
  const hosts = await db.selectFrom('event_host').select('organisation_id').where('event_id', '=', eventId).execute()
  const stages = await stagesOf(db, eventId)
  const operators = await db
    .selectFrom('ceremony_operator')
    .select('person_id')
    .where('event_id', '=', eventId)
    .where('ended_at', 'is', null)
    .orderBy('named_at')
    .execute()
  return {
    eventId,
    event: {
      leadOrganisationId: row.lead_organisation_id,
      hostIds: hosts.map((host) => host.organisation_id),
      agreementId: row.agreement_id,
      demonstration: row.demonstration,
    },
    stages,
    operatorIds: operators.map((operator) => operator.person_id),
    questionsPerOutlet: row.questions_per_outlet,
    log,
    course: courseOf(stages, log),
  }
}

export async function logOf(db: Db | Tx, eventId: string): Promise<LogEntry[]> {
  const rows = await db.selectFrom('ceremony_log').selectAll().where('event_id', '=', eventId).orderBy('seq').execute()
  return rows.map(
    ({ seq, at, actor_id, type, data, saw }) =>
      ({ seq, at: at.toISOString(), actorId: actor_id, type, data, saw }) as LogEntry,
  )
}

export async function stagesOf(db: Db | Tx, eventId: string): Promise<PlannedStage[]> {
  const rows = await db
    .selectFrom('ceremony_stage')
    .selectAll()
    .where('event_id', '=', eventId)
    .orderBy('position')
    .execute()
  return rows.map(({ id, kind, title, planned_at, minutes, cue }) => ({
    id,
    kind,
    title,
    plannedAt: planned_at,
    minutes,
    cue,
  }))
}
