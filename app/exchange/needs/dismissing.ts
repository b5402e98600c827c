import { actorOf } from '../../accounts/activity.ts'
import { holds, type Scope } from '../../accounts/scope.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import type { Services } from '../../web/env.ts'
import { saidFor } from './dismissed.ts'
import { findNeed, type Need } from './finding.ts'
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
    const sides = await sidesOf(tx, scope, now, reference, other)
    if ('refused' in sides) return sides
    const { need, organisation, otherNeed } = sides
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

/** It was a match after all: it is shown again, on both sides. */
export async function restoreMatch(
  services: Services,
  scope: Scope,
  { reference, other }: { reference: string; other: OtherSide },
): Promise<{ restored: true } | { refused: 'no-such-need' | 'no-such-match' }> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const sides = await sidesOf(tx, scope, now, reference, other)
    if ('refused' in sides) return sides
    const { need, organisation, otherNeed } = sides
    const gone = await tx
      .deleteFrom('need_dismissal as gone')
      .where('need_id', '=', need.id)
      // What the other side said is the other side's to take back.
      .where(saidFor(need.keeps ? [need.organisationId, need.cluster.homeId] : [organisation?.id ?? need.id]))
      .where('organisation_id', 'is not distinct from', organisation?.id ?? null)
      .where('other_need_id', 'is not distinct from', otherNeed?.id ?? null)
      .returning('id')
      .executeTakeFirst()
    if (!gone) return { refused: 'no-such-match' as const }
    await recordActivity(tx, {
      subject: { kind: 'need', id: need.id },
      verb: 'need.match-restored',
      actor: actorOf(scope, need.keeps ? need.organisationId : organisation?.id),
      facts: { other: organisation?.id ?? otherNeed?.id ?? null },
      at: now,
    })
    return { restored: true as const }
  })
}

type Sides = { need: Need; organisation: { id: string } | undefined; otherNeed: Need | null }

/** A need and the other side of a match, for whoever keeps the need or belongs to the member. */
async function sidesOf(
  tx: Tx,
  scope: Scope,
  now: Date,
  reference: string,
  other: OtherSide,
): Promise<Sides | { refused: 'no-such-need' | 'no-such-match' }> {
  const need = await findNeed(tx, scope, now, reference)
  if (!need) return { refused: 'no-such-need' }
  const organisation =
    'organisation' in other
      ? await tx.selectFrom('organisation').select('id').where('slug', '=', other.organisation).executeTakeFirst()
      : undefined
  const isTheirs = organisation && holds(scope, organisation.id, 'member', 'manager', 'coordinator')
  if (!need.keeps && !isTheirs) return { refused: 'no-such-need' }
  const otherNeed = 'need' in other ? await findNeed(tx, scope, now, other.need) : null
  if (!organisation && !otherNeed) return { refused: 'no-such-match' }
  return { need, organisation, otherNeed }
}
