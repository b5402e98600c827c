import { isLocale } from '../language/locales.ts'
import { scaledClock } from '../platform/clock.ts'
import type { Db, Tx } from '../platform/db/tables.ts'
import { storedNameText } from '../organisations/storedName.ts'
import type { Board, BoardSignatory, BoardStage } from './board.ts'
import { type Course, courseOf, type Mark } from './course.ts'
import { boardQuestions } from './questions/showing.ts'
import { logOf, type PlannedStage, stagesOf } from './reading.ts'

/**
 * What everybody may see of a ceremony, put together from its log and from what the signing itself has written. No scope: whoever
 * calls has asked whether the event may be seen. Null where no ceremony is planned.
 */
export async function boardOf(db: Db | Tx, eventId: string): Promise<Board | null> {
  // The log comes first: what is read later may be newer than its number, and is then told again with the next one, never lost.
  const log = await logOf(db, eventId)
  const event = await db
    .selectFrom('event')
    .innerJoin('ceremony', 'ceremony.event_id', 'event.id')
    .leftJoin('ceremony_replay as replay', 'replay.event_id', 'event.id')
    .select(['slug', 'title', 'zone', 'agreement_id', 'demonstration', 'from_instant', 'speed', 'began_at'])
    .where('event.id', '=', eventId)
    .executeTakeFirst()
  if (!event) return null
  const stages = await stagesOf(db, eventId)
  const course = courseOf(stages, log)
  const replay =
    event.from_instant && event.began_at && event.speed
      ? { from: event.from_instant, speed: event.speed, since: event.began_at }
      : null
  const signatories = event.agreement_id ? await signatoriesOf(db, event.agreement_id, course.marks, replay) : []
  const signed = signatories.filter(({ state }) => state === 'signed')
  const complete = signatories.length > 0 && signed.length === signatories.length
  return {
    eventId,
    slug: event.slug,
    title: event.title,
    seq: course.seq,
    standing: course.standing,
    standingReason: course.standingReason,
    zone: event.zone,
    stages: stages.map((stage): BoardStage => boardStage(stage, course)),
    currentStageId: course.currentStageId,
    signatories,
    signedCount: signed.length,
    requiredCount: signatories.length,
    completedAt: complete ? latest(signed.map(({ at }) => at ?? '')) : null,
    questions: {
      gate: course.opened ? 'open' : 'closed',
      override: await overrideOf(db, course),
      ...(await boardQuestions(db, eventId, course.opened !== null)),
    },
    demonstration: event.demonstration,
    replay: replay && { at: replay.from.toISOString(), speed: replay.speed, since: replay.since.toISOString() },
  }
}

function boardStage(stage: PlannedStage, course: Course): BoardStage {
  const reached = course.stages.find(({ id }) => id === stage.id)
  return {
    id: stage.id,
    kind: stage.kind,
    title: stage.title,
    plannedAt: stage.plannedAt.toISOString(),
    plannedMinutes: stage.minutes,
    beganAt: reached?.beganAt ?? null,
    endedAt: reached?.endedAt ?? null,
    skipped: reached?.skipped ?? false,
  }
}

const latest = (instants: string[]): string | null => instants.toSorted().at(-1) ?? null

async function signatoriesOf(
  db: Db | Tx,
  agreementId: string,
  marks: Record<string, Mark>,
  replay: Replaying | null,
): Promise<BoardSignatory[]> {
  const rows = await db
    .selectFrom('signatory')
    .innerJoin('organisation', 'organisation.id', 'signatory.organisation_id')
    .leftJoin('signature', 'signature.signatory_id', 'signatory.id')
    .select([
      'signatory.id',
      'signatory.organisation_id',
      'organisation.name as organisation',
      'signatory.name',
      'signatory.office',
      'organisation.country',
      'organisation.time_zone',
      'signatory.display_order',
      'signatory.signing_order',
      'signature.signed_at',
    ])
    .where('signatory.agreement_id', '=', agreementId)
    .orderBy('signatory.display_order')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    organisation: row.organisation.text,
    name: row.name,
    office: row.office,
    country: row.country,
    timeZone: row.time_zone,
    displayOrder: row.display_order,
    signingOrder: row.signing_order,
    ...stateOf(row.signed_at && atTheReplay(row.signed_at, replay), marks[row.id]),
  }))
}

/** A clock that read `from` at the wall's `since` and ran at `speed`. */
type Replaying = { from: Date; speed: number; since: Date }

/** In a replay signatures are made now, by the wall's clock; its board tells when that was by the clock of the replay. */
const atTheReplay = (at: Date, replay: Replaying | null): Date =>
  replay ? scaledClock(replay, { now: () => at }).now() : at

/** A signature outranks whatever was said before it: also somebody who was prevented has then signed. */
function stateOf(signedAt: Date | null, mark: Mark | undefined): Pick<BoardSignatory, 'state' | 'at' | 'reason'> {
  if (signedAt) return { state: 'signed', at: signedAt.toISOString(), reason: null }
  return mark ?? { state: 'awaiting', at: null, reason: null }
}

async function overrideOf(db: Db | Tx, { opened }: Course): Promise<Board['questions']['override']> {
  if (!opened?.reason) return null
  const person = opened.actorId
    ? await db.selectFrom('person').select(['name', 'locale']).where('id', '=', opened.actorId).executeTakeFirst()
    : undefined
  // As the person writes it; somebody who was erased since has no name any more.
  return {
    by: person ? storedNameText(person.name, isLocale(person.locale) ? person.locale : 'en') : '—',
    reason: opened.reason,
    at: opened.at,
  }
}
