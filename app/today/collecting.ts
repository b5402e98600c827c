import type { Scope } from '../accounts/scope.ts'
import { undertakingDue } from '../agreements/undertakings/due.ts'
import { followUpDue } from '../impact/due.ts'
import { referralDue } from '../exchange/referrals/due.ts'
import { needDue } from '../exchange/needs/due.ts'
import { contactDue } from '../exchange/contacts/due.ts'
import type { Db } from '../platform/db/tables.ts'
import type { DueItem, DueReader } from '../web/due.ts'

/** Every room that lets something wait for somebody. */
const rooms: readonly DueReader[] = [undertakingDue, referralDue, contactDue, needDue, followUpDue]

/** What waits, the most urgent first; `more` is how many items there are beyond those listed. */
export type Waiting = { yours: DueItem[]; theirs: DueItem[]; more: number }

/** Everything that waits for the asker, or on which the asker waits, room by room; at most `limit` of each room. */
export async function collectDue(db: Db, scope: Scope, now: Date, limit: number): Promise<Waiting> {
  // One after another: the embedded database has one connection.
  const found: DueItem[] = []
  let total = 0
  for (const room of rooms) {
    const part = await room(db, scope, now, limit)
    found.push(...part.items)
    total += part.total
  }
  const listed = found.toSorted(byUrgency).slice(0, limit)
  return {
    yours: listed.filter(({ side }) => side === 'yours'),
    theirs: listed.filter(({ side }) => side === 'theirs'),
    more: total - listed.length,
  }
}

/** One's own before others', the earlier deadline first, what has none last. */
const byUrgency = (one: DueItem, other: DueItem): number =>
  Number(one.side === 'theirs') - Number(other.side === 'theirs') || deadline(one) - deadline(other)

const deadline = ({ due }: DueItem): number => due?.at.getTime() ?? Number.MAX_SAFE_INTEGER
