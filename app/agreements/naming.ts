import type { Scope } from '../accounts/scope.ts'
import type { Content } from '../language/translated.ts'
import type { StoredName } from '../organisations/storedName.ts'
import { recordActivity } from '../platform/audit/record.ts'
import { json } from '../platform/db/values.ts'
import { transaction } from '../platform/db/transaction.ts'
import { newId } from '../platform/ids.ts'
import type { Services } from '../web/env.ts'
import { actorOf } from './activity.ts'
import { lockAgreement } from './locking.ts'
import { namesSignatoriesFor } from './policy.ts'
import { peopleOf } from './people.ts'
import type { AuthorityGround } from './tables.ts'

export type SignatoryNaming = {
  organisationId: string
  personId: string
  name: StoredName
  office: Content
  ground: AuthorityGround
  /** Which board decision, which delegation, since when the office is held: what a lawyer would look up. */
  groundReference: string
  groundDate?: string
  groundLimits?: string
  displayOrder: number
  signingOrder: number
}

export type NamingRefusal = {
  refused: 'not-yours' | 'text-is-fixed' | 'place-taken' | 'not-a-party' | 'no-such-person'
}

/** Names who signs for a party and on what ground (office, 決裁, 委任). Naming somebody else replaces the earlier choice. */
export async function nameSignatory(
  services: Services,
  scope: Scope,
  agreementId: string,
  naming: SignatoryNaming,
): Promise<{ signatoryId: string } | NamingRefusal> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const agreement = await lockAgreement(tx, agreementId, now)
    if (!agreement.partyIds.includes(naming.organisationId)) return { refused: 'not-a-party' as const }
    if (!namesSignatoriesFor(scope, agreement).includes(naming.organisationId)) return { refused: 'not-yours' as const }
    if (agreement.documents.length > 0) return { refused: 'text-is-fixed' as const }
    const people = await peopleOf(tx, naming.organisationId)
    if (!people.some((person) => person.id === naming.personId)) return { refused: 'no-such-person' as const }
    const others = agreement.signatories.filter((signatory) => signatory.organisationId !== naming.organisationId)
    if (others.some((signatory) => signatory.displayOrder === naming.displayOrder))
      return { refused: 'place-taken' as const }
    await tx
      .deleteFrom('signatory')
      .where('agreement_id', '=', agreementId)
      .where('organisation_id', '=', naming.organisationId)
      .execute()
    const signatoryId = newId()
    await tx
      .insertInto('signatory')
      .values({
        id: signatoryId,
        agreement_id: agreementId,
        organisation_id: naming.organisationId,
        person_id: naming.personId,
        name: json(naming.name),
        office: json(naming.office),
        authority_ground: naming.ground,
        authority_reference: naming.groundReference,
        authority_date: naming.groundDate ?? null,
        authority_limits: naming.groundLimits ?? null,
        display_order: naming.displayOrder,
        signing_order: naming.signingOrder,
        named_by: scope.person?.personId ?? null,
        named_at: now,
      })
      .execute()
    await recordActivity(tx, {
      subject: { kind: 'agreement', id: agreementId },
      verb: 'signatory.named',
      actor: actorOf(scope, naming.organisationId),
      facts: {
        signatory: signatoryId,
        organisation: naming.organisationId,
        ground: naming.ground,
        displayOrder: naming.displayOrder,
        signingOrder: naming.signingOrder,
      },
      personal: {
        name: { value: JSON.stringify(naming.name), of: naming.personId },
        groundReference: { value: naming.groundReference, of: null },
      },
      at: now,
    })
    return { signatoryId }
  })
}
