import { holds, isOperator, organisationsOf, type Scope } from '../accounts/scope.ts'

export type Standing =
  | 'drafting'
  | 'registered'
  | 'approving'
  | 'preparing'
  | 'signing'
  | 'in-force'
  | 'suspended'
  | 'ended'
  | 'terminated'

type Parties = {
  leadOrganisationId: string
  partyIds: string[]
  /** Signed elsewhere: there is nothing to draft or negotiate here. */
  registration: object | null
}

/** Everybody with a role at a party reads the draft; so does the operator, who answers for the installation. */
export const mayRead = (scope: Scope, agreement: Pick<Parties, 'partyIds'>): boolean =>
  isOperator(scope) || organisationsOf(scope).some((organisation) => agreement.partyIds.includes(organisation))

/** The party that drafts holds the pen; the others propose. */
export const mayEdit = (scope: Scope, agreement: Parties): boolean =>
  !agreement.registration && holds(scope, agreement.leadOrganisationId, 'coordinator', 'manager')

/** Whoever registered an agreement that was signed elsewhere keeps its entry. */
export const keepsEntry = (scope: Scope, agreement: Parties): boolean =>
  agreement.registration !== null && holds(scope, agreement.leadOrganisationId, 'coordinator', 'manager')

/** The parties for which this person may propose changes, name a signatory, or answer proposals. */
export const negotiatesFor = (scope: Scope, agreement: Parties): string[] =>
  agreement.registration
    ? []
    : organisationsOf(scope, 'coordinator', 'manager').filter((organisation) =>
        agreement.partyIds.includes(organisation),
      )

/** Approving binds an organisation to an exact text: its manager does that. */
export const mayApproveFor = (scope: Scope, organisationId: string): boolean => holds(scope, organisationId, 'manager')

/** The parties whose signatory this person may name: each its own; the drafting party may enter what the others tell it. */
export function namesSignatoriesFor(scope: Scope, agreement: Parties): string[] {
  const own = negotiatesFor(scope, agreement)
  return own.includes(agreement.leadOrganisationId) ? agreement.partyIds : own
}
