import { holds, type Scope } from '../../accounts/scope.ts'
import { addToDate } from '../../language/dates.ts'
import { localTime, startOfDay } from '../../language/times.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import { transaction } from '../../platform/db/transaction.ts'
import type { Services } from '../../web/env.ts'
import { actorOf } from '../activity.ts'
import type { Agreement } from '../agreement.ts'
import { lockAgreement } from '../locking.ts'
import { tellParties } from './telling.ts'

export type TerminatingRefusal = {
  refused: 'not-yours' | 'not-in-force' | 'noticed-already' | 'ends-sooner' | 'no-notice' | 'in-effect'
}

/** When an agreement is over after notice given now: with the beginning of the day after the notice period, where the drafting party is. */
export function noticeEnds(agreement: Pick<Agreement, 'noticeMonths' | 'timeZone'>, now: Date): Date {
  const today = localTime(now.toISOString(), agreement.timeZone).date
  return new Date(startOfDay(addToDate(today, { months: agreement.noticeMonths, days: 1 }), agreement.timeZone).instant)
}

/** A party gives notice. The others are told at once; the agreement is over when the period it names has run out. */
export async function terminateAgreement(
  services: Services,
  scope: Scope,
  agreementId: string,
  { organisationId, reason }: { organisationId: string; reason: string },
): Promise<{ effectiveFrom: Date } | TerminatingRefusal> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const agreement = await lockAgreement(tx, agreementId, now)
    if (!agreement.partyIds.includes(organisationId) || !holds(scope, organisationId, 'manager'))
      return { refused: 'not-yours' as const }
    if (agreement.termination) return { refused: 'noticed-already' as const }
    if (!agreement.inForce || !['in-force', 'suspended'].includes(agreement.standing))
      return { refused: 'not-in-force' as const }
    const effectiveFrom = noticeEnds(agreement, now)
    const over = startOfDay(addToDate(agreement.inForce.until, { days: 1 }), agreement.timeZone).instant
    if (effectiveFrom >= new Date(over)) return { refused: 'ends-sooner' as const }
    await tx
      .insertInto('agreement_termination')
      .values({
        agreement_id: agreementId,
        organisation_id: organisationId,
        reason,
        effective_from: effectiveFrom,
        noticed_by: scope.person?.personId ?? null,
        noticed_at: now,
      })
      .execute()
    await recordActivity(tx, {
      subject: { kind: 'agreement', id: agreementId },
      verb: 'agreement.notice-given',
      actor: actorOf(scope, organisationId),
      facts: { effectiveFrom: effectiveFrom.toISOString() },
      at: now,
    })
    await tellParties(services, tx, agreement, { kind: 'noticed', organisationId, reason })
    return { effectiveFrom }
  })
}

/** Takes notice back, as long as it has not taken effect. */
export async function retractNotice(
  services: Services,
  scope: Scope,
  agreementId: string,
): Promise<{ retracted: true } | TerminatingRefusal> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const agreement = await lockAgreement(tx, agreementId, now)
    const { termination } = agreement
    if (!termination) return { refused: 'no-notice' as const }
    if (!holds(scope, termination.organisationId, 'manager')) return { refused: 'not-yours' as const }
    if (termination.from <= now) return { refused: 'in-effect' as const }
    await tx.deleteFrom('agreement_termination').where('agreement_id', '=', agreementId).execute()
    await recordActivity(tx, {
      subject: { kind: 'agreement', id: agreementId },
      verb: 'agreement.notice-retracted',
      actor: actorOf(scope, termination.organisationId),
      facts: {},
      at: now,
    })
    await tellParties(services, tx, agreement, {
      kind: 'retracted',
      organisationId: termination.organisationId,
      reason: null,
    })
    return { retracted: true as const }
  })
}
