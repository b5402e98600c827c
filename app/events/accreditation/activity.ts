import type { Scope } from '../../accounts/scope.ts'
import { organisesFor } from '../policy.ts'

type Hosts = { leadOrganisationId: string; hostIds: string[] }

/** Who acted, for the activity record. Hosts run an event together: the act is that of the host whose person did it. */
export const actorFor = (scope: Scope, event: Hosts) => ({
  person: scope.person?.personId ?? null,
  organisation: organisesFor(scope, event)[0] ?? null,
  via: scope.via === 'anonymous' ? ('system' as const) : scope.via,
})
