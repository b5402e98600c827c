import type { Scope } from '../../accounts/scope.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import type { Db } from '../../platform/db/tables.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { json } from '../../platform/db/values.ts'
import { newId } from '../../platform/ids.ts'
import type { Services } from '../../web/env.ts'
import { actorOf, subjectOf } from '../activity.ts'
import type { Release } from '../assembling.ts'
import { lockRelease } from '../lifting.ts'
import { speaksFor } from '../policy.ts'
import { listsOf } from './lists.ts'

export type Audience = { toAccredited: boolean; listIds: string[] }

export type DistributionRefusal = {
  refused: 'not-yours' | 'withdrawn' | 'no-such-list' | 'nobody-chosen' | 'no-such-event'
}

/**
 * Confirms to whom the release is mailed when it is lifted, or at once if it is. Nobody gets the same release twice, however many lists they
 * stand on and however many distributions there are.
 */
export async function confirmDistribution(
  services: Services,
  scope: Scope,
  releaseId: string,
  audience: Audience,
): Promise<{ id: string } | DistributionRefusal> {
  return transaction(services.database.db, async (tx) => {
    const { release, now } = await lockRelease(tx, services, releaseId)
    const [organisation] = speaksFor(scope, release)
    if (!organisation) return { refused: 'not-yours' as const }
    if (release.withdrawal) return { refused: 'withdrawn' as const }
    if (!audience.toAccredited && audience.listIds.length === 0) return { refused: 'nobody-chosen' as const }
    if (audience.toAccredited && !release.eventId) return { refused: 'no-such-event' as const }
    const own = await listsOf(tx, scope, speaksFor(scope, release))
    if (!audience.listIds.every((id) => own.some((list) => list.id === id))) return { refused: 'no-such-list' as const }
    const id = newId()
    await tx
      .insertInto('release_distribution')
      .values({
        id,
        release_id: releaseId,
        to_accredited: audience.toAccredited,
        list_ids: json(audience.listIds),
        confirmed_by: scope.person?.personId ?? null,
        confirmed_at: now,
        cancelled_at: null,
      })
      .execute()
    await recordActivity(tx, {
      subject: subjectOf(releaseId),
      verb: 'release.distribution-confirmed',
      actor: actorOf(scope, organisation),
      facts: { distribution: id, toAccredited: audience.toAccredited, lists: audience.listIds },
      at: now,
    })
    await services.jobs.enqueue(tx, 'press.distribute', { releaseId }, { key: id })
    return { id }
  })
}

/** Before it has gone out. */
export async function cancelDistribution(
  services: Services,
  scope: Scope,
  releaseId: string,
  distributionId: string,
): Promise<{ cancelled: true } | { refused: 'not-yours' | 'public' | 'no-such-distribution' }> {
  return transaction(services.database.db, async (tx) => {
    const { release, now } = await lockRelease(tx, services, releaseId)
    const [organisation] = speaksFor(scope, release)
    if (!organisation) return { refused: 'not-yours' as const }
    if (release.lifting) return { refused: 'public' as const }
    const cancelled = await tx
      .updateTable('release_distribution')
      .set({ cancelled_at: now })
      .where('id', '=', distributionId)
      .where('release_id', '=', releaseId)
      .where('cancelled_at', 'is', null)
      .returning('id')
      .execute()
    if (cancelled.length === 0) return { refused: 'no-such-distribution' as const }
    await recordActivity(tx, {
      subject: subjectOf(releaseId),
      verb: 'release.distribution-cancelled',
      actor: actorOf(scope, organisation),
      facts: { distribution: distributionId },
      at: now,
    })
    return { cancelled: true as const }
  })
}

export type Distribution = { id: string; toAccredited: boolean; listIds: string[]; confirmedAt: Date }

export async function distributionsOf(db: Db, release: Release): Promise<Distribution[]> {
  const rows = await db
    .selectFrom('release_distribution')
    .selectAll()
    .where('release_id', '=', release.id)
    .where('cancelled_at', 'is', null)
    .orderBy('confirmed_at')
    .execute()
  return rows.map(({ id, to_accredited, list_ids, confirmed_at }) => ({
    id,
    toAccredited: to_accredited,
    listIds: list_ids,
    confirmedAt: confirmed_at,
  }))
}

/** How far the mails have come, occasion by occasion, as the mail room knows it. */
export async function progressOf(
  db: Db,
  release: Release,
): Promise<{ occasion: string; queued: number; delivered: number; givenUp: number }[]> {
  const rows = await db
    .selectFrom('release_delivery as delivery')
    .leftJoin('mail_attempt as attempt', (join) =>
      join.onRef('attempt.mail_id', '=', 'delivery.mail_id').on('attempt.outcome', 'in', ['delivered', 'failed']),
    )
    .select((select) => [
      'delivery.occasion',
      select.fn.count<number>('delivery.mail_id').distinct().as('queued'),
      select.fn.count<number>('attempt.mail_id').filterWhere('attempt.outcome', '=', 'delivered').as('delivered'),
      select.fn.count<number>('attempt.mail_id').filterWhere('attempt.outcome', '=', 'failed').as('givenUp'),
    ])
    .where('delivery.release_id', '=', release.id)
    .groupBy('delivery.occasion')
    .orderBy('delivery.occasion')
    .execute()
  return rows
}
