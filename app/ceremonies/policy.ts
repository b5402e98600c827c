import type { Scope } from '../accounts/scope.ts'
import { mayOrganise } from '../events/policy.ts'
import type { Ceremony } from './reading.ts'

/** Those who were named move the ceremony; while nobody is named, those who organise the event. */
export const mayMove = (scope: Scope, { event, operatorIds }: Pick<Ceremony, 'event' | 'operatorIds'>): boolean =>
  operatorIds.length > 0
    ? scope.person !== null && operatorIds.includes(scope.person.personId)
    : mayOrganise(scope, event)

/** The run of show is the organisers' to write, also when others were named to move it. */
export const mayPlan = (scope: Scope, event: { leadOrganisationId: string; hostIds: string[] }): boolean =>
  mayOrganise(scope, event)
