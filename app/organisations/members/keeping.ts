import type { Scope } from '../../accounts/scope.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { transaction } from '../../platform/db/transaction.ts'
import type { Services, Web } from '../../web/env.ts'
import { homesOf, keepsProfile } from './policy.ts'
import { type Member, readMember } from './reading.ts'

/** The member whose profile the reader keeps; null for everybody else, who are not told that there is such a page. */
export async function keptMember(c: Web, slug = c.req.param('slug') ?? ''): Promise<Member | null> {
  const { services, scope } = c.var
  const member = await readMember(services.database.db, scope, services.clock.now(), slug)
  return member?.keeps ? member : null
}

/** Does something to a member's profile in one transaction, for those alone who keep it on that day. */
export function asKeeper<Result>(
  { database, clock }: Services,
  scope: Scope,
  organisationId: string,
  act: (tx: Tx, now: Date) => Promise<Result>,
): Promise<Result | { refused: 'not-yours' }> {
  const now = clock.now()
  return transaction(database.db, async (tx) => {
    const homes = await homesOf(tx, organisationId, now.toISOString().slice(0, 10))
    return keepsProfile(scope, organisationId, homes) ? act(tx, now) : { refused: 'not-yours' as const }
  })
}
