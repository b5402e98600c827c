import { actorOf } from '../../../accounts/activity.ts'
import type { Scope } from '../../../accounts/scope.ts'
import { recordActivity } from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/tables.ts'
import type { Services } from '../../../web/env.ts'
import { asKeeper } from '../keeping.ts'
import type { FieldGroup } from '../profile.ts'
import { storePart } from '../writing.ts'

/** Takes a link back: whoever has it reads and writes nothing from now on. */
export const revokeRequest = (
  services: Services,
  scope: Scope,
  { organisationId, requestId }: { organisationId: string; requestId: string },
): Promise<{ revoked: true } | { refused: 'not-yours' } | { refused: 'no-such-request' }> =>
  asKeeper(services, scope, organisationId, async (tx, now) => {
    const row = await tx
      .updateTable('profile_request')
      .set({ revoked_at: now })
      .where('id', '=', requestId)
      .where('organisation_id', '=', organisationId)
      .where('revoked_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!row) return { refused: 'no-such-request' as const }
    await note(tx, scope, organisationId, 'profile.link-revoked', { request: requestId }, now)
    return { revoked: true as const }
  })

/** Whether the yearly round asks this member. */
export const setYearly = (
  services: Services,
  scope: Scope,
  { organisationId, asks }: { organisationId: string; asks: boolean },
): Promise<{ asks: boolean } | { refused: 'not-yours' }> =>
  asKeeper(services, scope, organisationId, async (tx, now) => {
    const off = { organisation_id: organisationId, switched_by: scope.person?.personId ?? null, switched_at: now }
    if (asks) await tx.deleteFrom('profile_yearly_off').where('organisation_id', '=', organisationId).execute()
    else
      await tx
        .insertInto('profile_yearly_off')
        .values(off)
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    await note(tx, scope, organisationId, 'profile.yearly-set', { asks }, now)
    return { asks }
  })

/** Puts a part back to what it was before its last change. That is a change as well, so it can be undone in turn. */
export const undoPart = (
  services: Services,
  scope: Scope,
  { organisationId, group, basedOn }: { organisationId: string; group: FieldGroup; basedOn: number },
) =>
  asKeeper(services, scope, organisationId, async (tx, now) => {
    const before = await tx
      .selectFrom('profile_part_earlier')
      .select(['content', 'visibility'])
      .where('organisation_id', '=', organisationId)
      .where('field_group', '=', group)
      .where('revision', '<', basedOn)
      .orderBy('revision', 'desc')
      .executeTakeFirst()
    if (!before) return { refused: 'nothing-before' as const }
    const hand = { actor: actorOf(scope, organisationId), through: null }
    return storePart(tx, hand, { organisationId, group, ...before, basedOn }, now)
  })

const note = (
  tx: Tx,
  scope: Scope,
  organisationId: string,
  verb: string,
  facts: Record<string, string | boolean>,
  at: Date,
) =>
  recordActivity(tx, {
    subject: { kind: 'organisation', id: organisationId },
    verb,
    actor: actorOf(scope, organisationId),
    facts,
    at,
  })
