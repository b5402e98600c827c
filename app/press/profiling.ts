import type { Scope } from '../accounts/scope.ts'
import { recordActivity } from '../platform/audit/record.ts'
import type { Db } from '../platform/db/tables.ts'
import { transaction } from '../platform/db/transaction.ts'
import { json } from '../platform/db/values.ts'
import type { Services } from '../web/env.ts'
import { actorOf } from './activity.ts'
import { type IssuerNotes, noNotes } from './content.ts'
import { runsPressOf } from './policy.ts'

/** What an organisation says at the foot of its releases from now on. Releases that were begun keep what they have. */
export async function describePress(
  services: Services,
  scope: Scope,
  organisationId: string,
  notes: IssuerNotes,
): Promise<{ described: true } | { refused: 'not-yours' }> {
  if (!runsPressOf(scope, organisationId)) return { refused: 'not-yours' }
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const profile = { notes: json(notes), revised_by: scope.person?.personId ?? null, revised_at: now }
    await tx
      .insertInto('press_profile')
      .values({ organisation_id: organisationId, ...profile })
      .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(profile))
      .execute()
    await recordActivity(tx, {
      subject: { kind: 'press-room', id: organisationId },
      verb: 'press.described',
      actor: actorOf(scope, organisationId),
      facts: {},
      at: now,
    })
    return { described: true as const }
  })
}

export async function pressNotesOf(db: Db, _scope: Scope, organisationId: string): Promise<IssuerNotes> {
  const found = await db
    .selectFrom('press_profile')
    .select('notes')
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  return found?.notes ?? noNotes
}
