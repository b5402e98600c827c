import { actorOf } from '../accounts/activity.ts'
import type { Scope } from '../accounts/scope.ts'
import type { CalendarDate } from '../language/dates.ts'
import { recordActivity } from '../platform/audit/record.ts'
import type { Tx } from '../platform/db/tables.ts'
import { transaction } from '../platform/db/transaction.ts'
import { newId } from '../platform/ids.ts'
import type { Services } from '../web/env.ts'
import { type DayRefusal, refusedDay } from './days.ts'
import { resultsOf } from './results.ts'

export type MeetingRefusal = { refused: 'not-there' | 'not-yours' | DayRefusal }

/** Somebody who took part says that the companies met. What the other side said of the same day stands already, and is not counted twice. */
export function reportMeeting(
  services: Services,
  scope: Scope,
  reference: string,
  input: { heldOn: CalendarDate; note: string },
): Promise<{ met: true } | MeetingRefusal> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const results = await resultsOf(tx, scope, reference)
    const [speaker] = results?.speaksFor ?? []
    if (!results || !speaker) return { refused: 'not-there' as const }
    const refused = refusedDay(results, scope.person?.timeZone ?? 'UTC', input.heldOn, now)
    if (refused) return { refused }
    const by = scope.person?.personId ?? null
    await addMeeting(tx, { ...input, referralId: results.referralId, reportedFor: speaker, by }, now)
    await recordActivity(tx, {
      subject: { kind: 'referral', id: results.referralId },
      verb: 'meeting.reported',
      actor: actorOf(scope, speaker),
      facts: { heldOn: input.heldOn },
      at: now,
    })
    return { met: true as const }
  })
}

type NewMeeting = { referralId: string; heldOn: CalendarDate; note: string; reportedFor: string; by: string | null }

export const addMeeting = (tx: Tx, { referralId, heldOn, note, reportedFor, by }: NewMeeting, now: Date) =>
  tx
    .insertInto('introduction_meeting')
    .values({
      id: newId(),
      referral_id: referralId,
      held_on: heldOn,
      note,
      reported_for: reportedFor,
      reported_by: by,
      reported_at: now,
      withdrawn_by: null,
      withdrawn_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()

/** Takes back what was said in one's own name. The row stays, and no figure counts it. */
export function withdrawMeeting(
  services: Services,
  scope: Scope,
  reference: string,
  meetingId: string,
): Promise<{ withdrawn: true } | MeetingRefusal> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const results = await resultsOf(tx, scope, reference)
    const meeting = results?.meetings.find(({ id }) => id === meetingId)
    if (!results || !meeting) return { refused: 'not-there' as const }
    if (!results.speaksFor.includes(meeting.reportedFor)) return { refused: 'not-yours' as const }
    await tx
      .updateTable('introduction_meeting')
      .set({ withdrawn_at: now, withdrawn_by: scope.person?.personId ?? null })
      .where('id', '=', meetingId)
      .execute()
    await recordActivity(tx, {
      subject: { kind: 'referral', id: results.referralId },
      verb: 'meeting.withdrawn',
      actor: actorOf(scope, meeting.reportedFor),
      facts: { meeting: meetingId },
      at: now,
    })
    return { withdrawn: true as const }
  })
}
