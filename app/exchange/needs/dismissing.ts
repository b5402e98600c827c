import { actorOf } from '../../accounts/activity.ts'
import { holds, type Scope } from '../../accounts/scope.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import type { Services } from '../../web/env.ts'
import { findNeed } from './finding.ts'
import type { DismissalReason } from './tables.ts'

/** The other side of a match: a member by short name, or another need by reference. */
export type OtherSide = { organisation: string } | { need: string }

/**
 * "Not for us": a match is not shown again, on neither side, and the reason is remembered. Said by whoever keeps the need, or by the member's
 * own people.
 */
export async function dismissMatch(
  services: Services,
  scope: Scope,
  { reference, other, reason }: { reference: string; other: OtherSide; reason: DismissalReason },
): Promise<{ dismissed: true } | { refused: 'no-such-need' | 'no-such-match' }> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const need = await findNeed(tx, scope, now, reference)
    if (!need) return { refused: 'no-such-need' as const }
    const organisation =
      'organisation' in other
        ? await tx.selectFrom('organisation').select('id').where('slug', '=', other.organisation).executeTakeFirst()
        : undefined
    const isTheirs = organisation && holds(scope, organisation.id, 'member', 'manager', 'coordinator')
    if (!need.keeps && !isTheirs) return { refused: 'no-such-need' as const }
    const otherNeed = 'need' in other ? await findNeed(tx, scope, now, other.need) : null
    if (!organisation && !otherNeed) return { refused: 'no-such-match' as const }
    await tx
      .insertInto('need_dismissal')
      .values({
        id: newId(),
        need_id: need.id,
        organisation_id: organisation?.id ?? null,
        other_need_id: otherNeed?.id ?? null,
        reason,
        by_person: scope.person?.personId ?? null,
        at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await recordActivity(tx, {
      subject: { kind: 'need', id: need.id },
      verb: 'need.match-dismissed',
      actor: actorOf(scope, need.keeps ? need.organisationId : organisation?.id),
      facts: { reason, other: organisation?.id ?? otherNeed?.id ?? null },
      at: now,
    })
    return { dismissed: true as const }
  })
}
