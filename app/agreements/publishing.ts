import type { Scope } from '../accounts/scope.ts'
import { recordActivity } from '../platform/audit/record.ts'
import { transaction } from '../platform/db/transaction.ts'
import type { Services } from '../web/env.ts'
import { actorOf } from './activity.ts'
import { lockAgreement } from './locking.ts'
import { mayEdit } from './policy.ts'

export type PublicationRefusal = { refused: 'not-yours' | 'not-in-force' | 'not-published' }

/** Makes the agreement's public page: parties, term and languages, and the text if the parties wish. May be changed and undone. */
export async function publishAgreement(
  services: Services,
  scope: Scope,
  agreementId: string,
  input: { withText: boolean },
): Promise<{ published: true } | PublicationRefusal> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const agreement = await lockAgreement(tx, agreementId, now)
    if (!mayEdit(scope, agreement)) return { refused: 'not-yours' as const }
    if (!agreement.inForce) return { refused: 'not-in-force' as const }
    const publication = { with_text: input.withText, published_by: scope.person?.personId ?? null, published_at: now }
    await tx
      .insertInto('publication')
      .values({ agreement_id: agreementId, ...publication })
      .onConflict((conflict) => conflict.column('agreement_id').doUpdateSet(publication))
      .execute()
    await recordActivity(tx, {
      subject: { kind: 'agreement', id: agreementId },
      verb: 'agreement.published',
      actor: actorOf(scope, agreement.leadOrganisationId),
      facts: { withText: input.withText },
      at: now,
    })
    return { published: true as const }
  })
}

/** Takes the public page back; search engines and copies elsewhere are beyond our reach. */
export async function unpublishAgreement(
  services: Services,
  scope: Scope,
  agreementId: string,
): Promise<{ unpublished: true } | PublicationRefusal> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const agreement = await lockAgreement(tx, agreementId, now)
    if (!mayEdit(scope, agreement)) return { refused: 'not-yours' as const }
    if (!agreement.publication) return { refused: 'not-published' as const }
    await tx.deleteFrom('publication').where('agreement_id', '=', agreementId).execute()
    await recordActivity(tx, {
      subject: { kind: 'agreement', id: agreementId },
      verb: 'agreement.unpublished',
      actor: actorOf(scope, agreement.leadOrganisationId),
      facts: {},
      at: now,
    })
    return { unpublished: true as const }
  })
}
