import { holds, type Scope } from '../../accounts/scope.ts'

/** An organisation's log is its own: those who manage or coordinate there write and read it, nobody else. */
export const keepsLog = (scope: Scope, organisationId: string): boolean =>
  holds(scope, organisationId, 'manager', 'coordinator')
