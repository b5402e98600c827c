import type { Scope } from '../accounts/scope.ts'
import type { Agreement } from '../agreements/agreement.ts'
import { assembleAgreement } from '../agreements/assembling.ts'
import { mayRead } from '../agreements/policy.ts'
import type { Db } from '../platform/db/tables.ts'

/** An agreement whose document the asker may see checked: everybody's once it is public, before that its parties' and signatories'. */
export async function readableAgreement(db: Db, scope: Scope, reference: string, now: Date): Promise<Agreement | null> {
  const found = await db.selectFrom('agreement').select('id').where('reference', '=', reference).executeTakeFirst()
  const agreement = found ? await assembleAgreement(db, found.id, now) : null
  if (!agreement) return null
  const isSignatory = agreement.signatories.some(({ personId }) => personId === scope.person?.personId)
  return agreement.publication || mayRead(scope, agreement) || isSignatory ? agreement : null
}
