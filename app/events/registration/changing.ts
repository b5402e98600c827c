import type { Scope } from '../../accounts/scope.ts'
import type { PersonName } from '../../language/names.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { json } from '../../platform/db/values.ts'
import { hashToken } from '../../platform/ids.ts'
import type { Services } from '../../web/env.ts'
import { actorOf } from '../activity.ts'
import { roomFor } from './counting.ts'
import { affiliationKey } from './keys.ts'
import { lockCategory } from './locking.ts'
import { type NoPlace, seatIn } from './placing.ts'
import { promoteWaiting } from './promoting.ts'
import { registrationById, selectRegistrations } from './registration.ts'

export type RegistrationChange = {
  name: PersonName
  affiliation: string | null
  timeZone: string
  answers: Record<string, string>
}

export type ChangingRefusal = {
  refused: 'no-such-registration' | 'withdrawn' | 'over' | 'answer-needed' | 'affiliation-fixed' | NoPlace
}

/**
 * The registrant corrects what they entered. The address stays: whoever wants another one registers anew. An affiliation may change only
 * while its seats allow; a member's and a journalist's is part of what they were admitted for and stays too.
 */
export async function changeRegistration(
  services: Services,
  scope: Scope,
  token: string,
  change: RegistrationChange,
): Promise<{ changed: true } | ChangingRefusal> {
  return transaction(services.database.db, async (tx) => {
    const seen = await selectRegistrations(tx).where('manage_hash', '=', hashToken(token)).executeTakeFirst()
    const category = seen && (await lockCategory(tx, { id: seen.categoryId }))
    const registration = category && (await registrationById(tx, seen.id))
    if (!registration) return { refused: 'no-such-registration' as const }
    if (registration.decision === 'withdrawn') return { refused: 'withdrawn' as const }
    if (services.clock.now() >= category.event.ends) return { refused: 'over' as const }
    if (category.fields.some((field) => field.required && !change.answers[field.key]?.trim()))
      return { refused: 'answer-needed' as const }
    const affiliation = change.affiliation?.trim() || null
    const key = affiliation === null ? null : affiliationKey(affiliation)
    // By the texts: another room may keep a broader key for the cap (an outlet under any of its spellings).
    const before = registration.affiliation === null ? null : affiliationKey(registration.affiliation)
    const isMoved = key !== before
    if (isMoved && (category.kind === 'press' || category.kind === 'member'))
      return { refused: 'affiliation-fixed' as const }
    if (isMoved && registration.decision === 'confirmed') {
      const room = await roomFor(tx, category, key)
      // Their own seat is theirs already: only the other affiliation's share can be used up.
      const seat = seatIn({ ...room, capacity: null })
      if (seat !== 'seat') return { refused: seat }
    }
    await tx
      .updateTable('registration')
      .set({
        name: json(change.name),
        affiliation,
        affiliation_key: isMoved ? key : registration.affiliationKey,
        time_zone: change.timeZone,
        answers: json(change.answers),
      })
      .where('id', '=', registration.id)
      .execute()
    await recordActivity(tx, {
      subject: { kind: 'registration', id: registration.id },
      verb: 'registration.changed',
      actor: actorOf(scope),
      facts: { event: category.eventId, category: category.kind },
      at: services.clock.now(),
    })
    // A seat of the old affiliation's share may be free now, and whoever waits under the new one may fit no longer or at last.
    if (isMoved) await promoteWaiting(services, tx, scope, category)
    return { changed: true as const }
  })
}
