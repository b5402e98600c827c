import type { Scope } from '../accounts/scope.ts'
import type { DeclaredTime } from '../language/times.ts'
import { recordActivity } from '../platform/audit/record.ts'
import { transaction } from '../platform/db/transaction.ts'
import type { Services } from '../web/env.ts'
import { actorOf, subjectOf } from './activity.ts'
import type { Embargo, Release } from './assembling.ts'
import { insertEmbargo, insertRevision } from './drafting.ts'
import { lockRelease } from './lifting.ts'
import { mayEdit, speaksFor } from './policy.ts'

export type EmbargoChange = {
  organisationId: string
  lifts: DeclaredTime | null
  uponSignature: boolean
  reason: string
  /** The embargo that was seen: of two changes at once the second is told of the first. */
  basedOn: string
}

export type EmbargoRefusal = {
  refused: 'not-yours' | 'withdrawn' | 'public' | 'changed-meanwhile' | 'no-agreement' | 'nothing-changed'
}

/**
 * Moves the embargo. Later is any issuer's to say, and approvals stand: nobody agreed to less. Earlier, or without waiting for the
 * signature, is the lead's, and everybody approves anew.
 */
export async function changeEmbargo(
  services: Services,
  scope: Scope,
  releaseId: string,
  input: EmbargoChange,
): Promise<{ postponed: boolean } | EmbargoRefusal> {
  return transaction(services.database.db, async (tx) => {
    const { release, now } = await lockRelease(tx, services, releaseId)
    const refusal = refusalOf(scope, release, input)
    if (refusal) return refusal
    const postponed = !isLooser(release.embargo, input)
    await tx.updateTable('release_embargo').set({ replaced_at: now }).where('id', '=', release.embargo.id).execute()
    const id = await insertEmbargo(tx, scope, releaseId, { ...input, zone: release.embargo.zone }, now)
    const revision = release.newest.revision + 1
    if (!postponed) await insertRevision(tx, scope, releaseId, revision, release.newest.content, now)
    await recordActivity(tx, {
      subject: subjectOf(releaseId),
      verb: postponed ? 'release.postponed' : 'release.brought-forward',
      actor: actorOf(scope, input.organisationId),
      facts: { embargo: id, liftsAt: input.lifts?.instant ?? null, uponSignature: input.uponSignature },
      personal: { reason: input.reason },
      at: now,
    })
    await services.jobs.enqueue(tx, 'press.distribute', { releaseId }, { key: id })
    return { postponed }
  })
}

function refusalOf(scope: Scope, release: Release, input: EmbargoChange): EmbargoRefusal | null {
  const { embargo } = release
  if (!speaksFor(scope, release).includes(input.organisationId)) return { refused: 'not-yours' }
  if (release.withdrawal) return { refused: 'withdrawn' }
  if (release.lifting) return { refused: 'public' }
  if (embargo.id !== input.basedOn) return { refused: 'changed-meanwhile' }
  if (input.uponSignature && !release.agreementId) return { refused: 'no-agreement' }
  if (isLooser(embargo, input) && !mayEdit(scope, release)) return { refused: 'not-yours' }
  const sameMoment = embargo.liftsAt?.getTime() === (input.lifts ? Date.parse(input.lifts.instant) : undefined)
  const same = sameMoment && embargo.uponSignature === input.uponSignature
  return same && (!input.lifts || input.lifts.zone === embargo.zone) ? { refused: 'nothing-changed' } : null
}

/** Whether it could open something before the moment everybody agreed to. */
export function isLooser(
  before: Pick<Embargo, 'liftsAt' | 'uponSignature'>,
  after: { lifts: DeclaredTime | null; uponSignature: boolean },
): boolean {
  if (before.uponSignature && !after.uponSignature) return true
  if (!before.liftsAt) return false
  return !after.lifts || Date.parse(after.lifts.instant) < before.liftsAt.getTime()
}
