import type { Scope } from '../../accounts/scope.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { hashToken } from '../../platform/ids.ts'
import type { Services } from '../../web/env.ts'
import { replaceDecision } from './decisions.ts'
import { lockCategory } from './locking.ts'
import { promoteWaiting } from './promoting.ts'
import { registrationById, selectRegistrations } from './registration.ts'

export type WithdrawingRefusal = { refused: 'no-such-registration' | 'withdrawn' | 'over' }

/** The registrant does not come after all; whoever waits longest gets the seat. Known by their personal address, not by an account. */
export async function withdrawRegistration(
  services: Services,
  scope: Scope,
  token: string,
): Promise<{ withdrawn: true } | WithdrawingRefusal> {
  return transaction(services.database.db, async (tx) => {
    const seen = await selectRegistrations(tx).where('manage_hash', '=', hashToken(token)).executeTakeFirst()
    const category = seen && (await lockCategory(tx, { id: seen.categoryId }))
    const registration = category && (await registrationById(tx, seen.id))
    if (!registration) return { refused: 'no-such-registration' as const }
    if (registration.decision === 'withdrawn') return { refused: 'withdrawn' as const }
    if (services.clock.now() >= category.event.ends) return { refused: 'over' as const }
    await replaceDecision(services, tx, scope, category, {
      registrationId: registration.id,
      decision: 'withdrawn',
      by: null,
      verb: 'registration.withdrawn',
    })
    if (registration.decision === 'confirmed') await promoteWaiting(services, tx, scope, category)
    return { withdrawn: true as const }
  })
}
