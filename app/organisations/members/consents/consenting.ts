import '../tables.ts'
import { actorOf } from '../../../accounts/activity.ts'
import type { Scope } from '../../../accounts/scope.ts'
import { recordActivity } from '../../../platform/audit/record.ts'
import type { Db, Tx } from '../../../platform/db/tables.ts'
import type { Services } from '../../../web/env.ts'
import { asKeeper } from '../keeping.ts'
import { groundOf } from '../transferring.ts'

export type TransferConsent = { destination: string; givenAt: Date; withdrawnAt: Date | null }

/** The countries to which the contact persons of a member agreed to be named, and those they took that back for. For whoever keeps the profile. */
export const consentsOf = (db: Db, _scope: Scope, organisationId: string): Promise<TransferConsent[]> =>
  db
    .selectFrom('transfer_consent')
    .select(['destination', 'given_at as givenAt', 'withdrawn_at as withdrawnAt'])
    .where('organisation_id', '=', organisationId)
    .orderBy('destination')
    .execute()

type Member = { organisationId: string; country: string }

export type ConsentRefusal = { refused: 'not-yours' | 'no-consent-needed' | 'no-such-consent' }

/**
 * Puts on record that the contact persons of a member agreed to be named in a country that no other ground covers. `destination` is ISO 3166-1
 * alpha-2, `how` in words in which form they agreed. Given again after a withdrawal, it counts from then on.
 */
export const recordConsent = (
  services: Services,
  scope: Scope,
  member: Member,
  { destination, how }: { destination: string; how: string },
): Promise<{ destination: string } | ConsentRefusal> =>
  asKeeper(services, scope, member.organisationId, async (tx, now) => {
    if (groundOf(member.country, destination)) return { refused: 'no-consent-needed' as const }
    const given = { given_by: scope.person?.personId ?? null, given_at: now, withdrawn_at: null }
    await tx
      .insertInto('transfer_consent')
      .values({ organisation_id: member.organisationId, destination, ...given })
      .onConflict((conflict) => conflict.columns(['organisation_id', 'destination']).doUpdateSet(given))
      .execute()
    await note(tx, scope, member, 'contacts.consent-recorded', { destination, how }, now)
    return { destination }
  })

/** From now on nobody in that country is shown the contact persons; what was read before stays on record. */
export const withdrawConsent = (
  services: Services,
  scope: Scope,
  member: Member,
  destination: string,
): Promise<{ destination: string } | ConsentRefusal> =>
  asKeeper(services, scope, member.organisationId, async (tx, now) => {
    const row = await tx
      .updateTable('transfer_consent')
      .set({ withdrawn_at: now })
      .where('organisation_id', '=', member.organisationId)
      .where('destination', '=', destination)
      .where('withdrawn_at', 'is', null)
      .returning('destination')
      .executeTakeFirst()
    if (!row) return { refused: 'no-such-consent' as const }
    await note(tx, scope, member, 'contacts.consent-withdrawn', { destination }, now)
    return { destination }
  })

const note = (
  tx: Tx,
  scope: Scope,
  { organisationId }: Member,
  verb: string,
  facts: Record<string, string>,
  at: Date,
) =>
  recordActivity(tx, {
    subject: { kind: 'organisation', id: organisationId },
    verb,
    actor: actorOf(scope, organisationId),
    facts,
    at,
  })
