import type { Scope } from '../../accounts/scope.ts'
import type { Seat } from '../../events/access/seat.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'
import { mayMove } from '../policy.ts'
import { readCeremony } from '../reading.ts'
import { type FullQuestion, readQuestions } from './reading.ts'

/** The queue, for those who moderate: all but drafts, which are their writers' own. Null for everybody else. */
export async function questionQueue(db: Db | Tx, scope: Scope, eventId: string): Promise<FullQuestion[] | null> {
  const ceremony = await readCeremony(db, eventId)
  if (!ceremony || !mayMove(scope, ceremony)) return null
  return (await readQuestions(db, eventId)).filter(({ state }) => state !== 'draft')
}

/** What somebody asked from their seat, drafts included, and what became of it. */
export const ownQuestions = (db: Db | Tx, seat: Seat): Promise<FullQuestion[]> =>
  readQuestions(db, seat.eventId, seat.registrationId)
