import type { Scope } from '../../accounts/scope.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'
import type { Category, EventView } from '../event.ts'
import { findEvent } from '../finding.ts'

export type PressCategory = Category

/** An event with the terms on which it takes journalists in; null where it takes none. */
export type PressEvent = EventView & { category: PressCategory | null }

/** The event by its address, for whoever may know of it. */
export async function pressEventBySlug(db: Db | Tx, scope: Scope, slug: string): Promise<PressEvent | null> {
  const event = await findEvent(db, scope, slug)
  return event && { ...event, category: event.categories.find(({ kind }) => kind === 'press') ?? null }
}
