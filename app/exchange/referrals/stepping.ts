import { actorOf } from '../../accounts/activity.ts'
import type { Scope } from '../../accounts/scope.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { newId } from '../../platform/ids.ts'
import type { Services } from '../../web/env.ts'
import { daysAfterEscalation, daysFor, deadlineFrom } from './deadlines.ts'
import { lockReferral, type Referral } from './loading.ts'
import { type Responsible, responsibleFor } from './responsible.ts'
import { type Act, after, isOpen, type Side, type Standing } from './standing.ts'
import type { DeclineReason } from './tables.ts'
import { tellNext } from './telling.ts'

export type NewStep = {
  act: Act
  side: Side
  organisationId: string | null
  reason?: DeclineReason | null
  words?: string | null
  toOrganisationId?: string | null
  consents?: boolean
  /** For a handover: who has it from now on, in whose turn it is. */
  to?: string | null
}

/**
 * Writes one step, decides whose turn it is then and until when, and tells them. Null where the step is not possible as things stand: somebody
 * else was quicker.
 */
export async function takeStep(
  services: Services,
  tx: Tx,
  scope: Scope | null,
  referral: Referral,
  step: NewStep,
): Promise<Standing | null> {
  const now = services.clock.now()
  const { toOrganisationId = null, consents = false } = step
  const standing = after(referral.standing, { act: step.act, side: step.side, toOrganisationId, consents })
  if (!standing) return null
  const responsible = await nextResponsible(tx, referral, standing, step)
  const due = responsible && dueAfter(referral, standing, step.act, responsible, now)
  await tx
    .updateTable('referral_step')
    .set({ followed_at: now })
    .where('referral_id', '=', referral.id)
    .where('seq', '=', referral.last.seq)
    .execute()
  await insertStep(tx, scope, referral.id, referral.last.seq + 1, step, { responsible, due, now })
  if (standing.stage === 'introduced' && referral.standing.stage !== 'introduced')
    await services.jobs.enqueue(tx, 'impact.introduced', { referralId: referral.id, at: now.toISOString() })
  await tellNext(services, tx, await lockReferral(tx, referral.id), step.act, referral.standing)
  return standing
}

/** A turn that goes on keeps whoever has it; a handover names another. */
async function nextResponsible(
  tx: Tx,
  referral: Referral,
  standing: Standing,
  step: NewStep,
): Promise<Responsible | null> {
  const before = referral.steps.map(({ responsible }) => responsible?.personId ?? null)
  const found = await responsibleFor(tx, { ...referral, before }, standing)
  return found && step.act === 'handed-over' ? { ...found, personId: step.to ?? null } : found
}

/** A reminder does not prolong a deadline, an escalation begins one of its own. */
function dueAfter(referral: Referral, standing: Standing, act: Act, { zone }: Responsible, now: Date) {
  if (!isOpen(standing.stage)) return null
  if (act === 'escalated') return deadlineFrom(now, daysAfterEscalation, zone)
  const goesOn = standing.stage === referral.standing.stage && standing.companyId === referral.standing.companyId
  return goesOn && referral.last.due ? referral.last.due : deadlineFrom(now, daysFor[standing.stage], zone)
}

type Turn = { responsible: Responsible | null; due: { at: Date; zone: string } | null; now: Date }

export async function insertStep(
  tx: Tx,
  scope: Scope | null,
  referralId: string,
  seq: number,
  step: NewStep,
  { responsible, due, now }: Turn,
): Promise<void> {
  await tx
    .insertInto('referral_step')
    .values({
      id: newId(),
      referral_id: referralId,
      seq,
      act: step.act,
      side: step.side,
      organisation_id: step.organisationId,
      acted_by: scope?.person?.personId ?? null,
      acted_at: now,
      reason: step.reason ?? null,
      words: step.words ?? null,
      to_organisation_id: step.toOrganisationId ?? null,
      consents: step.consents ?? false,
      responsible_organisation_id: responsible?.organisationId ?? null,
      responsible_person_id: responsible?.personId ?? null,
      due_at: due?.at ?? null,
      due_zone: due?.zone ?? null,
      followed_at: null,
    })
    .execute()
  await recordActivity(tx, {
    subject: { kind: 'referral', id: referralId },
    verb: `referral.${step.act}`,
    actor: scope ? actorOf(scope, step.organisationId ?? undefined) : { person: null, via: 'system' },
    facts: { side: step.side, reason: step.reason ?? null, consents: step.consents ?? false },
    at: now,
  })
}
