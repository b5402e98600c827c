import { recordActivity } from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/tables.ts'
import { transaction } from '../../../platform/db/transaction.ts'
import type { Services } from '../../../web/env.ts'
import { houseTerms } from '../terms.ts'

const DAY = 24 * 60 * 60_000

/** Takes away the proofs of every event that has been over for as long as it promised. That there was one stays known. */
export async function deleteProofs(services: Services): Promise<{ deleted: number }> {
  const { db } = services.database
  const now = services.clock.now()
  const kept = await db
    .selectFrom('accreditation_proof')
    .innerJoin('accreditation', 'accreditation.registration_id', 'accreditation_proof.registration_id')
    .innerJoin('event', 'event.id', 'accreditation.event_id')
    .leftJoin('accreditation_terms', 'accreditation_terms.event_id', 'event.id')
    .select(['event.id', 'event.ends_at', 'event.lead_organisation_id', 'accreditation_terms.proof_days'])
    .distinct()
    .where('accreditation_proof.deleted_at', 'is', null)
    .where('event.ends_at', '<=', now)
    .execute()
  let deleted = 0
  for (const event of kept) {
    const days = event.proof_days ?? houseTerms.proofDays
    if (event.ends_at.getTime() + days * DAY > now.getTime()) continue
    deleted += await transaction(db, (tx) => deleteProofsOf(tx, event.id, event.lead_organisation_id, now))
  }
  return { deleted }
}

async function deleteProofsOf(tx: Tx, eventId: string, organisation: string, now: Date): Promise<number> {
  const proofs = await tx
    .selectFrom('accreditation_proof')
    .innerJoin('accreditation', 'accreditation.registration_id', 'accreditation_proof.registration_id')
    .select(['accreditation_proof.id', 'blob_sha256'])
    .where('accreditation.event_id', '=', eventId)
    .where('deleted_at', 'is', null)
    .forUpdate('accreditation_proof')
    .execute()
  if (proofs.length === 0) return 0
  const ids = proofs.map(({ id }) => id)
  await tx
    .updateTable('accreditation_proof')
    .set({ blob_sha256: null, deleted_at: now })
    .where('id', 'in', ids)
    .execute()
  // Each file is locked on its own, so no other row can mean the same one.
  const files = proofs.flatMap(({ blob_sha256 }) => (blob_sha256 ? [blob_sha256] : []))
  await tx.deleteFrom('blob').where('sha256', 'in', files).execute()
  await recordActivity(tx, {
    subject: { kind: 'event', id: eventId },
    verb: 'accreditation.proofs-deleted',
    actor: { person: null, organisation, via: 'system' },
    facts: { proofs: proofs.length },
    at: now,
  })
  return proofs.length
}
