import { anchorHead } from '../platform/audit/anchor.ts'
import type { Services } from '../web/env.ts'

/**
 * Has the head of every agreement's record time-stamped whose newest entries no time-stamp covers yet. Runs every night: from then on,
 * cutting the tail or computing the chain anew shows. A failing service is tried again with the next agreement, and the next night.
 */
export async function anchorRecords(
  services: Pick<Services, 'database' | 'timestamps'>,
): Promise<{ anchored: number; failed: number }> {
  const { db } = services.database
  const behind = await db
    .selectFrom('activity_head as head')
    .select('head.subject_id')
    .where('head.subject_kind', '=', 'agreement')
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('activity_anchor as anchor')
            .select('anchor.id')
            .whereRef('anchor.subject_kind', '=', 'head.subject_kind')
            .whereRef('anchor.subject_id', '=', 'head.subject_id')
            .whereRef('anchor.seq', '=', 'head.seq'),
        ),
      ),
    )
    .orderBy('head.subject_id')
    .execute()
  const count = { anchored: 0, failed: 0 }
  for (const { subject_id: id } of behind) {
    const outcome = await anchorHead(db, { kind: 'agreement', id }, services.timestamps)
    if ('anchored' in outcome) count.anchored += 1
    if ('failed' in outcome) count.failed += 1
  }
  return count
}
