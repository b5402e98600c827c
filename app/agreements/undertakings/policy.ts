import { holds, organisationsOf, type Scope } from '../../accounts/scope.ts'
import type { Agreement } from '../agreement.ts'

/** Whoever manages or coordinates a party answers for what it owes. */
export const answersFor = (scope: Scope, organisationId: string): boolean =>
  holds(scope, organisationId, 'manager', 'coordinator')

/** The parties for which the asker may say what they think of another party's evidence. */
export const mayJudgeFor = (scope: Scope, agreement: Pick<Agreement, 'partyIds'>, owner: string): string[] =>
  organisationsOf(scope, 'manager', 'coordinator').filter(
    (organisation) => organisation !== owner && agreement.partyIds.includes(organisation),
  )
