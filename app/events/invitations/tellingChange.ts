import type { Tx } from '../../platform/db/tables.ts'
import { transaction } from '../../platform/db/transaction.ts'
import type { Services } from '../../web/env.ts'
import { assembleEvent, type EventView } from '../event.ts'
import type { Decision } from '../tables.ts'
import { invitedOf, notice } from './noticing.ts'

/** People a transaction: the first mails go out while the last are written. */
const AT_ONCE = 200

const concerned: readonly Decision[] = ['confirmed', 'pending', 'waiting', 'late']

/**
 * Tells everybody who comes or hopes to come that an event has changed, or that it does not take place. Killed in between it goes on
 * where it stopped; of a change that another has overtaken, people hear with that one.
 */
export async function tellChange(
  services: Services,
  { eventId, sequence }: { eventId: string; sequence: number },
): Promise<void> {
  for (let after: number | null = 0; after !== null;) {
    after = await transaction(services.database.db, (tx) =>
      tellSome(services, tx, { eventId, sequence, after: after! }),
    )
  }
}

async function tellSome(
  services: Services,
  tx: Tx,
  { eventId, sequence, after }: { eventId: string; sequence: number; after: number },
): Promise<number | null> {
  const event = await assembleEvent(tx, { id: eventId })
  if (!event || event.sequence !== sequence) return null
  const people = await invitedOf(services, tx, { eventId, decisions: concerned, after, limit: AT_ONCE })
  const last = people.at(-1)
  if (!last) return null
  const told = await toldOf(
    tx,
    people.map(({ id }) => id),
    sequence,
  )
  const left = people.filter(({ id }) => !told.has(id))
  const before = await beforeOf(tx, event)
  await notice(services, tx, event, event.cancelled ? 'cancelled' : 'moved', left, before ? { before } : {})
  return last.arrival
}

async function toldOf(tx: Tx, ids: string[], sequence: number): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('registration_notice')
    .select('registration_id')
    .where('registration_id', 'in', ids)
    .where('sequence', '=', sequence)
    .where('kind', 'in', ['moved', 'cancelled'])
    .execute()
  return new Set(rows.map((row) => row.registration_id))
}

/** When the event was to take place before this change, as far as that is what changed. */
async function beforeOf(tx: Tx, event: EventView): Promise<Pick<EventView, 'begins' | 'ends' | 'zone'> | null> {
  const row = await tx
    .selectFrom('event_change')
    .select('before')
    .where('event_id', '=', event.id)
    .where('sequence', '=', event.sequence)
    .executeTakeFirst()
  const before = row?.before as { begins?: string; ends?: string; zone?: string } | undefined
  if (!before || (!before.begins && !before.ends && !before.zone)) return null
  return {
    begins: before.begins ? new Date(before.begins) : event.begins,
    ends: before.ends ? new Date(before.ends) : event.ends,
    zone: before.zone ?? event.zone,
  }
}
