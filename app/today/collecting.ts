import type { Scope } from '../accounts/scope.ts'
import { undertakingDue } from '../agreements/undertakings/due.ts'
import { followUpDue } from '../impact/due.ts'
import { referralDue } from '../exchange/referrals/due.ts'
import { profileCheckDue } from '../organisations/members/checks/due.ts'
import { certificateDue } from '../organisations/members/certificateDue.ts'
import { duplicateDue } from '../organisations/duplicates/due.ts'
import { needDue } from '../exchange/needs/due.ts'
import { mailInDue } from '../exchange/contacts/mailIn/due.ts'
import { contactDue } from '../exchange/contacts/due.ts'
import type { Db } from '../platform/db/tables.ts'
import type { DueItem, DueReader } from '../web/due.ts'

/** Every room that lets something wait for somebody. */
const rooms = {
  undertakings: undertakingDue,
  referrals: referralDue,
  contacts: contactDue,
  needs: needDue,
  followUps: followUpDue,
  duplicates: duplicateDue,
  profiles: profileCheckDue,
  mailIn: mailInDue,
  certificates: certificateDue,
} satisfies Record<string, DueReader>

export type DueRoom = keyof typeof rooms

/** What waits, the most urgent first; `more` is how many items there are beyond those listed, room by room. */
export type Waiting = { yours: DueItem[]; theirs: DueItem[]; more: { room: DueRoom; count: number }[] }

/**
 * Everything that waits for the asker, or on which the asker waits; at most `limit` of each room, so that a room in which thousands of
 * things lie does not hide what waits in the others.
 */
export async function collectDue(db: Db, scope: Scope, now: Date, limit: number): Promise<Waiting> {
  // One after another: the embedded database has one connection.
  const found: DueItem[] = []
  const more: Waiting['more'] = []
  for (const [room, read] of Object.entries(rooms) as [DueRoom, DueReader][]) {
    const { items, total } = await read(db, scope, now, limit)
    found.push(...items)
    if (total > items.length) more.push({ room, count: total - items.length })
  }
  const listed = found.toSorted(byUrgency)
  return {
    yours: listed.filter(({ side }) => side === 'yours'),
    theirs: listed.filter(({ side }) => side === 'theirs'),
    more,
  }
}

/** One's own before others', the earlier deadline first, what has none last. */
const byUrgency = (one: DueItem, other: DueItem): number =>
  Number(one.side === 'theirs') - Number(other.side === 'theirs') || deadline(one) - deadline(other)

const deadline = ({ due }: DueItem): number => due?.at.getTime() ?? Number.MAX_SAFE_INTEGER
