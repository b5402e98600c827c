import { holds, type Scope } from '../accounts/scope.ts'

/** Figures of an organisation are read by those who run it, and by the programme that asks it for them. */
export const readsReport = (scope: Scope, organisationId: string): boolean =>
  holds(scope, organisationId, 'manager', 'coordinator', 'programme-officer')

/** Rows come from rooms that are closed to a programme: who they are about is for those who work in these rooms. */
export const readsRows = (scope: Scope, organisationId: string): boolean =>
  holds(scope, organisationId, 'manager', 'coordinator')
