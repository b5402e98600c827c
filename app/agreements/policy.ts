import { holds, isOperator, organisationsOf, type Scope } from '../accounts/scope.ts'

export type Standing =
  | 'drafting'
  | 'approving'
  | 'preparing'
  | 'signing'
  | 'in-force'
  | 'suspended'
  | 'ended'
  | 'terminated'

type Parties = { leadOrganisationId: string; partyIds: string[] }

/** Everybody with a role at a party reads the draft; so does the operator, who answers for the installation. */
export const mayRead = (scope: Scope, agreement: Parties): boolean =>
  isOperator(scope) || organisationsOf(scope).some((organisation) => agreement.partyIds.includes(organisation))

/** The party that drafts holds the pen; the others propose. */
export const mayEdit = (scope: Scope, agreement: Parties): boolean =>
  holds(scope, agreement.leadOrganisationId, 'coordinator', 'manager')

/** The parties for which this person may propose changes, name a signatory, or answer proposals. */
export const negotiatesFor = (scope: Scope, agreement: Parties): string[] =>
  organisationsOf(scope, 'coordinator', 'manager').filter((organisation) => agreement.partyIds.includes(organisation))

/** Approving binds an organisation to an exact text: its manager does that. */
export const mayApproveFor = (scope: Scope, organisationId: string): boolean => holds(scope, organisationId, 'manager')

/** The parties whose signatory this person may name: each its own; the drafting party may enter what the others tell it. */
export function namesSignatoriesFor(scope: Scope, agreement: Parties): string[] {
  const own = negotiatesFor(scope, agreement)
  return own.includes(agreement.leadOrganisationId) ? agreement.partyIds : own
}
