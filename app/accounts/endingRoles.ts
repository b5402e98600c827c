import { recordActivity } from '../platform/audit/record.ts'
import type { Tx } from '../platform/db/tables.ts'
import { transaction } from '../platform/db/transaction.ts'
import type { Services } from '../web/env.ts'
import { actorOf } from './activity.ts'
import { roleSubject } from './givingRoles.ts'
import { mayGiveRole } from './policy.ts'
import type { Role, Scope } from './scope.ts'

export type EndRefusal = { refused: 'not-yours' | 'not-there' | 'last-manager' }

/**
 * Ends a role. The last manager of an organisation, and the last operator, stay until there is another: nobody could give the role
 * again. What an ended manager or operator invited to and nobody has accepted yet is withdrawn with it.
 */
export async function endRole(
  services: Services,
  scope: Scope,
  assignmentId: string,
): Promise<{ ended: true } | EndRefusal> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const assignment = await tx
      .selectFrom('role_assignment')
      .select(['id', 'role', 'person_id as personId', 'organisation_id as organisationId'])
      .where('id', '=', assignmentId)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    if (!assignment) return { refused: 'not-there' as const }
    const { role, organisationId } = assignment
    if (!mayGiveRole(scope, role, organisationId)) return { refused: 'not-yours' as const }
    const others = (await holdersLocked(tx, role, organisationId)).filter((id) => id !== assignmentId)
    if (others.length === 0 && ['manager', 'operator'].includes(role)) return { refused: 'last-manager' as const }
    const ended = await tx
      .updateTable('role_assignment')
      .set({ ended_at: now, ended_by: scope.person?.personId ?? null })
      .where('id', '=', assignmentId)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    // Somebody else was faster, between our look and the lock.
    if (ended.numUpdatedRows === 0n) return { refused: 'not-there' as const }
    if (['manager', 'operator'].includes(role)) await withdrawInvitationsOf(tx, assignment, now)
    await recordActivity(tx, {
      subject: roleSubject(assignment),
      verb: 'role.ended',
      actor: actorOf(scope, organisationId ?? undefined),
      facts: { assignment: assignmentId, role },
      personal: { of: { value: assignment.personId, of: assignment.personId } },
      at: now,
    })
    return { ended: true as const }
  })
}

/** Locked, so that two managers who end each other's role at the same moment do not both succeed. */
async function holdersLocked(tx: Tx, role: Role, organisationId: string | null): Promise<string[]> {
  const rows = await tx
    .selectFrom('role_assignment')
    .select('id')
    .where('role', '=', role)
    .where('organisation_id', 'is not distinct from', organisationId)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(({ id }) => id)
}

/** An ended manager's own at this organisation; an ended operator's everywhere but where they may invite as manager all the same. */
async function withdrawInvitationsOf(
  tx: Tx,
  { personId, organisationId }: { personId: string; organisationId: string | null },
  now: Date,
): Promise<void> {
  const invitations = tx
    .updateTable('invitation')
    .set({ withdrawn_at: now })
    .where('invited_by', '=', personId)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
  if (organisationId) return void (await invitations.where('organisation_id', '=', organisationId).execute())
  await invitations
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('role_assignment as held')
            .select('held.id')
            .where('held.person_id', '=', personId)
            .where('held.role', '=', 'manager')
            .where('held.ended_at', 'is', null)
            .whereRef('held.organisation_id', '=', 'invitation.organisation_id'),
        ),
      ),
    )
    .execute()
}
