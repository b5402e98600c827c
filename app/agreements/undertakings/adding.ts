import type { Scope } from '../../accounts/scope.ts'
import type { CalendarDate } from '../../language/dates.ts'
import type { Translated } from '../../language/translated.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import { json } from '../../platform/db/values.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import type { Services } from '../../web/env.ts'
import { actorOf } from '../activity.ts'
import { lockAgreement } from '../locking.ts'
import { isColleague } from './people.ts'
import { answersFor } from './policy.ts'
import type { Cadence, EvidenceKind } from './tables.ts'

export type NewUndertaking = {
  organisationId: string
  clauseId: string | null
  personId: string | null
  title: Translated
  cadence: Cadence
  firstDue: CalendarDate | null
  evidence: EvidenceKind
}

export type AddingRefusal = {
  refused: 'not-yours' | 'not-in-force' | 'first-due-missing' | 'after-the-end' | 'no-such-person'
}

/** A party takes something more upon itself than the clauses' template says. */
export async function addUndertaking(
  services: Services,
  scope: Scope,
  agreementId: string,
  input: NewUndertaking,
): Promise<{ id: string } | AddingRefusal> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const agreement = await lockAgreement(tx, agreementId, now)
    const party = agreement.parties.find(({ organisationId }) => organisationId === input.organisationId)
    if (!party || !answersFor(scope, input.organisationId)) return { refused: 'not-yours' as const }
    if (!agreement.inForce || ['ended', 'terminated'].includes(agreement.standing))
      return { refused: 'not-in-force' as const }
    const firstDue = input.cadence === 'as-it-arises' ? null : input.firstDue
    if (input.cadence !== 'as-it-arises' && !firstDue) return { refused: 'first-due-missing' as const }
    if (firstDue && firstDue > agreement.inForce.until) return { refused: 'after-the-end' as const }
    if (input.personId && !(await isColleague(tx, input.organisationId, input.personId)))
      return { refused: 'no-such-person' as const }
    const id = newId()
    await tx
      .insertInto('undertaking')
      .values({
        id,
        agreement_id: agreementId,
        clause_id: agreement.clauses.find((clause) => clause.id === input.clauseId)?.id ?? null,
        organisation_id: input.organisationId,
        person_id: input.personId,
        title: json(input.title),
        cadence: input.cadence,
        first_due: firstDue,
        zone: party.timeZone,
        evidence: input.evidence,
        set_by: scope.person?.personId ?? null,
        set_at: now,
        ended_at: null,
        ended_by: null,
      })
      .execute()
    await recordActivity(tx, {
      subject: { kind: 'agreement', id: agreementId },
      verb: 'undertaking.added',
      actor: actorOf(scope, input.organisationId),
      facts: { undertaking: id, cadence: input.cadence },
      at: now,
    })
    return { id }
  })
}
