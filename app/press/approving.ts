import type { Scope } from '../accounts/scope.ts'
import { recordActivity } from '../platform/audit/record.ts'
import type { Tx } from '../platform/db/tables.ts'
import { transaction } from '../platform/db/transaction.ts'
import { newId } from '../platform/ids.ts'
import type { Services } from '../web/env.ts'
import { actorOf, subjectOf } from './activity.ts'
import { assembleRelease, type Release } from './assembling.ts'
import { laggingOf } from './content.ts'
import { correctionInWork } from './correcting.ts'
import { lockRelease, noteLifting } from './lifting.ts'
import { decidesFor } from './policy.ts'

export type ReleaseApprovalRefusal = {
  refused:
    | 'not-yours'
    | 'not-an-issuer'
    | 'text-changed'
    | 'already-approved'
    | 'language-lags'
    | 'withdrawn'
    | 'public'
}

/**
 * An issuer's consent to one exact content in all its languages. Whoever read an earlier one approves nothing. The last approval lifts a
 * release whose instant has passed, or puts a correction into effect.
 */
export async function approveRelease(
  services: Services,
  scope: Scope,
  releaseId: string,
  input: { organisationId: string; revision: number; contentSha256: string },
): Promise<{ approved: true; standing: Release['standing'] } | ReleaseApprovalRefusal> {
  return transaction(services.database.db, async (tx) => {
    const { release, now } = await lockRelease(tx, services, releaseId)
    const refusal = refusalOf(scope, release, input)
    if (refusal) return refusal
    await tx
      .insertInto('release_approval')
      .values({
        id: newId(),
        release_id: releaseId,
        organisation_id: input.organisationId,
        revision: release.newest.revision,
        content_sha256: Buffer.from(release.newest.sha256, 'hex'),
        approved_by: scope.person?.personId ?? null,
        approved_at: now,
        withdrawn_by: null,
        withdrawn_at: null,
      })
      .execute()
    await recordActivity(tx, {
      subject: subjectOf(releaseId),
      verb: 'release.approved',
      actor: actorOf(scope, input.organisationId),
      facts: { organisation: input.organisationId, revision: input.revision, contentSha256: input.contentSha256 },
      at: now,
    })
    const after = await follow(tx, services, releaseId, now)
    return { approved: true as const, standing: after.standing }
  })
}

function refusalOf(
  scope: Scope,
  release: Release,
  input: { organisationId: string; revision: number; contentSha256: string },
): ReleaseApprovalRefusal | null {
  const issuer = release.issuers.find((candidate) => candidate.organisationId === input.organisationId)
  if (!issuer) return { refused: 'not-an-issuer' }
  if (!decidesFor(scope, release).includes(input.organisationId)) return { refused: 'not-yours' }
  if (release.withdrawal) return { refused: 'withdrawn' }
  if (release.lifting && !correctionInWork(release)) return { refused: 'public' }
  const { newest } = release
  if (newest.revision !== input.revision || newest.sha256 !== input.contentSha256) return { refused: 'text-changed' }
  if (issuer.approvedAt) return { refused: 'already-approved' }
  return laggingOf(newest.content).length > 0 ? { refused: 'language-lags' } : null
}

/** What the last approval brings about, in the same transaction. */
async function follow(tx: Tx, services: Services, releaseId: string, now: Date): Promise<Release> {
  const after = await assembled(tx, releaseId, now)
  await noteLifting(tx, services, after, now)
  const correction = correctionInWork(after)
  if (!correction || after.issuers.some(({ approvedAt }) => !approvedAt)) return after
  await tx
    .updateTable('release_correction')
    .set({ effective_at: now })
    .where('release_id', '=', releaseId)
    .where('revision', '=', correction.revision)
    .execute()
  await services.jobs.enqueue(tx, 'press.distribute', { releaseId }, { key: `${releaseId}-${correction.revision}` })
  return assembled(tx, releaseId, now)
}

async function assembled(tx: Tx, releaseId: string, now: Date): Promise<Release> {
  const release = await assembleRelease(tx, releaseId, now)
  if (!release) throw new Error(`Release ${releaseId} vanished while it was locked.`)
  return release
}

/** Takes an approval back, as long as nobody but the issuers has read what was approved. */
export async function withdrawReleaseApproval(
  services: Services,
  scope: Scope,
  releaseId: string,
  organisationId: string,
): Promise<{ withdrawn: true } | { refused: 'not-yours' | 'not-approved' | 'public' | 'withdrawn' }> {
  return transaction(services.database.db, async (tx) => {
    const { release, now } = await lockRelease(tx, services, releaseId)
    if (!decidesFor(scope, release).includes(organisationId)) return { refused: 'not-yours' as const }
    if (release.withdrawal) return { refused: 'withdrawn' as const }
    if (release.lifting && !correctionInWork(release)) return { refused: 'public' as const }
    const taken = await tx
      .updateTable('release_approval')
      .set({ withdrawn_at: now, withdrawn_by: scope.person?.personId ?? null })
      .where('release_id', '=', releaseId)
      .where('organisation_id', '=', organisationId)
      .where('revision', '=', release.newest.revision)
      .where('withdrawn_at', 'is', null)
      .returning('id')
      .execute()
    if (taken.length === 0) return { refused: 'not-approved' as const }
    await recordActivity(tx, {
      subject: subjectOf(releaseId),
      verb: 'release.approval-withdrawn',
      actor: actorOf(scope, organisationId),
      facts: { organisation: organisationId, revision: release.newest.revision },
      at: now,
    })
    return { withdrawn: true as const }
  })
}
