import type { Scope } from '../../../accounts/scope.ts'
import { recordActivity } from '../../../platform/audit/record.ts'
import { transaction } from '../../../platform/db/transaction.ts'
import { queueMail } from '../../../platform/mail/queue.ts'
import type { Services } from '../../../web/env.ts'
import { standingRevokedMail } from '../mails.ts'
import { ownStanding } from './standing.ts'

export type RevokingRefusal = { refused: 'no-such-standing' | 'already-revoked' }

/** Ends a standing accreditation now. Events to which it has admitted already are not touched: each has its own decision. */
export async function revokeStanding(
  services: Services,
  scope: Scope,
  input: { standingId: string; reason: string },
): Promise<{ revoked: true } | RevokingRefusal> {
  const now = services.clock.now()
  const { db } = services.database
  const own = await ownStanding(db, scope, input.standingId)
  if (!own) return { refused: 'no-such-standing' }
  return transaction(db, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('standing_accreditation')
      .set({ revoked_at: now, revoked_by: scope.person?.personId ?? null, revoked_because: input.reason || null })
      .where('id', '=', own.id)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return { refused: 'already-revoked' as const }
    const mail = standingRevokedMail(own, { organisation: own.organisationName, reason: input.reason })
    await queueMail(tx, services.jobs.enqueue, { ...mail, at: now })
    await recordActivity(tx, {
      subject: { kind: 'organisation', id: own.organisationId },
      verb: 'accreditation.standing-revoked',
      actor: {
        person: scope.person?.personId ?? null,
        organisation: own.organisationId,
        via: scope.via === 'anonymous' ? 'system' : scope.via,
      },
      facts: { standing: own.id },
      at: now,
    })
    return { revoked: true as const }
  })
}
