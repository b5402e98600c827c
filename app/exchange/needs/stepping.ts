import { actorOf } from '../../accounts/activity.ts'
import type { Scope } from '../../accounts/scope.ts'
import { addToDate } from '../../language/dates.ts'
import { localTime } from '../../language/times.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import type { Services } from '../../web/env.ts'
import { STANDS } from './entering.ts'
import { findNeed, type Need } from './finding.ts'
import { lockNeed } from './locking.ts'
import { isReview, mayFollow } from './state.ts'
import type { NeedAct } from './tables.ts'
import { tellOfStep } from './telling.ts'

export type StepRefusal = {
  refused: 'no-such-need' | 'not-reviewer' | 'not-in-this-state' | 'reason-needed' | 'expiry-passed'
}

/** The acts that the asker may take on a need as it stands. */
export const actsOn = (need: Need): NeedAct[] =>
  (['submitted', 'published', 'returned', 'renewed', 'withdrawn'] as const).filter(
    (act) => mayFollow(need.state, act) && (isReview(act) ? need.reviews : need.keeps),
  )

/**
 * Takes a need one step on: to its review, out into the open, back to those who entered it, on for another half year, or away. Whoever entered
 * it for a member may publish it as well; the record then says so.
 */
export async function takeNeedStep(
  services: Services,
  scope: Scope,
  { reference, act, reason }: { reference: string; act: NeedAct; reason: string | null },
): Promise<{ act: NeedAct } | StepRefusal> {
  const now = services.clock.now()
  const byPerson = scope.person?.personId ?? null
  return transaction(services.database.db, async (tx) => {
    await lockNeed(tx, reference)
    const need = await findNeed(tx, scope, now, reference)
    if (!need?.keeps) return { refused: 'no-such-need' as const }
    if (isReview(act) && !need.reviews) return { refused: 'not-reviewer' as const }
    if (!mayFollow(need.state, act)) return { refused: 'not-in-this-state' as const }
    if (act === 'returned' && !reason) return { refused: 'reason-needed' as const }
    const today = localTime(now.toISOString(), need.zone).date
    if (act === 'published' && need.expiresOn < today) return { refused: 'expiry-passed' as const }
    if (act === 'renewed') {
      const expiresOn = addToDate(today, STANDS)
      await tx.updateTable('need').set({ expires_on: expiresOn }).where('id', '=', need.id).execute()
    }
    await tx
      .insertInto('need_step')
      .values({ id: newId(), need_id: need.id, act, reason, by_person: byPerson, at: now })
      .execute()
    await tellOfStep(services, tx, need, { act, reason, byPerson })
    await recordActivity(tx, {
      subject: { kind: 'need', id: need.id },
      verb: `need.${act}`,
      actor: actorOf(scope, isReview(act) ? need.cluster.homeId : need.organisationId),
      facts: isReview(act) ? { enteredByReviewer: byPerson !== null && byPerson === need.enteredBy } : {},
      at: now,
    })
    return { act }
  })
}
