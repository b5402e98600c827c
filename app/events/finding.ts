import { isOperator, type Scope } from '../accounts/scope.ts'
import type { Db, Tx } from '../platform/db/tables.ts'
import { assembleEvent, type EventView } from './event.ts'
import { mayOrganise } from './policy.ts'

/** The event of an address, for whoever may know of it: everybody once it is published, before that those who organise it. */
export async function findEvent(db: Db | Tx, scope: Scope, slug: string): Promise<EventView | null> {
  const event = await assembleEvent(db, { slug })
  if (!event) return null
  return event.published || mayOrganise(scope, event) || isOperator(scope) ? event : null
}
