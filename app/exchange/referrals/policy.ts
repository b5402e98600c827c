import { holds, type Scope } from '../../accounts/scope.ts'
import type { Referral } from './loading.ts'
import type { Side } from './standing.ts'

/** Those who act for a company here. */
export const companyRoles = ['member', 'manager', 'coordinator'] as const

/** Those who act for a cluster's office. */
export const officeRoles = ['coordinator', 'manager'] as const

type Parts = Pick<Referral, 'fromOrganisationId' | 'homeOfficeId' | 'partnerOfficeId' | 'standing'>

/**
 * The sides for which somebody stands in a referral, their own first; none: for them there is no such referral. An office may also enter
 * what its own company said to it. The partner side knows nothing of a referral before the home coordinator passed it on.
 */
export function sidesOf(scope: Scope, referral: Parts): Side[] {
  const { isAbroad, companyId } = referral.standing
  const sides: Side[] = []
  if (holds(scope, referral.fromOrganisationId, ...companyRoles)) sides.push('asker')
  if (isAbroad && companyId && holds(scope, companyId, ...companyRoles)) sides.push('company')
  if (holds(scope, referral.homeOfficeId, ...officeRoles)) sides.push('home', 'asker')
  if (isAbroad && holds(scope, referral.partnerOfficeId, ...officeRoles))
    sides.push('partner', ...(companyId ? (['company'] as const) : []))
  return [...new Set(sides)]
}

/** In whose name somebody acts on a side: the company's own people for the company, else the office that speaks for it. */
export function organisationFor(scope: Scope, referral: Parts, side: Side): string | null {
  const { companyId } = referral.standing
  if (side === 'home') return referral.homeOfficeId
  if (side === 'partner') return referral.partnerOfficeId
  if (side === 'asker')
    return holds(scope, referral.fromOrganisationId, ...companyRoles)
      ? referral.fromOrganisationId
      : referral.homeOfficeId
  if (side === 'company' && companyId)
    return holds(scope, companyId, ...companyRoles) ? companyId : referral.partnerOfficeId
  return null
}
