import type { Scope } from '../../accounts/scope.ts'
import type { Locale } from '../../language/locales.ts'
import type { Content } from '../../language/translated.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import type { Db } from '../../platform/db/tables.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { json } from '../../platform/db/values.ts'
import { newId } from '../../platform/ids.ts'
import type { Services } from '../../web/env.ts'
import { actorOf } from '../activity.ts'
import { lockEvent } from '../locking.ts'
import { mayOrganise, organisesFor } from '../policy.ts'
import type { Audience } from '../invitations/tables.ts'
import { recipientsOf } from './recipients.ts'

/** How long a confirmed mail can be taken back, in milliseconds. */
export const takenBackWithin = 10 * 60_000

export type FollowUpRefusal = { refused: 'no-such-event' | 'not-yours' | 'not-over' | 'already' | 'nobody' }

export type FollowUpText = { audience: Audience; language: Locale; subject: string; body: string }

/** Confirms a mail to those who came or to those who did not. It goes out in ten minutes, once; until then it can be taken back. */
export async function confirmFollowUp(
  services: Services,
  scope: Scope,
  eventId: string,
  text: FollowUpText,
): Promise<{ id: string; dueAt: Date } | FollowUpRefusal> {
  const now = services.clock.now()
  const dueAt = new Date(now.getTime() + takenBackWithin)
  return transaction(services.database.db, async (tx) => {
    const event = await lockEvent(tx, eventId)
    if (!event) return { refused: 'no-such-event' as const }
    if (!mayOrganise(scope, event)) return { refused: 'not-yours' as const }
    if (now < event.ends) return { refused: 'not-over' as const }
    const before = await tx
      .selectFrom('follow_up')
      .select('id')
      .where('event_id', '=', eventId)
      .where('audience', '=', text.audience)
      .where('taken_back_at', 'is', null)
      .executeTakeFirst()
    if (before) return { refused: 'already' as const }
    if ((await recipientsOf(services, tx, eventId, text.audience)).length === 0) return { refused: 'nobody' as const }
    const id = newId()
    const content = (words: string): Content => ({ original: text.language, text: { [text.language]: words } })
    await tx
      .insertInto('follow_up')
      .values({
        id,
        event_id: eventId,
        audience: text.audience,
        subject: json(content(text.subject)),
        body: json(content(text.body)),
        composed_by: scope.person?.personId ?? null,
        composed_at: now,
        due_at: dueAt,
        taken_back_at: null,
        sent_at: null,
      })
      .execute()
    await recordActivity(tx, {
      subject: { kind: 'event', id: eventId },
      verb: 'event.follow-up-confirmed',
      actor: actorOf(scope, organisesFor(scope, event)[0]),
      facts: { audience: text.audience },
      at: now,
    })
    return { id, dueAt }
  })
}

export type TakingBackRefusal = { refused: 'no-such-event' | 'not-yours' | 'no-such-follow-up' | 'too-late' }

/** Takes a confirmed mail back before it goes out; another one may take its place. */
export async function takeFollowUpBack(
  services: Services,
  scope: Scope,
  eventId: string,
  id: string,
): Promise<{ takenBack: true } | TakingBackRefusal> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const event = await lockEvent(tx, eventId)
    if (!event) return { refused: 'no-such-event' as const }
    if (!mayOrganise(scope, event)) return { refused: 'not-yours' as const }
    const row = await tx
      .selectFrom('follow_up')
      .select(['sent_at', 'taken_back_at'])
      .where('id', '=', id)
      .where('event_id', '=', eventId)
      .forUpdate()
      .executeTakeFirst()
    if (!row || row.taken_back_at) return { refused: 'no-such-follow-up' as const }
    if (row.sent_at) return { refused: 'too-late' as const }
    await tx.updateTable('follow_up').set({ taken_back_at: now }).where('id', '=', id).execute()
    await recordActivity(tx, {
      subject: { kind: 'event', id: eventId },
      verb: 'event.follow-up-taken-back',
      actor: actorOf(scope, organisesFor(scope, event)[0]),
      facts: {},
      at: now,
    })
    return { takenBack: true as const }
  })
}

/** Those that wait and those that went out. The caller has asked whether the asker organises the event. */
export const followUpsOf = (db: Db, eventId: string) =>
  db
    .selectFrom('follow_up')
    .select(['id', 'audience', 'subject', 'due_at as dueAt', 'sent_at as sentAt'])
    .where('event_id', '=', eventId)
    .where('taken_back_at', 'is', null)
    .orderBy('composed_at')
    .execute()
