import type { Scope } from '../../accounts/scope.ts'

export const actorOf = (scope: Scope, organisation: string) => ({
  person: scope.person?.personId ?? null,
  organisation,
  via: viaOf(scope),
})

export const viaOf = (scope: Scope) => (scope.via === 'anonymous' ? ('system' as const) : scope.via)

export const subjectOf = (clusterId: string) => ({ kind: 'cluster', id: clusterId })
