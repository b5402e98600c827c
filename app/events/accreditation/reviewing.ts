import type { Scope } from '../../accounts/scope.ts'
import type { Locale } from '../../language/locales.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { catalogues } from '../../platform/i18n/catalogue.ts'
import type { Services } from '../../web/env.ts'
import { mayOrganise } from '../policy.ts'
import { decideRegistration, type DecidingRefusal, undoDecision } from '../registration/deciding.ts'
import type { Decision } from '../tables.ts'
import type { DeclineReason } from './forms.ts'
import type { PressEvent } from './pressEvent.ts'

export type Review =
  | { decision: 'approve'; note?: string }
  | { decision: 'decline'; reason: DeclineReason; note?: string }
  | { decision: 'undo' }

export type ReviewRefusal = DecidingRefusal | { refused: 'no-such-application' }

type Outcome = { decision: Decision } | ReviewRefusal

/** Accredits, declines or takes back, for one application. The applicant is told the reason in their own language. */
export async function reviewApplication(
  services: Services,
  scope: Scope,
  event: PressEvent,
  registrationId: string,
  review: Review,
): Promise<Outcome> {
  const [one] = await reviewApplications(services, scope, event, [registrationId], review)
  return one?.outcome ?? { refused: 'no-such-application' }
}

/**
 * The same for many, in order of arrival and all in one transaction. Those that it does not fit (no place is left, decided meanwhile) are
 * named and left as they were.
 */
export async function reviewApplications(
  services: Services,
  scope: Scope,
  event: PressEvent,
  registrationIds: readonly string[],
  review: Review,
): Promise<{ registrationId: string; outcome: Outcome }[]> {
  if (!mayOrganise(scope, event))
    return registrationIds.map((registrationId) => ({ registrationId, outcome: { refused: 'not-yours' } }))
  if (registrationIds.length === 0) return []
  return transaction(services.database.db, async (tx) => {
    const within = { ...services, database: { ...services.database, db: tx } }
    const applications = await tx
      .selectFrom('accreditation')
      .innerJoin('registration', 'registration.id', 'accreditation.registration_id')
      .select(['registration.id', 'registration.locale'])
      .where('accreditation.event_id', '=', event.id)
      .where('registration.id', 'in', [...registrationIds])
      .orderBy('registration.arrival')
      .execute()
    const outcomes: { registrationId: string; outcome: Outcome }[] = []
    for (const { id, locale } of applications) {
      const outcome =
        review.decision === 'undo'
          ? await undoDecision(within, scope, id)
          : await decideRegistration(within, scope, id, {
              decision: review.decision === 'approve' ? 'confirmed' : 'declined',
              reason: reasonFor(review, locale),
            })
      outcomes.push({ registrationId: id, outcome })
    }
    return outcomes
  })
}

/** As the applicant reads it. The note stays in the words of whoever wrote it. */
function reasonFor(review: Exclude<Review, { decision: 'undo' }>, locale: Locale): string | null {
  const note = review.note?.trim()
  if (review.decision === 'approve') return note || null
  const sentence = catalogues[locale].accreditation.review.reasons[review.reason]
  return note ? `${sentence}\n${note}` : sentence
}
