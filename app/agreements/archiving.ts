import { anchorHead } from '../platform/audit/anchor.ts'
import { recordActivity } from '../platform/audit/record.ts'
import { transaction } from '../platform/db/transaction.ts'
import { getBlob } from '../platform/storage/blobs.ts'
import { issueRevocationList } from '../signatures/revocationList.ts'
import { archive } from '../signatures/pdf/archiving.ts'
import type { Services } from '../web/env.ts'
import { assembleAgreement } from './assembling.ts'
import { installationAuthority } from './custody.ts'
import { lockAgreement } from './locking.ts'
import { storeRevision } from './preparing.ts'

/**
 * Completes a fully signed document for the long term: certificates and revocation list inside the file, then a document
 * time-stamp over the whole (PAdES B-LTA). The record's head is stamped at the same time. Runs as a job, and may run twice.
 */
export async function archiveAgreement(
  services: Services,
  agreementId: string,
): Promise<{ archived: boolean } | { failed: string }> {
  const now = services.clock.now()
  const agreement = await assembleAgreement(services.database.db, agreementId, now)
  const last = agreement?.documents.at(-1)
  if (!agreement?.inForce || !last || last.kind === 'archived') return { archived: false }
  const pdf = await getBlob(services.database.db, last.sha256)
  if (!pdf) throw new Error(`The newest revision of ${agreement.reference} is not in storage.`)
  const authority = await installationAuthority(services)
  const revocationList = await issueRevocationList(authority, { revoked: [], at: now })
  const archived = await archive(pdf.bytes, {
    certificates: [authority.certificate],
    revocationLists: [revocationList],
    timestamp: services.timestamps,
  })
  if ('failed' in archived) return { failed: archived.failed }

  const stored = await transaction(services.database.db, async (tx) => {
    const current = await lockAgreement(tx, agreementId, now)
    if (current.documents.at(-1)?.sha256 !== last.sha256) return false
    const sha256 = await storeRevision(tx, current, {
      revision: last.revision + 1,
      kind: 'archived',
      pdf: archived.pdf,
      facts: {},
      now,
    })
    await recordActivity(tx, {
      subject: { kind: 'agreement', id: agreementId },
      verb: 'document.archived',
      actor: { person: null, via: 'system' },
      facts: { sha256, stampedBy: services.timestamps.name },
      at: now,
    })
    return true
  })
  const anchored = await anchorHead(services.database.db, { kind: 'agreement', id: agreementId }, services.timestamps)
  return anchored && 'failed' in anchored ? { failed: anchored.failed } : { archived: stored }
}
