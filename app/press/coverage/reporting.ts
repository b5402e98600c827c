import type { Scope } from '../../accounts/scope.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import type { Db } from '../../platform/db/tables.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import type { Services } from '../../web/env.ts'
import { actorOf, subjectOf } from '../activity.ts'
import { lockRelease } from '../lifting.ts'
import { speaksFor } from '../policy.ts'
import '../tables.ts'

export type NewClipping = {
  url: string
  outlet: string
  /** YYYY-MM-DD, as printed there. */
  publishedOn: string
  /** BCP 47: journalists write in more languages than we do. */
  language: string
  headline: string
  /** Whether readers of the release see it. */
  shown: boolean
}

export type Clipping = NewClipping & { id: string }

/** Adds an article about the release: where, when, in which language, under which headline. Its text stays where it is. */
export async function reportClipping(
  services: Services,
  scope: Scope,
  releaseId: string,
  input: NewClipping,
): Promise<{ id: string } | { refused: 'not-yours' | 'not-public' | 'already-listed' }> {
  return transaction(services.database.db, async (tx) => {
    const { release, now } = await lockRelease(tx, services, releaseId)
    const [organisation] = speaksFor(scope, release)
    if (!organisation) return { refused: 'not-yours' as const }
    if (!release.lifting) return { refused: 'not-public' as const }
    const id = newId()
    const made = await tx
      .insertInto('release_clipping')
      .values({
        id,
        release_id: releaseId,
        url: input.url,
        outlet: input.outlet,
        published_on: input.publishedOn,
        language: input.language,
        headline: input.headline,
        shown: input.shown,
        reported_for: organisation,
        reported_by: scope.person?.personId ?? null,
        reported_at: now,
        removed_at: null,
      })
      .onConflict((conflict) => conflict.columns(['release_id', 'url']).where('removed_at', 'is', null).doNothing())
      .returning('id')
      .execute()
    if (made.length === 0) return { refused: 'already-listed' as const }
    await recordActivity(tx, {
      subject: subjectOf(releaseId),
      verb: 'release.coverage-reported',
      actor: actorOf(scope, organisation),
      facts: { clipping: id, shown: input.shown },
      at: now,
    })
    return { id }
  })
}

export async function removeClipping(
  services: Services,
  scope: Scope,
  releaseId: string,
  clippingId: string,
): Promise<{ removed: true } | { refused: 'not-yours' | 'no-such-clipping' }> {
  return transaction(services.database.db, async (tx) => {
    const { release, now } = await lockRelease(tx, services, releaseId)
    const [organisation] = speaksFor(scope, release)
    if (!organisation) return { refused: 'not-yours' as const }
    const removed = await tx
      .updateTable('release_clipping')
      .set({ removed_at: now })
      .where('id', '=', clippingId)
      .where('release_id', '=', releaseId)
      .where('removed_at', 'is', null)
      .returning('id')
      .execute()
    if (removed.length === 0) return { refused: 'no-such-clipping' as const }
    await recordActivity(tx, {
      subject: subjectOf(releaseId),
      verb: 'release.coverage-removed',
      actor: actorOf(scope, organisation),
      facts: { clipping: clippingId },
      at: now,
    })
    return { removed: true as const }
  })
}

/** Newest first. `all`: for the press office, also what readers do not see. */
export async function coverageOf(db: Db, releaseId: string, all: boolean): Promise<Clipping[]> {
  let query = db
    .selectFrom('release_clipping')
    .select(['id', 'url', 'outlet', 'published_on', 'language', 'headline', 'shown'])
    .where('release_id', '=', releaseId)
    .where('removed_at', 'is', null)
    .orderBy('published_on', 'desc')
    .orderBy('id')
  if (!all) query = query.where('shown', '=', true)
  const rows = await query.execute()
  return rows.map(({ published_on, ...clipping }) => ({ ...clipping, publishedOn: published_on }))
}
