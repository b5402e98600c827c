import type { Scope } from '../accounts/scope.ts'
import type { Content } from '../language/translated.ts'
import type { Tx } from '../platform/db/tables.ts'
import { json } from '../platform/db/values.ts'
import type { Correction, Release } from './assembling.ts'
import { type ReleaseContent } from './content.ts'
import { insertRevision } from './drafting.ts'

/** A correction that somebody has yet to approve: the newest revision of a release that is public. */
export const correctionInWork = (release: Release): Correction | null =>
  release.corrections.find(
    ({ revision, effectiveAt }) => effectiveAt === null && revision === release.newest.revision,
  ) ?? null

/**
 * Puts a new revision on top of the release, whatever was changed: approvals of the one before count no more. Of a public release it is a
 * correction, which says why and changes nothing for readers until every issuer has approved it.
 */
export async function addRevision(
  tx: Tx,
  scope: Scope,
  release: Release,
  content: ReleaseContent,
  reason: Content | undefined,
  now: Date,
): Promise<{ revision: number } | { refused: 'reason-missing' }> {
  const why = reason ?? correctionInWork(release)?.reason
  if (release.lifting && !why) return { refused: 'reason-missing' }
  const revision = release.newest.revision + 1
  await insertRevision(tx, scope, release.id, revision, content, now)
  if (release.lifting && why)
    await tx
      .insertInto('release_correction')
      .values({
        release_id: release.id,
        revision,
        reason: json(why),
        proposed_by: scope.person?.personId ?? null,
        proposed_at: now,
        effective_at: null,
      })
      .execute()
  return { revision }
}
