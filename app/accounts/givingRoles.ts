import { newId } from '../platform/ids.ts'
import { transaction } from '../platform/db/transaction.ts'
import type { Services } from '../web/env.ts'
import type { Role, Scope } from './scope.ts'

export async function giveRole(
  services: Services,
  scope: Scope,
  input: { personId: string; organisationId: string | null; role: Role },
): Promise<{ id: string } | { refused: 'not-yours' }> {
  const id = newId()
  await transaction(services.database.db, (tx) =>
    tx
      .insertInto('role_assignment')
      .values({
        id,
        person_id: input.personId,
        organisation_id: input.organisationId,
        role: input.role,
        given_by: scope.person?.personId ?? null,
        given_at: services.clock.now(),
        ended_by: null,
        ended_at: null,
      })
      .execute(),
  )
  return { id }
}
