import type { Scope } from '../accounts/scope.ts'
import { organisesFor } from '../events/policy.ts'
import { type Actor, recordActivity } from '../platform/audit/record.ts'
import type { Tx } from '../platform/db/tables.ts'
import { transaction } from '../platform/db/transaction.ts'
import type { Services } from '../web/env.ts'
import type { Happening, LogEntry } from './log.ts'
import { mayMove } from './policy.ts'
import { type Ceremony, readCeremony } from './reading.ts'

/** What any verb of a ceremony may refuse with. */
export type CommonRefusal = { refused: 'no-ceremony' | 'not-yours' }

/** What every move may be refused with: somebody else moved since the mover looked. */
export type MoveRefusal = CommonRefusal | { refused: 'moved-meanwhile' }

export type Moved = { seq: number }

/** Takes the ceremony for this transaction alone: whoever comes second sees what the first has written. */
export async function lockCeremony(tx: Tx, eventId: string): Promise<Ceremony | null> {
  await tx.selectFrom('ceremony').select('event_id').where('event_id', '=', eventId).forUpdate().execute()
  return readCeremony(tx, eventId)
}

type Outcome<Code> = Happening | { refused: Code }

/** What an operator means to do, told apart from another press of the same button by what they saw. */
type Intent = { type: Happening['type']; stageId?: string }

/**
 * One move: the ceremony is locked, who moves is asked, and nobody may have moved since `seen`, the number of the board that the
 * mover had before them. Signatures and questions that came meanwhile do not count: they change no course. The same move pressed
 * twice is one move, and both presses get its number.
 */
export function move<Code extends string>(
  services: Services,
  scope: Scope,
  eventId: string,
  seen: number,
  intent: Intent,
  decide: (ceremony: Ceremony, tx: Tx) => Outcome<Code> | Promise<Outcome<Code>>,
): Promise<Moved | MoveRefusal | { refused: Code }> {
  return transaction(services.database.db, async (tx) => {
    const ceremony = await lockCeremony(tx, eventId)
    if (!ceremony) return { refused: 'no-ceremony' as const }
    if (!mayMove(scope, ceremony)) return { refused: 'not-yours' as const }
    const last = ceremony.course.lastTouch
    if (last && last.seq > seen) {
      return isSame(last, intent, seen, scope) ? { seq: last.seq } : { refused: 'moved-meanwhile' as const }
    }
    const decided = await decide(ceremony, tx)
    return 'refused' in decided ? decided : append(services, tx, actorOf(scope, ceremony), ceremony, decided, seen)
  })
}

function isSame(last: LogEntry, intent: Intent, seen: number, scope: Scope): boolean {
  if (last.type !== intent.type || last.saw !== seen || last.actorId !== (scope.person?.personId ?? null)) return false
  return intent.stageId === undefined || ('stageId' in last.data && last.data.stageId === intent.stageId)
}

export const actorOf = (scope: Scope, { event }: Pick<Ceremony, 'event'>): Actor => ({
  person: scope.person?.personId ?? null,
  via: scope.via === 'anonymous' ? 'system' : scope.via,
  organisation: organisesFor(scope, event)[0] ?? null,
})

/** Writes the next row of the log, and one of the activity record. Reasons stand in the log alone: people write them, and name people. */
export async function append(
  services: Services,
  tx: Tx,
  actor: Actor,
  ceremony: Pick<Ceremony, 'eventId' | 'log'>,
  happening: Happening,
  saw: number | null = null,
): Promise<Moved> {
  const seq = (ceremony.log.at(-1)?.seq ?? 0) + 1
  const at = services.clock.now()
  await tx
    .insertInto('ceremony_log')
    .values({
      event_id: ceremony.eventId,
      seq,
      at,
      actor_id: actor.person,
      type: happening.type,
      data: happening.data,
      saw,
    })
    .execute()
  await recordActivity(tx, {
    subject: { kind: 'event', id: ceremony.eventId },
    verb: happening.type,
    actor,
    facts: { seq, ...factsOf(happening) },
    at,
  })
  return { seq }
}

/** Ids of things only. */
function factsOf({ data }: Happening): Record<string, string | number> {
  const { stageId, signatoryId, questionId, state, undoes } = data as Record<string, string | number | undefined>
  const facts = { stageId, signatoryId, questionId, state, undoes }
  return Object.fromEntries(
    Object.entries(facts).filter((fact): fact is [string, string | number] => fact[1] !== undefined),
  )
}
