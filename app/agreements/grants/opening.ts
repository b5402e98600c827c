import { holds, type Scope } from '../../accounts/scope.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import type { Services } from '../../web/env.ts'
import { actorOf } from '../activity.ts'
import { lockAgreement } from '../locking.ts'
import { grantsOf } from './standing.ts'
import { type Audience, type Opening, openings } from './tables.ts'

export type GrantChoice = { organisationId: string; opens: Partial<Record<Opening, Audience>> }

export type OpeningRefusal = { refused: 'not-yours' | 'not-in-force' }

/** What a party opens to the others, all of it at once: what is not named is closed from this moment on. */
export async function setGrants(
  services: Services,
  scope: Scope,
  agreementId: string,
  { organisationId, opens }: GrantChoice,
): Promise<{ open: number } | OpeningRefusal> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const agreement = await lockAgreement(tx, agreementId, now)
    if (!agreement.partyIds.includes(organisationId) || !holds(scope, organisationId, 'manager', 'coordinator'))
      return { refused: 'not-yours' as const }
    if (!agreement.inForce || ['ended', 'terminated'].includes(agreement.standing))
      return { refused: 'not-in-force' as const }
    const standing = (await grantsOf(tx, scope, agreementId)).filter((grant) => grant.organisationId === organisationId)
    const personId = scope.person?.personId ?? null
    const changed: string[] = []
    for (const what of openings) {
      const before = standing.find((grant) => grant.opens === what)?.audience
      const after = opens[what]
      if (before === after) continue
      changed.push(what)
      if (before) await close(tx, { agreementId, organisationId, what, personId, now })
      if (after)
        await tx
          .insertInto('agreement_grant')
          .values({
            id: newId(),
            agreement_id: agreementId,
            organisation_id: organisationId,
            opens: what,
            audience: after,
            given_by: personId,
            given_at: now,
            withdrawn_by: null,
            withdrawn_at: null,
          })
          .execute()
    }
    if (changed.length > 0)
      await recordActivity(tx, {
        subject: { kind: 'agreement', id: agreementId },
        verb: 'grants.changed',
        actor: actorOf(scope, organisationId),
        facts: { opens: { ...opens }, changed },
        at: now,
      })
    return { open: Object.keys(opens).length }
  })
}

type Closing = { agreementId: string; organisationId: string; what: Opening; personId: string | null; now: Date }

const close = (tx: Tx, { agreementId, organisationId, what, personId, now }: Closing) =>
  tx
    .updateTable('agreement_grant')
    .set({ withdrawn_at: now, withdrawn_by: personId })
    .where('agreement_id', '=', agreementId)
    .where('organisation_id', '=', organisationId)
    .where('opens', '=', what)
    .where('withdrawn_at', 'is', null)
    .execute()
