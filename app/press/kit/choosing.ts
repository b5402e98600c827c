import type { Scope } from '../../accounts/scope.ts'
import type { Content } from '../../language/translated.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import { transaction } from '../../platform/db/transaction.ts'
import type { Services } from '../../web/env.ts'
import { actorOf, subjectOf } from '../activity.ts'
import { addRevision } from '../correcting.ts'
import { lockRelease } from '../lifting.ts'
import { mayEdit } from '../policy.ts'
import { kitOf } from './assets.ts'

export type KitChoice = { assetIds: string[]; basedOn: number; reason?: Content }

export type KitChoiceRefusal = {
  refused: 'not-yours' | 'withdrawn' | 'changed-meanwhile' | 'no-such-file' | 'nothing-changed' | 'reason-missing'
}

/** Which files of the issuers' kits belong to the release. They are approved with it, and are under its embargo. */
export async function chooseFiles(
  services: Services,
  scope: Scope,
  releaseId: string,
  input: KitChoice,
): Promise<{ revision: number } | KitChoiceRefusal> {
  return transaction(services.database.db, async (tx) => {
    const { release, now } = await lockRelease(tx, services, releaseId)
    if (!mayEdit(scope, release)) return { refused: 'not-yours' as const }
    if (release.withdrawal) return { refused: 'withdrawn' as const }
    if (release.newest.revision !== input.basedOn) return { refused: 'changed-meanwhile' as const }
    const kit = await kitOf(tx, scope, release.issuerIds)
    const ids = new Set(input.assetIds)
    const assets = kit.filter(({ id }) => ids.has(id)).map(({ id, sha256 }) => ({ id, sha256 }))
    if (assets.length !== ids.size) return { refused: 'no-such-file' as const }
    const { content } = release.newest
    if (JSON.stringify(assets) === JSON.stringify(content.assets)) return { refused: 'nothing-changed' as const }
    const added = await addRevision(tx, scope, release, { ...content, assets }, input.reason, now)
    if ('refused' in added) return added
    await recordActivity(tx, {
      subject: subjectOf(releaseId),
      verb: 'release.kit-chosen',
      actor: actorOf(scope, release.leadOrganisationId),
      facts: { revision: added.revision, assets: assets.map(({ sha256 }) => sha256) },
      at: now,
    })
    return added
  })
}
