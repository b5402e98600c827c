import type { Scope } from '../accounts/scope.ts'
import type { Content } from '../language/translated.ts'
import type { Tx } from '../platform/db/tables.ts'
import { transaction } from '../platform/db/transaction.ts'
import { json } from '../platform/db/values.ts'
import { newId } from '../platform/ids.ts'
import type { Services } from '../web/env.ts'
import type { StageKind } from './board.ts'
import { actorOf, append, lockCeremony, type Moved } from './moving.ts'
import { mayPlan } from './policy.ts'
import type { Ceremony } from './reading.ts'

export type StagePlan = {
  /** Of a stage that is planned already and is to stay; a new one gets its own. */
  id?: string | undefined
  kind: StageKind
  title: Content
  plannedAt: Date
  minutes: number
  /** What those who run it are to do then; for them alone. */
  cue?: Content | null | undefined
}

export type CeremonyPlan = {
  stages: StagePlan[]
  /** How many questions an outlet may have in the queue or taken up; null: any number. */
  questionsPerOutlet: number | null
  /** Who moves it; nobody named: the organisers of the event. */
  operatorIds: string[]
}

export type PlanRefusal = {
  refused: 'no-event' | 'not-yours' | 'begun' | 'no-stages' | 'out-of-order' | 'no-such-stage' | 'no-such-person'
}

/**
 * Writes the run of show, or writes it anew: until the first stage other than a rehearsal has begun. A rehearsal that has been held stays.
 */
export function planCeremony(
  services: Services,
  scope: Scope,
  eventId: string,
  plan: CeremonyPlan,
): Promise<Moved | PlanRefusal> {
  return transaction(services.database.db, async (tx) => {
    const event = await hostsOf(tx, eventId)
    if (!event) return { refused: 'no-event' as const }
    if (!mayPlan(scope, event)) return { refused: 'not-yours' as const }
    const now = services.clock.now()
    const by = scope.person?.personId ?? null
    await tx
      .insertInto('ceremony')
      .values({ event_id: eventId, questions_per_outlet: null, planned_by: by, planned_at: now })
      .onConflict((conflict) => conflict.column('event_id').doNothing())
      .execute()
    const ceremony = await lockCeremony(tx, eventId)
    if (!ceremony) throw new Error(`The ceremony of ${eventId} was entered and is not there.`)
    const wrong = wrongWith(plan, ceremony) ?? (await strangers(tx, plan))
    if (wrong) {
      // Nothing is entered by a plan that is refused.
      if (ceremony.log.length === 0) await tx.deleteFrom('ceremony').where('event_id', '=', eventId).execute()
      return wrong
    }
    await tx
      .updateTable('ceremony')
      .set({ questions_per_outlet: plan.questionsPerOutlet, planned_by: by, planned_at: now })
      .where('event_id', '=', eventId)
      .execute()
    await writeStages(tx, ceremony, plan.stages)
    await nameOperators(tx, ceremony, plan.operatorIds, { by, now })
    return append(services, tx, actorOf(scope, ceremony), ceremony, { type: 'ceremony.planned', data: {} })
  })
}

async function hostsOf(tx: Tx, eventId: string) {
  const row = await tx.selectFrom('event').select('lead_organisation_id').where('id', '=', eventId).executeTakeFirst()
  if (!row) return null
  const hosts = await tx.selectFrom('event_host').select('organisation_id').where('event_id', '=', eventId).execute()
  return { leadOrganisationId: row.lead_organisation_id, hostIds: hosts.map((host) => host.organisation_id) }
}

function wrongWith(plan: CeremonyPlan, { course, stages, log }: Ceremony): PlanRefusal | null {
  if (course.standing !== 'planned' && course.stages.some((stage) => stage.beganAt && stage.kind !== 'rehearsal'))
    return { refused: 'begun' }
  if (course.standing === 'aborted' || course.standing === 'ended') return { refused: 'begun' }
  if (plan.stages.length === 0) return { refused: 'no-stages' }
  const given = plan.stages.flatMap(({ id }) => (id ? [id] : []))
  const known = stages.map(({ id }) => id)
  if (given.some((id) => !known.includes(id)) || new Set(given).size < given.length) return { refused: 'no-such-stage' }
  // What the log tells of must stay what it was, also where it was taken back since.
  const told = log.flatMap(({ data }) => ('stageId' in data ? [data.stageId] : 'skipped' in data ? data.skipped : []))
  const kept = (id: string) =>
    plan.stages.some((stage) => stage.id === id && stage.kind === stages.find((one) => one.id === id)?.kind)
  if (told.some((id) => !kept(id))) return { refused: 'begun' }
  const times = plan.stages.map(({ plannedAt }) => plannedAt.getTime())
  return times.some((time, index) => index > 0 && time < times[index - 1]!) ? { refused: 'out-of-order' } : null
}

async function strangers(tx: Tx, { operatorIds }: CeremonyPlan): Promise<PlanRefusal | null> {
  if (operatorIds.length === 0) return null
  const known = await tx.selectFrom('person').select('id').where('id', 'in', operatorIds).execute()
  return operatorIds.every((id) => known.some((person) => person.id === id)) ? null : { refused: 'no-such-person' }
}

async function writeStages(tx: Tx, { eventId, stages }: Ceremony, plans: StagePlan[]): Promise<void> {
  const kept = plans.flatMap(({ id }) => (id ? [id] : []))
  const gone = stages.filter(({ id }) => !kept.includes(id)).map(({ id }) => id)
  if (gone.length > 0) await tx.deleteFrom('ceremony_stage').where('id', 'in', gone).execute()
  const rows = plans.map(({ id, kind, title, plannedAt, minutes, cue }, index) => ({
    id: id ?? newId(),
    event_id: eventId,
    position: index + 1,
    kind,
    title: json(title),
    planned_at: plannedAt,
    minutes,
    cue: cue ? json(cue) : null,
  }))
  await tx
    .insertInto('ceremony_stage')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((eb) => ({
        position: eb.ref('excluded.position'),
        kind: eb.ref('excluded.kind'),
        title: eb.ref('excluded.title'),
        planned_at: eb.ref('excluded.planned_at'),
        minutes: eb.ref('excluded.minutes'),
        cue: eb.ref('excluded.cue'),
      })),
    )
    .execute()
}

async function nameOperators(
  tx: Tx,
  { eventId, operatorIds }: Ceremony,
  wanted: string[],
  { by, now }: { by: string | null; now: Date },
): Promise<void> {
  const ended = operatorIds.filter((id) => !wanted.includes(id))
  if (ended.length > 0) {
    await tx
      .updateTable('ceremony_operator')
      .set({ ended_at: now })
      .where('event_id', '=', eventId)
      .where('person_id', 'in', ended)
      .where('ended_at', 'is', null)
      .execute()
  }
  const added = [...new Set(wanted)].filter((id) => !operatorIds.includes(id))
  if (added.length > 0) {
    const rows = added.map((id) => ({
      id: newId(),
      event_id: eventId,
      person_id: id,
      named_by: by,
      named_at: now,
      ended_at: null,
    }))
    await tx.insertInto('ceremony_operator').values(rows).execute()
  }
}
