import { holds, organisationsOf, type Scope } from '../accounts/scope.ts'

type Hosts = { leadOrganisationId: string; hostIds: string[] }

/** The organisations at which this person helps to run the event: its lead and its hosts. */
export const organisesFor = (scope: Scope, event: Hosts): string[] =>
  organisationsOf(scope, 'coordinator', 'manager').filter(
    (id) => id === event.leadOrganisationId || event.hostIds.includes(id),
  )

/** Everybody who helps to run the event reads its registrations and decides on them; each act says who did it. */
export const mayOrganise = (scope: Scope, event: Hosts): boolean => organisesFor(scope, event).length > 0

/** When, where and what it is: the lead's to say. */
export const mayChangeEvent = (scope: Scope, event: Hosts): boolean =>
  holds(scope, event.leadOrganisationId, 'coordinator', 'manager')
