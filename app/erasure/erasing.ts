import type { Scope } from '../accounts/scope.ts'
import { recordActivity } from '../platform/audit/record.ts'
import type { Tx } from '../platform/db/tables.ts'
import { transaction } from '../platform/db/transaction.ts'
import type { Services } from '../web/env.ts'
import { erasers } from './rooms.ts'

export type ErasureRefusal = { refused: 'not-signed-in' | 'address-differs' | 'hand-over-first' }

/** Whoever acts for others in these roles hands over first, which ends them: nothing stays with somebody who is gone. */
const ANSWERING = ['operator', 'manager', 'coordinator', 'signatory'] as const

/**
 * Erases the asker's personal data. What was done stays on record without a name; documents that were signed stay as they are, since they are
 * kept as evidence of legal claims (Regulation (EU) 2016/679, article 17(3)(e)). It cannot be taken back.
 */
export const eraseMyself = (
  services: Services,
  scope: Scope,
  { address: confirmed }: { address: string },
): Promise<{ erased: true } | ErasureRefusal> =>
  transaction(services.database.db, async (tx) => {
    const personId = scope.person?.personId
    const at = services.clock.now()
    const address = personId ? await addressOf(tx, personId) : null
    if (!personId || !address) return { refused: 'not-signed-in' as const }
    if (confirmed.trim().toLowerCase() !== address) return { refused: 'address-differs' as const }
    if (await answersForOthers(tx, personId)) return { refused: 'hand-over-first' as const }
    for (const erase of erasers) await erase(tx, { personId, address, at })
    // Nobody's act: who it was is what has just been erased.
    await recordActivity(tx, {
      subject: { kind: 'person', id: personId },
      verb: 'person.erased',
      actor: { person: null, via: 'session' },
      facts: {},
      at,
    })
    return { erased: true as const }
  })

/** The row is locked: the second press of a double click finds nobody. */
async function addressOf(tx: Tx, personId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('person')
    .select('address')
    .where('id', '=', personId)
    .where('erased_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row?.address ?? null
}

async function answersForOthers(tx: Tx, personId: string): Promise<boolean> {
  const role = await tx
    .selectFrom('role_assignment')
    .select('id')
    .where('person_id', '=', personId)
    .where('role', 'in', ANSWERING)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return role !== undefined
}
