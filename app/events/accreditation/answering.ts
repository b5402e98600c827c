import { recordActivity } from '../../platform/audit/record.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { hashToken } from '../../platform/ids.ts'
import type { Services } from '../../web/env.ts'
import type { PressEvent } from './pressEvent.ts'
import { keepProof } from './proofs/keeping.ts'
import type { Upload } from './proofs/sniffing.ts'
import type { Wanted } from './tables.ts'

export type OpenRequest = { id: string; registrationId: string; wanted: Wanted; note: string | null }

/** What the press office asked by this link; null once it is answered, or the event is over. */
export async function requestByLink(
  db: Db | Tx,
  event: PressEvent,
  token: string,
  now: Date,
): Promise<OpenRequest | null> {
  if (event.ends <= now || event.cancelled) return null
  const row = await db
    .selectFrom('accreditation_request')
    .innerJoin('accreditation', 'accreditation.registration_id', 'accreditation_request.registration_id')
    .select(['id', 'accreditation.registration_id', 'wanted', 'note'])
    .where('token_hash', '=', hashToken(token))
    .where('answered_at', 'is', null)
    .where('accreditation.event_id', '=', event.id)
    .executeTakeFirst()
  return row ? { id: row.id, registrationId: row.registration_id, wanted: row.wanted, note: row.note } : null
}

export type AnsweringRefusal = { refused: 'request-gone' | 'answer-empty' }

/** Takes in what was missing: words, another file, or both. */
export async function answerRequest(
  services: Services,
  event: PressEvent,
  token: string,
  input: { answer: string; proof: Upload | null },
): Promise<{ answered: true } | AnsweringRefusal> {
  if (!input.answer && !input.proof) return { refused: 'answer-empty' }
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const request = await requestByLink(tx, event, token, now)
    if (!request) return { refused: 'request-gone' as const }
    const { numUpdatedRows } = await tx
      .updateTable('accreditation_request')
      .set({ answer: input.answer || null, answered_at: now })
      .where('id', '=', request.id)
      .where('answered_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return { refused: 'request-gone' as const }
    const proofId = input.proof ? await keepProof(tx, services, request.registrationId, input.proof, now) : null
    if (proofId)
      await tx.updateTable('accreditation_request').set({ proof_id: proofId }).where('id', '=', request.id).execute()
    await recordActivity(tx, {
      subject: { kind: 'event', id: event.id },
      verb: 'accreditation.more-given',
      actor: { person: null, organisation: null, via: 'system' },
      facts: { registration: request.registrationId, proof: proofId !== null },
      at: now,
    })
    return { answered: true as const }
  })
}
