import type { Answer } from '../api/operation.ts'
import type { Scope } from '../accounts/scope.ts'
import type { Services, Web } from '../web/env.ts'
import type { EventView } from './event.ts'
import { findEvent } from './finding.ts'

type Asked = { c: Web; params: Record<string, string> }
type Asking = { services: Services; scope: Scope; event: EventView; eventId: string }

/** The event of the address as far as the asker may know of it; else there is none. */
export async function withEvent(
  { c, params }: Asked,
  act: (asking: Asking) => Promise<Answer> | Answer,
): Promise<Answer> {
  const { services, scope } = c.var
  const event = await findEvent(services.database.db, scope, params['slug'] ?? '')
  return event && act({ services, scope, event, eventId: event.id })
}
