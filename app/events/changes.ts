import type { Scope } from '../accounts/scope.ts'
import type { Db } from '../platform/db/tables.ts'
import type { EventView } from './event.ts'
import { mayOrganise } from './policy.ts'

export type EventChange = {
  sequence: number
  at: Date
  before: Record<string, unknown>
  after: Record<string, unknown>
}

/** What was changed, newest first, for those who organise the event. */
export async function changesOf(db: Db, scope: Scope, event: EventView): Promise<EventChange[]> {
  if (!mayOrganise(scope, event)) return []
  const rows = await db
    .selectFrom('event_change')
    .select(['sequence', 'changed_at', 'before', 'after'])
    .where('event_id', '=', event.id)
    .orderBy('sequence', 'desc')
    .execute()
  return rows.map(({ sequence, changed_at: at, before, after }) => ({ sequence, at, before, after }))
}
