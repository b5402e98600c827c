import type { Tx } from '../platform/db/tables.ts'
import { type Activity, recordActivity } from '../platform/audit/record.ts'
import type { Scope } from './scope.ts'

/** Who acted, for the activity record: the person and the door they came by. Before signing in that is the installation. */
export const actorOf = (scope: Scope, organisation?: string) => ({
  person: scope.person?.personId ?? null,
  via: scope.via === 'anonymous' ? ('system' as const) : scope.via,
  ...(organisation ? { organisation } : {}),
})

/** An act on one's own account, by the person the account belongs to. */
export async function recordOwnAct(
  tx: Tx,
  personId: string,
  verb: string,
  at: Date,
  facts: Activity['facts'] = {},
): Promise<void> {
  await recordActivity(tx, {
    subject: { kind: 'person', id: personId },
    verb,
    actor: { person: personId, via: 'session' },
    facts,
    at,
  })
}
