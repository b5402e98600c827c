import { holds, type Scope } from '../accounts/scope.ts'

/** Responsibilities of an organisation are read by those who could take them over: its managers and coordinators. */
export const mayReadResponsibilities = (scope: Scope, organisationId: string): boolean =>
  holds(scope, organisationId, 'manager', 'coordinator')

/** Its manager hands over for anybody, also for somebody who has left; a coordinator only what is theirs. */
export const mayHandOver = (scope: Scope, organisationId: string, fromPersonId: string): boolean =>
  holds(scope, organisationId, 'manager') ||
  (holds(scope, organisationId, 'coordinator') && scope.person?.personId === fromPersonId)
