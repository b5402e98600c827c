import { holds, isOperator, type Scope } from '../accounts/scope.ts'

/** The organisation's manager writes its profile; the operator may, for those who have no manager yet. */
export const mayDescribe = (scope: Scope, organisationId: string): boolean =>
  isOperator(scope) || holds(scope, organisationId, 'manager')
