import type { Scope } from '../accounts/scope.ts'
import { recordActivity } from '../platform/audit/record.ts'
import { transaction } from '../platform/db/transaction.ts'
import type { Services } from '../web/env.ts'
import { actorOf, subjectOf } from './activity.ts'
import { lockRelease } from './lifting.ts'
import { decidesFor } from './policy.ts'

export type WithdrawalRefusal = { refused: 'not-yours' | 'withdrawn' }

/**
 * Stops a release before it is lifted, or takes a public one back; any issuer may. Before, nobody learns that there was one; afterwards its
 * page, feeds and mails say that it was withdrawn and why.
 */
export async function withdrawRelease(
  services: Services,
  scope: Scope,
  releaseId: string,
  input: { organisationId: string; reason: string },
): Promise<{ withdrawn: true; wasPublic: boolean } | WithdrawalRefusal> {
  return transaction(services.database.db, async (tx) => {
    const { release, now } = await lockRelease(tx, services, releaseId)
    if (!decidesFor(scope, release).includes(input.organisationId)) return { refused: 'not-yours' as const }
    if (release.withdrawal) return { refused: 'withdrawn' as const }
    await tx
      .insertInto('release_withdrawal')
      .values({
        release_id: releaseId,
        reason: input.reason,
        organisation_id: input.organisationId,
        withdrawn_by: scope.person?.personId ?? null,
        withdrawn_at: now,
      })
      .execute()
    const wasPublic = release.lifting !== null
    await recordActivity(tx, {
      subject: subjectOf(releaseId),
      verb: wasPublic ? 'release.withdrawn' : 'release.stopped',
      actor: actorOf(scope, input.organisationId),
      facts: { organisation: input.organisationId, revision: release.newest.revision },
      personal: { reason: input.reason },
      at: now,
    })
    await services.jobs.enqueue(tx, 'press.distribute', { releaseId }, { key: `${releaseId}-withdrawn` })
    return { withdrawn: true as const, wasPublic }
  })
}
