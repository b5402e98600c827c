import { holds, type Scope } from '../../accounts/scope.ts'

/** A cluster's list is kept by its office: managers and coordinators at the organisation that manages it. */
export const keepsListOf = (scope: Scope, cluster: { managingOrganisationId: string }): boolean =>
  holds(scope, cluster.managingOrganisationId, 'manager', 'coordinator')
