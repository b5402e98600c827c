import { recordActivity } from '../../platform/audit/record.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import type { Services } from '../../web/env.ts'

/**
 * Brings access into line with what was decided: whoever is confirmed is wanted in the room, whoever is not any more loses it. May run any
 * number of times for one decision.
 */
export async function reviewAccess(services: Services, registrationId: string): Promise<void> {
  await transaction(services.database.db, async (tx) => {
    const registration = await tx
      .selectFrom('registration')
      .innerJoin('registration_category as category', 'category.id', 'registration.category_id')
      .innerJoin('registration_decision as decision', 'decision.registration_id', 'registration.id')
      .select(['registration.id', 'registration.event_id', 'category.kind', 'decision.decision'])
      .where('registration.id', '=', registrationId)
      .where('decision.replaced_at', 'is', null)
      .forUpdate('registration')
      .executeTakeFirst()
    if (!registration) return
    const grant = await tx
      .selectFrom('access_grant')
      .select('id')
      .where('registration_id', '=', registrationId)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    const isConfirmed = registration.decision === 'confirmed'
    if (isConfirmed === (grant !== undefined)) return
    if (grant) await revoke(services, tx, grant.id, null)
    else await want(services, tx, registration)
    await services.jobs.enqueue(tx, 'access.work', {}, { key: 'now' })
  })
}

async function want(
  services: Services,
  tx: Tx,
  registration: { id: string; event_id: string; kind: 'press' | 'member' | 'guest' | 'speaker' },
): Promise<void> {
  const at = services.clock.now()
  await tx
    .insertInto('access_grant')
    .values({
      id: newId(),
      event_id: registration.event_id,
      registration_id: registration.id,
      role: registration.kind,
      wanted_at: at,
      revoked_at: null,
      revoked_by: null,
    })
    .execute()
  await recordActivity(tx, {
    subject: { kind: 'registration', id: registration.id },
    verb: 'access.wanted',
    actor: { person: null, via: 'system' },
    facts: { role: registration.kind },
    at,
  })
}

/** From this moment neither address nor seat open anything; the provider is told by the next round of work. */
export async function revoke(services: Services, tx: Tx, grantId: string, by: string | null): Promise<void> {
  const at = services.clock.now()
  const { registration_id } = await tx
    .updateTable('access_grant')
    .set({ revoked_at: at, revoked_by: by })
    .where('id', '=', grantId)
    .returning('registration_id')
    .executeTakeFirstOrThrow()
  await tx
    .updateTable('access_address')
    .set({ replaced_at: at })
    .where('grant_id', '=', grantId)
    .where('replaced_at', 'is', null)
    .execute()
  await recordActivity(tx, {
    subject: { kind: 'registration', id: registration_id },
    verb: 'access.revoked',
    actor: by ? { person: by, via: 'session' } : { person: null, via: 'system' },
    facts: {},
    at,
  })
}
