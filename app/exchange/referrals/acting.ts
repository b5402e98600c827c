import type { Scope } from '../../accounts/scope.ts'
import { transaction } from '../../platform/db/transaction.ts'
import type { Services } from '../../web/env.ts'
import { lockReferral, type Referral } from './loading.ts'
import { isMemberOf } from './membership.ts'
import { officeRoles, organisationFor, sidesOf } from './policy.ts'
import { peopleWith } from './responsible.ts'
import { type PersonsAct, type Side, type Stage } from './standing.ts'
import { takeStep } from './stepping.ts'
import type { DeclineReason } from './tables.ts'

export type ReferralAct = {
  act: PersonsAct
  side: Exclude<Side, 'system'>
  reason: DeclineReason | null
  words: string | null
  /** For passing it to a company. */
  toOrganisationId: string | null
}

export type ActingRefusal = {
  refused: 'not-yours' | 'not-now' | 'reason-missing' | 'words-missing' | 'company-missing'
}

/** Acts that nothing can be made of without words. */
const needWords: readonly PersonsAct[] = ['asked-back', 'replied', 'answered']

/** One act of one side: passing on, asking back, saying yes or no, giving consent or taking it back. */
export function actOnReferral(
  services: Services,
  scope: Scope,
  referralId: string,
  input: ReferralAct,
): Promise<{ stage: Stage } | ActingRefusal> {
  return transaction(services.database.db, async (tx) => {
    const referral = await lockReferral(tx, referralId)
    if (!sidesOf(scope, referral).includes(input.side)) return { refused: 'not-yours' as const }
    // What an office answers for itself is no introduction.
    if (input.act === 'answered' && referral.kind === 'introduction') return { refused: 'not-now' as const }
    if (input.act === 'declined' && !input.reason) return { refused: 'reason-missing' as const }
    if (needWords.includes(input.act) && !input.words) return { refused: 'words-missing' as const }
    if (input.act === 'passed-to') {
      if (!input.toOrganisationId) return { refused: 'company-missing' as const }
      if (!(await isMemberOf(tx, input.toOrganisationId, referral.toClusterId, services.clock.now())))
        return { refused: 'company-missing' as const }
    }
    const standing = await takeStep(services, tx, scope, referral, {
      ...input,
      toOrganisationId: input.act === 'passed-to' ? input.toOrganisationId : null,
      organisationId: organisationFor(scope, referral, input.side),
    })
    return standing ? { stage: standing.stage } : { refused: 'not-now' as const }
  })
}

/** Gives the turn to a colleague at the same office: somebody is on leave, or knows it better. */
export function reassignReferral(
  services: Services,
  scope: Scope,
  referralId: string,
  personId: string,
): Promise<{ reassigned: true } | { refused: 'not-yours' | 'not-now' | 'no-such-person' }> {
  return transaction(services.database.db, async (tx) => {
    const referral = await lockReferral(tx, referralId)
    const office = officeOf(referral)
    const sides = sidesOf(scope, referral)
    const side = sides.find((one) => (one === 'home' || one === 'partner') && officeIdOf(referral, one) === office)
    if (!office || !side) return { refused: 'not-yours' as const }
    const people = await peopleWith(tx, office, officeRoles)
    if (!people.some((one) => one.personId === personId)) return { refused: 'no-such-person' as const }
    const step = { act: 'handed-over' as const, side, organisationId: office, to: personId }
    const standing = await takeStep(services, tx, scope, referral, step)
    return standing ? { reassigned: true as const } : { refused: 'not-now' as const }
  })
}

const officeIdOf = (referral: Referral, side: 'home' | 'partner'): string =>
  side === 'home' ? referral.homeOfficeId : referral.partnerOfficeId

/** The office whose turn it is; null where a company's is. */
const officeOf = ({ last, homeOfficeId, partnerOfficeId }: Referral): string | null =>
  [homeOfficeId, partnerOfficeId].find((office) => office === last.responsible?.organisationId) ?? null
