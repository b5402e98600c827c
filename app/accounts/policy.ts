import { holds, isOperator, type Role, roles, type Scope } from './scope.ts'

/** Roles that somebody holds at an organisation: all but the operator's. */
export const organisationRoles = roles.filter((role) => role !== 'operator')

/** The installation itself (jobs, the command line), not a person who operates it. */
const isInstallation = (scope: Scope): boolean => isOperator(scope) && scope.person === null

/**
 * Whether the asker may give this role there, or end it. A manager decides who acts for the organisation. The operator decides who
 * operates and gives an organisation its manager, but cannot act for it: that would make every approval worthless.
 */
export function mayGiveRole(scope: Scope, role: Role, organisationId: string | null): boolean {
  if ((role === 'operator') !== (organisationId === null)) return false
  if (isInstallation(scope)) return true
  if (organisationId === null) return isOperator(scope)
  return holds(scope, organisationId, 'manager') || (role === 'manager' && isOperator(scope))
}

/** The roles the asker may give at an organisation. */
export const rolesToGive = (scope: Scope, organisationId: string): Role[] =>
  organisationRoles.filter((role) => mayGiveRole(scope, role, organisationId))

/** Who sees, with names and addresses, who acts for an organisation. */
export const mayManagePeople = (scope: Scope, organisationId: string): boolean =>
  isOperator(scope) || holds(scope, organisationId, 'manager')

/** Messages hold other people's personal links. In a demonstration without a mail server everybody has to get at theirs. */
export const maySeeOutbox = (scope: Scope, config: { demo: boolean; smtpUrl: string | undefined }): boolean =>
  isOperator(scope) || (config.demo && !config.smtpUrl)
