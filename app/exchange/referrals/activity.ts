import type { Scope } from '../../accounts/scope.ts'

/** Who acted, for the activity record: the person, for which organisation, and by which door they came. */
export const actorOf = (scope: Scope, organisation?: string | null) => ({
  person: scope.person?.personId ?? null,
  via: scope.via === 'anonymous' ? ('system' as const) : scope.via,
  ...(organisation ? { organisation } : {}),
})

export const subjectOf = (referralId: string) => ({ kind: 'referral', id: referralId })
