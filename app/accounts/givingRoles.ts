import { recordActivity } from '../platform/audit/record.ts'
import type { Tx } from '../platform/db/tables.ts'
import { transaction } from '../platform/db/transaction.ts'
import { newId } from '../platform/ids.ts'
import type { Services } from '../web/env.ts'
import { actorOf } from './activity.ts'
import { mayGiveRole } from './policy.ts'
import type { Role, Scope } from './scope.ts'

export type NewRole = { personId: string; organisationId: string | null; role: Role }

export type RoleRefusal = { refused: 'not-yours' | 'not-there' | 'already-held' }

/** Gives somebody a role at an organisation, or makes them an operator (`organisationId` null). */
export async function giveRole(
  services: Services,
  scope: Scope,
  given: NewRole,
): Promise<{ id: string } | RoleRefusal> {
  if (!mayGiveRole(scope, given.role, given.organisationId)) return { refused: 'not-yours' }
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const person = await tx
      .selectFrom('person')
      .select('id')
      .where('id', '=', given.personId)
      .where('erased_at', 'is', null)
      .executeTakeFirst()
    if (!person) return { refused: 'not-there' as const }
    const id = await insertRole(tx, given, scope.person?.personId ?? null, now)
    if (!id) return { refused: 'already-held' as const }
    await recordActivity(tx, {
      subject: roleSubject(given),
      verb: 'role.given',
      actor: actorOf(scope, given.organisationId ?? undefined),
      facts: { assignment: id, role: given.role },
      personal: { to: { value: given.personId, of: given.personId } },
      at: now,
    })
    return { id }
  })
}

/** Writes the assignment; null when the person holds the role already. */
export async function insertRole(tx: Tx, given: NewRole, givenBy: string | null, now: Date): Promise<string | null> {
  const row = await tx
    .insertInto('role_assignment')
    .values({
      id: newId(),
      person_id: given.personId,
      organisation_id: given.organisationId,
      role: given.role,
      given_by: givenBy,
      given_at: now,
      ended_by: null,
      ended_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** Whose record a role belongs to: the organisation's, or for operators their own. */
export const roleSubject = ({ organisationId, personId }: { organisationId: string | null; personId: string }) =>
  organisationId ? { kind: 'organisation', id: organisationId } : { kind: 'person', id: personId }
