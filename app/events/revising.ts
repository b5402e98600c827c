import type { Scope } from '../accounts/scope.ts'
import { recordActivity } from '../platform/audit/record.ts'
import type { Tx } from '../platform/db/tables.ts'
import { transaction } from '../platform/db/transaction.ts'
import { json } from '../platform/db/values.ts'
import type { Services } from '../web/env.ts'
import { actorOf } from './activity.ts'
import type { EventView } from './event.ts'
import { lockEvent } from './locking.ts'
import { type EventRefusal, refusalOfFacts } from './planning.ts'
import { mayChangeEvent } from './policy.ts'
import { insertProgramme, type ProgrammePlan } from './programme/writing.ts'
import { tellOfChange } from './telling.ts'

type Facts = Pick<
  EventView,
  'title' | 'subtitle' | 'description' | 'zone' | 'begins' | 'ends' | 'venue' | 'languages' | 'interpretation'
>

export type Revision = Partial<Facts> & {
  /** The sequence the asker had before them: somebody else's change in between is not written over. */
  basedOn?: number
}

export type RevisingRefusal =
  | EventRefusal
  | { refused: 'no-such-event' | 'cancelled' | 'nothing-changed' | 'changed-meanwhile' }

const keys = [
  'title',
  'subtitle',
  'description',
  'zone',
  'begins',
  'ends',
  'venue',
  'languages',
  'interpretation',
] as const satisfies readonly (keyof Facts)[]

/** Changes what an event is, when and where. Every change has a number, by which the calendars of those invited follow. */
export async function reviseEvent(
  services: Services,
  scope: Scope,
  eventId: string,
  revision: Revision,
): Promise<{ sequence: number } | RevisingRefusal> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const event = await lockEvent(tx, eventId)
    if (!event) return { refused: 'no-such-event' as const }
    if (!mayChangeEvent(scope, event)) return { refused: 'not-yours' as const }
    if (event.cancelled) return { refused: 'cancelled' as const }
    if (revision.basedOn !== undefined && revision.basedOn !== event.sequence)
      return { refused: 'changed-meanwhile' as const }
    const changed = keys.filter((key) => revision[key] !== undefined && !isSame(revision[key], event[key]))
    if (changed.length === 0) return { refused: 'nothing-changed' as const }
    const after: Facts = { ...event, ...pickOf(revision, changed) }
    const wrong = refusalOfFacts(after)
    if (wrong) return wrong
    const sequence = event.sequence + 1
    await write(tx, eventId, after)
    await tx
      .insertInto('event_change')
      .values({
        event_id: eventId,
        sequence,
        before: json(pickOf(event, changed)),
        after: json(pickOf(after, changed)),
        changed_by: scope.person?.personId ?? null,
        changed_at: now,
      })
      .execute()
    await tellOfChange(services, tx, eventId, sequence)
    await recordActivity(tx, {
      subject: { kind: 'event', id: eventId },
      verb: 'event.revised',
      actor: actorOf(scope, event.leadOrganisationId),
      facts: { sequence, changed },
      at: now,
    })
    return { sequence }
  })
}

/** As they lie in the database: dates as text, the order of keys apart. */
const isSame = (one: unknown, other: unknown): boolean => plain(one) === plain(other)

const plain = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

const pickOf = (from: Partial<Facts>, wanted: readonly (keyof Facts)[]): Partial<Facts> =>
  Object.fromEntries(wanted.map((key) => [key, from[key]]))

async function write(tx: Tx, eventId: string, facts: Facts): Promise<void> {
  await tx
    .updateTable('event')
    .set({
      title: json(facts.title),
      subtitle: facts.subtitle ? json(facts.subtitle) : null,
      description: facts.description ? json(facts.description) : null,
      zone: facts.zone,
      begins_at: facts.begins,
      ends_at: facts.ends,
      venue: json(facts.venue),
      languages: json(facts.languages),
      interpretation: json(facts.interpretation),
    })
    .where('id', '=', eventId)
    .execute()
}

/** The whole programme anew; it is read on the page, so nobody's calendar changes with it. */
export async function reviseProgramme(
  services: Services,
  scope: Scope,
  eventId: string,
  items: readonly ProgrammePlan[],
): Promise<{ items: number } | RevisingRefusal> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const event = await lockEvent(tx, eventId)
    if (!event) return { refused: 'no-such-event' as const }
    if (!mayChangeEvent(scope, event)) return { refused: 'not-yours' as const }
    if (event.cancelled) return { refused: 'cancelled' as const }
    await tx.deleteFrom('programme_item').where('event_id', '=', eventId).execute()
    await insertProgramme(tx, eventId, items)
    await recordActivity(tx, {
      subject: { kind: 'event', id: eventId },
      verb: 'event.programme-revised',
      actor: actorOf(scope, event.leadOrganisationId),
      facts: { items: items.length },
      at: now,
    })
    return { items: items.length }
  })
}
