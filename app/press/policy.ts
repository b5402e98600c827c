import { holds, organisationsOf, type Scope } from '../accounts/scope.ts'

type Issued = { leadOrganisationId: string; issuerIds: string[] }

/**
 * Before it is lifted only those know of a release who make it or sign what it announces: coordinators, managers and signatories of its
 * issuers. Not their other members, and not the operator: an embargo is kept by few.
 */
export const mayReadBefore = (scope: Scope, release: Issued): boolean =>
  organisationsOf(scope, 'coordinator', 'manager', 'signatory').some((id) => release.issuerIds.includes(id))

/** The lead's press office holds the pen. */
export const mayEdit = (scope: Scope, release: Issued): boolean =>
  holds(scope, release.leadOrganisationId, 'coordinator', 'manager')

/** The issuers for which this person speaks to the press: their own notes, their contacts, a later embargo. */
export const speaksFor = (scope: Scope, release: Pick<Issued, 'issuerIds'>): string[] =>
  organisationsOf(scope, 'coordinator', 'manager').filter((id) => release.issuerIds.includes(id))

/** Approving and stopping bind an organisation: its manager does that. */
export const decidesFor = (scope: Scope, release: Pick<Issued, 'issuerIds'>): string[] =>
  organisationsOf(scope, 'manager').filter((id) => release.issuerIds.includes(id))

/** The press office of an organisation: its profile, kit and lists. */
export const runsPressOf = (scope: Scope, organisationId: string): boolean =>
  holds(scope, organisationId, 'coordinator', 'manager')
